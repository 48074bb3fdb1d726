package dev.plimsoll.fix;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Spells a text in YAML so that every reader, of 1.1 and of 1.2, takes it for that text. */
final class YamlQuotes {

  private static final Set<String> WORDS =
      Set.of("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<");

  // Decimal, octal, hexadecimal, binary, base 60, floats, dates: with underscores, as in 1.1.
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?(0x[0-9a-f_]+|0o[0-7_]+|0b[01_]+"
              + "|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
              + "|([0-9][0-9_]*)?\\.?[0-9_]*(e[-+]?[0-9]+)?|\\.inf)|\\.nan"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ \\tt].*)?",
          Pattern.CASE_INSENSITIVE);

  private YamlQuotes() {}

  /** Plain where that is read as the same text, else quoted. */
  static String text(String text, boolean inFlow) {
    if (isPlain(text, inFlow) && !isOtherType(text)) {
      return text;
    }
    boolean single = isSingle(text) && (text.indexOf('\\') >= 0 || text.indexOf('"') >= 0);
    return single ? singleQuoted(text) : doubleQuoted(text);
  }

  /** Whether a text within single quotes can be written in one line. */
  static boolean isSingle(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (needsEscape(text, i)) {
        return false;
      }
    }
    return true;
  }

  static String singleQuoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** Also a string of JSON. */
  static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c == '\t') {
        quoted.append("\\t");
      } else if (needsEscape(text, i)) {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /** Whether a plain text would be read as null, a truth value, a number or a date by some. */
  static boolean isOtherType(String text) {
    return WORDS.contains(text.toLowerCase(Locale.ROOT)) || NUMBER.matcher(text).matches();
  }

  /** Whether these characters can stand without quotes. */
  static boolean isPlain(String text, boolean inFlow) {
    if (text.isEmpty() || !isSingle(text) || !isPlainStart(text)) {
      return false;
    }
    if (text.endsWith(":") || text.endsWith(" ")) {
      return false;
    }
    return !text.contains(": ")
        && !text.contains(" #")
        && !(inFlow && hasAny(text, ",[]{}"))
        && !(inFlow && text.contains(":"));
  }

  private static boolean isPlainStart(String text) {
    char first = text.charAt(0);
    if (first == '-' || first == '?' || first == ':') {
      boolean word = text.length() > 1 && text.charAt(1) != ' ';
      return word && !text.startsWith("---");
    }
    return " ,[]{}#&*!|>'\"%@`".indexOf(first) < 0 && !text.startsWith("...");
  }

  private static boolean hasAny(String text, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      if (text.indexOf(characters.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean needsEscape(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || c == '\u2028'
        || c == '\u2029'
        || c >= 0xFFFE
        || c == '\uFEFF';
  }
}
