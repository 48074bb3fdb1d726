package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.UnitFile;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the settings of a systemd unit that concern its commands: systemd.syntax(7). */
public final class UnitReader {

  private static final EmbeddedText.Escaper PLAIN =
      new EmbeddedText.Escaper() {
        @Override
        public Optional<String> escape(String replacement) {
          return replacement.indexOf('\n') >= 0 ? Optional.empty() : Optional.of(replacement);
        }
      };

  private final SourceText source;
  private final String text;
  private final List<UnitFile.Setting> settings = new ArrayList<>();
  private final List<Slice> comments = new ArrayList<>();
  private final List<Span> parts = new ArrayList<>(); // of the line at hand, without backslashes
  private String section = "";

  private UnitReader(SourceText source) {
    this.source = source;
    this.text = source.content();
  }

  public static UnitFile read(SourceText source) {
    UnitReader reader = new UnitReader(source);
    reader.lines();
    return new UnitFile(reader.settings, reader.comments);
  }

  private void lines() {
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int next = newline < 0 ? text.length() : newline + 1;
      int end = newline < 0 ? text.length() : newline;
      if (end > at && text.charAt(end - 1) == '\r') {
        end--;
      }
      line(skipBlanks(at, end), end);
      at = next;
    }
    joined();
  }

  private int skipBlanks(int from, int end) {
    int at = from;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** A comment does not end a continued line. */
  private void line(int start, int end) {
    if (start < end && (text.charAt(start) == '#' || text.charAt(start) == ';')) {
      comments.add(source.slice(new Span(start, trimmed(start, end))));
      return;
    }
    boolean isContinued = isContinued(start, end);
    parts.add(new Span(start, isContinued ? end - 1 : end));
    if (!isContinued) {
      joined();
    }
  }

  private int trimmed(int start, int from) {
    int end = from;
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isContinued(int start, int end) {
    int backslashes = 0;
    while (end - backslashes > start && text.charAt(end - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  /** Takes the lines that make one. */
  private void joined() {
    if (!parts.isEmpty()) {
      Span first = parts.get(0);
      if (!first.isEmpty() && text.charAt(first.start()) == '[') {
        int close = find(']', first);
        section = close < 0 ? "" : text.substring(first.start() + 1, close);
      } else {
        int equals = find('=', first);
        if (equals >= 0) {
          setting(text.substring(first.start(), equals).strip(), equals + 1);
        }
      }
      parts.clear();
    }
  }

  private int find(char wanted, Span within) {
    for (int i = within.start(); i < within.end(); i++) {
      if (text.charAt(i) == wanted) {
        return i;
      }
    }
    return -1;
  }

  private void setting(String key, int from) {
    if (matters(key)) {
      settings.add(new UnitFile.Setting(section, key, value(from)));
    }
  }

  private boolean matters(String key) {
    return switch (section) {
      case "Service" ->
          switch (key) {
            case "User", "DynamicUser", "PermissionsStartOnly", "WorkingDirectory", "Environment" ->
                true;
            default -> key.startsWith("Exec");
          };
      case "Socket" -> key.startsWith("Exec");
      case "Install" -> key.equals("WantedBy");
      default -> false;
    };
  }

  private Slice value(int from) {
    EmbeddedText.Builder view = new EmbeddedText.Builder(source, PLAIN);
    int end = parts.get(0).end();
    view.copy(new Span(from, end));
    for (int i = 1; i < parts.size(); i++) {
      Span part = parts.get(i);
      view.stand(new Span(end, part.start()), " ");
      view.copy(part);
      end = part.end();
    }
    EmbeddedText value = view.build();
    String content = value.content();
    int first = 0;
    while (first < content.length() && isBlank(content.charAt(first))) {
      first++;
    }
    int last = content.length();
    while (last > first && isBlank(content.charAt(last - 1))) {
      last--;
    }
    return value.slice(new Span(first, last));
  }
}
