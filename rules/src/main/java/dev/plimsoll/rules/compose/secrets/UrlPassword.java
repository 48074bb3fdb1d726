package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Locale;
import java.util.Optional;

/** Finds the password in a URL or a connection string, as it is written, variables in it. */
final class UrlPassword {

  private static final String[] KEYS = {"password=", "pwd="};

  /** What a broker knows nobody else by until it is told so. */
  private static final String GUEST = "guest";

  private UrlPassword() {}

  /** Whether the variable is what stands between a user and the host of a URL. */
  static boolean isAt(Slice expression) {
    String content = expression.source().content();
    int start = expression.span().start();
    int end = expression.span().end();
    if (start == 0 || !content.startsWith("@", end) || content.charAt(start - 1) != ':') {
      return false;
    }
    int line = content.lastIndexOf('\n', start) + 1;
    return content.substring(line, start).contains("://");
  }

  /** Where the first literal password stands in a text; nothing where none does. */
  static Optional<Span> in(String text) {
    for (int at = text.indexOf("://"); at > 0; at = text.indexOf("://", at + 3)) {
      Optional<Span> found = ofUser(text, at + 3);
      if (found.isPresent()) {
        return found;
      }
    }
    boolean pairs = text.indexOf(';') > 0 || text.indexOf("://") > 0 || text.contains("host=");
    return pairs ? ofKey(text) : Optional.empty();
  }

  /** {@code user:password@host}, from behind the slashes on. */
  private static Optional<Span> ofUser(String text, int from) {
    int colon = -1;
    int last = -1;
    int at = from;
    while (at < text.length() && "/?#\"'`<>|,()\\ \t\n".indexOf(text.charAt(at)) < 0) {
      char c = text.charAt(at);
      if (c == ':' && colon < 0 && last < 0) {
        colon = at;
      } else if (c == '@') {
        last = at;
      }
      at = c == '$' ? endOfVariable(text, at) : at + 1;
    }
    if (colon < 0 || last <= colon + 1 || isSample(text.substring(last + 1, at))) {
      return Optional.empty();
    }
    return literal(text, colon + 1, last);
  }

  private static boolean isSample(String host) {
    return host.startsWith("example.") || host.contains(".example") || host.startsWith("<");
  }

  private static Optional<Span> ofKey(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String key : KEYS) {
      int at = lower.indexOf(key);
      if (at > 0 && ";?& ".indexOf(text.charAt(at - 1)) >= 0) {
        int from = at + key.length();
        int end = from;
        while (end < text.length() && ";&\"' \t\n".indexOf(text.charAt(end)) < 0) {
          end = text.charAt(end) == '$' ? endOfVariable(text, end) : end + 1;
        }
        return end > from ? literal(text, from, end) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Span> literal(String text, int from, int to) {
    String password = text.substring(from, to);
    boolean variable = password.replace("$$", "").indexOf('$') >= 0;
    return variable || password.equals(GUEST) || Credentials.isPlaceholder(password)
        ? Optional.empty()
        : Optional.of(new Span(from, to));
  }

  /** Behind a variable that begins with a dollar sign, or behind an escaped one. */
  private static int endOfVariable(String text, int dollar) {
    if (text.startsWith("$$", dollar)) {
      return dollar + 2;
    }
    int at = dollar + 1;
    if (at >= text.length() || text.charAt(at) != '{') {
      return at;
    }
    int depth = 0;
    for (; at < text.length(); at++) {
      depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
      if (depth == 0) {
        return at + 1;
      }
    }
    return text.length();
  }
}
