package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.ProxyFile;
import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads where Caddy and HAProxy send requests, whose files say one thing a line. Sources: Caddy,
 * Caddyfile directives, {@code reverse_proxy} and {@code php_fastcgi}; HAProxy Configuration
 * Manual, 5 Bind and server options.
 */
public final class ProxyLineReader {

  private final SourceText source;
  private final List<Target> targets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> includes = new ArrayList<>();
  private boolean isCaddy;
  private boolean isInProxy;

  private ProxyLineReader(SourceText source) {
    this.source = source;
  }

  /** Reads a Caddyfile. */
  public static ProxyFile caddy(SourceText source) {
    ProxyLineReader reader = new ProxyLineReader(source);
    reader.isCaddy = true;
    return reader.read();
  }

  /** Reads a configuration of HAProxy. */
  public static ProxyFile haproxy(SourceText source) {
    return new ProxyLineReader(source).read();
  }

  private ProxyFile read() {
    String text = source.content();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      List<Slice> words = words(start, end);
      if (!words.isEmpty() && isCaddy) {
        caddyLine(words);
      } else if (words.size() > 2 && words.get(0).text().equals("server")) {
        add(words.get(2));
      }
      start = end + 1;
    }
    return new ProxyFile(targets, names, includes);
  }

  private List<Slice> words(int start, int end) {
    String text = source.content();
    List<Slice> words = new ArrayList<>();
    int at = start;
    while (at < end) {
      int from = at;
      while (at < end && text.charAt(at) > ' ') {
        at++;
      }
      if (at > from && text.charAt(from) == '#') {
        return words;
      }
      if (at > from) {
        words.add(source.slice(new Span(from, at)));
      }
      at++;
    }
    return words;
  }

  private void caddyLine(List<Slice> words) {
    String first = words.get(0).text();
    if (first.equals("reverse_proxy") || first.equals("php_fastcgi")) {
      isInProxy = words.get(words.size() - 1).text().equals("{");
      for (int i = 1; i < words.size(); i++) {
        if (i > 1 || "/@*".indexOf(words.get(1).text().charAt(0)) < 0) {
          add(words.get(i));
        }
      }
    } else if (isInProxy && first.equals("to")) {
      for (Slice word : words.subList(1, words.size())) {
        add(word);
      }
    } else if (first.equals("}")) {
      isInProxy = false;
    } else if (first.equals("import") && words.size() > 1) {
      includes.add(words.get(1).text());
    }
  }

  private void add(Slice address) {
    Optional<Target> target = ProxyTargets.of(address);
    if (target.isPresent()) {
      targets.add(target.get());
    }
  }
}
