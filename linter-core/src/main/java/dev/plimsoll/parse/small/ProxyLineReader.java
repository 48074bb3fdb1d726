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
 * Reads where Caddy, HAProxy and Traefik send requests, whose files say one thing a line. Sources:
 * Caddy, Caddyfile directives, {@code reverse_proxy} and {@code php_fastcgi}; HAProxy Configuration
 * Manual, 5 Bind and server options; Traefik, Routing, Services, Servers of a load balancer.
 */
public final class ProxyLineReader {

  private final SourceText source;
  private final List<Target> targets = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> includes = new ArrayList<>();
  private final Language language;
  private boolean isInProxy;

  private enum Language {
    CADDY,
    HAPROXY,
    TRAEFIK
  }

  private ProxyLineReader(SourceText source, Language language) {
    this.source = source;
    this.language = language;
  }

  /** Reads a Caddyfile. */
  public static ProxyFile caddy(SourceText source) {
    return new ProxyLineReader(source, Language.CADDY).read();
  }

  /** Reads a configuration of HAProxy. */
  public static ProxyFile haproxy(SourceText source) {
    return new ProxyLineReader(source, Language.HAPROXY).read();
  }

  /** Reads a dynamic configuration of Traefik, in YAML in blocks. */
  public static ProxyFile traefik(SourceText source) {
    return new ProxyLineReader(source, Language.TRAEFIK).read();
  }

  private ProxyFile read() {
    String text = source.content();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      List<Slice> words = words(start, end);
      if (!words.isEmpty()) {
        line(words);
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

  private void line(List<Slice> words) {
    switch (language) {
      case CADDY -> caddyLine(words);
      case HAPROXY -> {
        if (words.size() > 2 && words.get(0).text().equals("server")) {
          add(words.get(2));
        }
      }
      case TRAEFIK -> traefikLine(words);
    }
  }

  private void traefikLine(List<Slice> words) {
    List<Slice> said = words.get(0).text().equals("-") ? words.subList(1, words.size()) : words;
    String key = said.isEmpty() ? "" : said.get(0).text();
    switch (key) {
      case "servers:" -> isInProxy = said.size() == 1;
      case "url:", "address:" -> {
        if (isInProxy && said.size() == 2) {
          add(withoutQuotes(said.get(1)));
        }
      }
      case "weight:", "preservePath:", "tls:" -> {}
      default -> isInProxy = false;
    }
  }

  private static Slice withoutQuotes(Slice word) {
    String text = word.text();
    char first = text.charAt(0);
    boolean isQuoted =
        text.length() > 2 && (first == '"' || first == '\'') && text.endsWith(text.substring(0, 1));
    Span span = word.span();
    return isQuoted ? new Slice(word.source(), new Span(span.start() + 1, span.end() - 1)) : word;
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
