package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds values that stand after a name that announces a secret, in any syntax that writes them as
 * {@code name=value} or {@code name: value}: assignments, options, JSON, headers, .npmrc, .netrc.
 */
final class SecretFields {

  private static final int MAX_NAME = 100;
  private static final String ENDS = "\"'`;&|)<>,\\";

  private final String text;
  private final char[] units; // of the text, twice as fast to go through
  private final List<Span> found = new ArrayList<>(0);

  private SecretFields(String text, char[] units) {
    this.text = text;
    this.units = units;
  }

  /** The values in a text, in order, quotes not among them. */
  static List<Span> in(String text) {
    return in(text, text.toCharArray());
  }

  /**
   * The values in a text.
   *
   * @param units of the text
   */
  static List<Span> in(String text, char[] units) {
    SecretFields fields = new SecretFields(text, units);
    boolean netrc = text.contains("machine ");
    int at = fields.next(0);
    while (at < text.length()) {
      char c = fields.units[at];
      int end = at;
      if (c == '=' || (c == ':' && fields.opensValue(at + 1))) {
        end = fields.field(at, c);
      } else if (c == ':' && text.startsWith(":-", at)) {
        end = fields.fallback(at);
      } else if ((c == 'p' || c == 'P') && text.regionMatches(true, at, "password ", 0, 9)) {
        end = fields.spoken(at + 9, netrc);
      }
      at = fields.next(Math.max(end, at + 1));
    }
    return fields.found;
  }

  /** Where the next character stands that may begin something. */
  private int next(int from) {
    int at = from;
    while (at < units.length) {
      char c = units[at];
      if (c == '=' || c == ':') {
        return at;
      }
      if ((c == 'p' || c == 'P') && at + 1 < units.length && (units[at + 1] | ' ') == 'a') {
        return at;
      }
      at++;
    }
    return at;
  }

  /** Whether a colon is not that of an address or an image: a blank or a quote follows. */
  private boolean opensValue(int at) {
    return at < text.length() && " \t\"'\\".indexOf(text.charAt(at)) >= 0;
  }

  /** Reads the name before a separator and adds what follows; where to go on. */
  private int field(int separator, char c) {
    int end = separator;
    while (end > 0 && c == ':' && "\"'\\".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < MAX_NAME && isNamePart(units[start - 1])) {
      start--;
    }
    if (start == end || !SecretNames.maySay(units, start, end)) {
      return separator;
    }
    String name = text.substring(start, end);
    if (name.equalsIgnoreCase("authorization")) {
      int scheme = skipBlanks(separator + 1);
      while (scheme < text.length() && SecretShape.isAlphanumeric(text.charAt(scheme))) {
        scheme++;
      }
      return add(skipBlanks(scheme));
    }
    return SecretNames.announcesSecret(name)
        ? add(c == ':' ? skipBlanks(separator + 1) : separator + 1)
        : separator;
  }

  /** {@code ${DB_PASSWORD:-x}}; a word that may stand anywhere tells nothing. */
  private int fallback(int colon) {
    int start = colon;
    while (start > 0 && colon - start < MAX_NAME && isNamePart(text.charAt(start - 1))) {
      start--;
    }
    int from = colon + 2;
    int end = from;
    boolean word = true;
    while (end < text.length() && "}$\n".indexOf(text.charAt(end)) < 0) {
      word &= Character.isLowerCase(text.charAt(end));
      end++;
    }
    if (!word
        && text.startsWith("}", end)
        && start > 1
        && text.startsWith("${", start - 2)
        && SecretNames.announcesSecret(text.substring(start, colon))
        && !Placeholders.isPlaceholder(text.substring(from, end))) {
      found.add(new Span(from, end));
      return end;
    }
    return colon;
  }

  /** {@code PASSWORD 'x'} in SQL, {@code password x} in .netrc. */
  private int spoken(int from, boolean netrc) {
    int at = skipBlanks(from);
    return at < text.length() && (text.charAt(at) == '\'' || netrc) ? add(at) : from;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /** Adds the value that begins at an offset, unless it is a reference or a word such as true. */
  private int add(int from) {
    int start = from;
    if (text.startsWith("\\\"", start)) {
      start += 2;
    } else if (start < text.length() && "\"'".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start >= text.length() || "$=/".indexOf(text.charAt(start)) >= 0) {
      return start;
    }
    int end = start == from + 1 ? closing(start, text.charAt(from)) : plainEnd(start);
    if (end > start && !Placeholders.isWord(text.substring(start, end))) {
      found.add(new Span(start, end));
    }
    return end;
  }

  /** Where a quoted value ends: at its quote, or at the end of a line without one. */
  private int closing(int start, char quote) {
    int at = start;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  private int plainEnd(int start) {
    int at = start;
    while (at < text.length() && text.charAt(at) > ' ' && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static boolean isNamePart(char c) {
    return SecretShape.isAlphanumeric(c) || c == '_' || c == '-' || c == '.';
  }
}
