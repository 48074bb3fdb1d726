package dev.plimsoll.engine;

import dev.plimsoll.text.Slice;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comment that asks for silence: ours, hadolint's pragmas, or BuildKit's {@code check=skip}; or
 * what stands for one where there are no comments.
 *
 * @param slice from {@code #} on
 * @param malformed why it cannot be followed; then it hides nothing
 */
record IgnoreComment(
    Slice slice,
    Tool tool,
    Form form,
    List<Selector> selectors,
    Optional<LocalDate> until,
    String reason,
    Optional<String> malformed) {

  /** Whose comment it is. */
  enum Tool {
    PLIMSOLL,
    HADOLINT,
    BUILDKIT,
    VACUUM,
    ZALLY,
    REDOCLY,
    SPECTRAL,
    /** Our key in place of a comment. */
    EXTENSION
  }

  /** How far it reaches. */
  enum Form {
    /** The next node. */
    NODE,
    FILE
  }

  /**
   * One selector.
   *
   * @param name as selectors are spelled here: {@code hadolint:DL3008} for hadolint's {@code
   *     DL3008}
   */
  record Selector(Slice slice, String name) {}

  IgnoreComment {
    selectors = List.copyOf(selectors);
  }

  /** The same comment, but it cannot be followed. */
  IgnoreComment malformed(String why) {
    return new IgnoreComment(slice, tool, form, selectors, until, reason, Optional.of(why));
  }

  /** The request in a comment, if there is one. */
  static Optional<IgnoreComment> parse(Slice comment) {
    String text = comment.text();
    int at = skipBlanks(text, 1);
    if (text.startsWith("plimsoll:", at)) {
      return ours(comment, skipBlanks(text, at + "plimsoll:".length()));
    }
    if (text.startsWith("hadolint", at)) {
      return hadolint(comment, skipBlanks(text, at + "hadolint".length()));
    }
    return text.startsWith("check", at) ? buildkit(comment, at) : Optional.empty();
  }

  private static Optional<IgnoreComment> ours(Slice comment, int at) {
    String text = comment.text();
    boolean file = text.startsWith("ignore-file", at);
    if (!file && !text.startsWith("ignore", at)) {
      return Optional.of(
          of(comment, Tool.PLIMSOLL, Form.NODE, List.of())
              .malformed("a comment for plimsoll reads ignore[rule] or ignore-file[rule]"));
    }
    Form form = file ? Form.FILE : Form.NODE;
    int open = skipBlanks(text, at + (file ? "ignore-file" : "ignore").length());
    int close = text.indexOf(']', open);
    if (open >= text.length() || text.charAt(open) != '[' || close < 0) {
      return Optional.of(
          of(comment, Tool.PLIMSOLL, form, List.of())
              .malformed("name what to ignore in brackets: ignore[rule, rule] reason"));
    }
    List<Selector> selectors = selectors(comment, open + 1, close, "");
    IgnoreComment parsed =
        of(comment, Tool.PLIMSOLL, form, selectors).withReason(text.substring(close + 1).strip());
    return Optional.of(
        selectors.isEmpty() ? parsed.malformed("the brackets name no rule") : parsed);
  }

  /** Reads {@code until=YYYY-MM-DD} where the reason begins or ends with it. */
  private IgnoreComment withReason(String words) {
    List<String> kept = new ArrayList<>();
    Optional<LocalDate> date = until;
    Optional<String> wrong = malformed;
    for (String word : words.split("\\s+", -1)) {
      if (word.startsWith("until=")) {
        try {
          date = Optional.of(LocalDate.parse(word.substring("until=".length())));
        } catch (DateTimeException e) {
          wrong = Optional.of("until wants a date such as until=2026-12-31");
        }
      } else {
        kept.add(word);
      }
    }
    return new IgnoreComment(
        slice, tool, form, selectors, date, String.join(" ", kept).strip(), wrong);
  }

  /** {@code hadolint ignore=A,B} and {@code hadolint global ignore=A,B}. */
  private static Optional<IgnoreComment> hadolint(Slice comment, int start) {
    String text = comment.text();
    boolean global = text.startsWith("global", start);
    int at = global ? skipBlanks(text, start + "global".length()) : start;
    if (!text.startsWith("ignore", at)) {
      return Optional.empty();
    }
    int equals = skipBlanks(text, at + "ignore".length());
    if (equals >= text.length() || text.charAt(equals) != '=') {
      return Optional.empty();
    }
    int hash = text.indexOf('#', equals); // text after a second hash is a reason
    int end = hash < 0 ? text.length() : hash;
    List<Selector> selectors = selectors(comment, equals + 1, end, "hadolint:");
    IgnoreComment parsed = of(comment, Tool.HADOLINT, global ? Form.FILE : Form.NODE, selectors);
    return Optional.of(hash < 0 ? parsed : parsed.withReason(text.substring(hash + 1).strip()));
  }

  /** {@code check=skip=A,B;error=true}: a directive at the top, or before one instruction. */
  private static Optional<IgnoreComment> buildkit(Slice comment, int start) {
    String text = comment.text();
    int equals = skipBlanks(text, start + "check".length());
    int skip = text.indexOf("skip=", equals);
    if (equals >= text.length() || text.charAt(equals) != '=' || skip < 0) {
      return Optional.empty();
    }
    int semicolon = text.indexOf(';', skip);
    int end = semicolon < 0 ? text.length() : semicolon;
    List<Selector> selectors = selectors(comment, skip + "skip=".length(), end, "buildkit:");
    return Optional.of(of(comment, Tool.BUILDKIT, Form.NODE, selectors));
  }

  private static IgnoreComment of(Slice comment, Tool tool, Form form, List<Selector> selectors) {
    return new IgnoreComment(
        comment, tool, form, selectors, Optional.empty(), "", Optional.empty());
  }

  /** The same comment for the whole file: BuildKit's directive stands at its top. */
  IgnoreComment forFile() {
    return new IgnoreComment(slice, tool, Form.FILE, selectors, until, reason, malformed);
  }

  private static List<Selector> selectors(Slice comment, int from, int to, String prefix) {
    String text = comment.text();
    List<Selector> selectors = new ArrayList<>();
    int at = from;
    while (at <= to) {
      int comma = text.indexOf(',', at);
      int end = comma < 0 || comma > to ? to : comma;
      int start = skipBlanks(text, at);
      int last = end;
      while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      if (start < last) {
        String word = text.substring(start, last);
        boolean every = prefix.equals("buildkit:") && word.equals("all");
        selectors.add(new Selector(comment.part(start, last), prefix + (every ? "*" : word)));
      }
      at = end + 1;
    }
    return selectors;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
