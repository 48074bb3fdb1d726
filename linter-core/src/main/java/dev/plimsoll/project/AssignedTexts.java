package dev.plimsoll.project;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of a Makefile or a shell script that are assigned once, at the beginning of a line,
 * with a text that is known in the file.
 */
final class AssignedTexts {

  private static final String[] BEFORE = {"export ", "override ", "readonly "};
  private static final String OF_VALUES = "-_./=:~@, ";

  /** More than any command is long. */
  private static final int LONGEST = 4096;

  private final boolean isMake;
  private final Map<String, String> values = new HashMap<>();

  /** What more than one assignment, or one that is no text, gives a value. */
  private final Set<String> unclear = new HashSet<>();

  AssignedTexts(String text, boolean isMake) {
    this.isMake = isMake;
    for (int at = 0; at < text.length(); at = endOfLine(text, at) + 1) {
      assignment(text.substring(at, endOfLine(text, at)));
    }
    values.keySet().removeAll(unclear);
  }

  /** Where a line ends that goes on behind backslashes. */
  static int endOfLine(String text, int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) != '\n' || goesOn(text, from, at))) {
      at++;
    }
    return at;
  }

  private static boolean goesOn(String text, int from, int newline) {
    int before = newline - 1;
    if (before > from && text.charAt(before) == '\r') {
      before--;
    }
    return before >= from && text.charAt(before) == '\\';
  }

  private void assignment(String line) {
    for (int equals = line.indexOf('='); equals > 0; equals = line.indexOf('=', equals + 1)) {
      int end = equals;
      while (end > 0 && "?:+!".indexOf(line.charAt(end - 1)) >= 0) {
        end--;
      }
      boolean adds = line.substring(end, equals).indexOf('+') >= 0;
      while (isMake && end > 0 && line.charAt(end - 1) == ' ') {
        end--;
      }
      int start = end;
      while (start > 0 && isOfName(line.charAt(start - 1))) {
        start--;
      }
      if (start < end && !Character.isDigit(line.charAt(start))) {
        Optional<String> value =
            adds || !begins(line, start) ? Optional.empty() : value(line.substring(equals + 1));
        assign(line.substring(start, end), value);
      }
    }
  }

  private void assign(String name, Optional<String> value) {
    if (value.isEmpty() || values.putIfAbsent(name, value.get()) != null) {
      unclear.add(name);
    }
  }

  private static boolean begins(String line, int start) {
    for (String word : BEFORE) {
      if (start == word.length() && line.startsWith(word)) {
        return true;
      }
    }
    return start == 0;
  }

  private Optional<String> value(String written) {
    int comment = written.indexOf(" #");
    String text = (comment < 0 ? written : written.substring(0, comment)).strip();
    char quote = text.length() < 2 || isMake ? ' ' : text.charAt(0);
    boolean isQuoted = (quote == '"' || quote == '\'') && text.indexOf(quote, 1) > 0;
    if (isQuoted && text.indexOf(quote, 1) == text.length() - 1) {
      text = text.substring(1, text.length() - 1);
    } else if (!isMake && text.indexOf(' ') >= 0) {
      return Optional.empty(); // a command gets it in its environment
    }
    String plain = text.replace("\\\r\n", " ").replace("\\\n", " ").replace('\t', ' ');
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      int end = c == '$' && quote != '\'' ? endOfReference(plain, i) : i;
      if (end == i && !Character.isLetterOrDigit(c) && OF_VALUES.indexOf(c) < 0) {
        return Optional.empty();
      }
      i = Math.max(i, end - 1);
    }
    return Optional.of(plain);
  }

  /** A text with the known variables replaced, in which all others stay as they are. */
  String expand(String text) {
    return values.isEmpty() ? text : expand(text, 0);
  }

  private String expand(String text, int depth) {
    StringBuilder expanded = new StringBuilder();
    int from = 0;
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
      int end = endOfReference(text, at);
      String value = end > at ? values.get(name(text, at, end)) : null;
      if (value != null && depth < 8 && expanded.length() + value.length() < LONGEST) {
        expanded.append(text, from, at).append(expand(value, depth + 1));
        from = end;
      }
      at = Math.max(end, text.startsWith("$$", at) ? at + 2 : at + 1);
    }
    return expanded.append(text, from, text.length()).toString();
  }

  private static String name(String text, int dollar, int end) {
    return isOfName(text.charAt(dollar + 1))
        ? text.substring(dollar + 1, end)
        : text.substring(dollar + 2, end - 1);
  }

  /** Behind {@code $(NAME)}, {@code ${NAME}} or a script's {@code $NAME}; else the dollar. */
  private int endOfReference(String text, int dollar) {
    int at = dollar + 1;
    boolean isOpen = text.startsWith("{", at) || (isMake && text.startsWith("(", at));
    if ((!isOpen && isMake) || at == text.length()) {
      return dollar;
    }
    char close = text.charAt(at) == '(' ? ')' : '}';
    int start = isOpen ? at + 1 : at;
    int end = start;
    while (end < text.length() && isOfName(text.charAt(end))) {
      end++;
    }
    if (end == start || (isOpen && (end == text.length() || text.charAt(end) != close))) {
      return dollar;
    }
    return isOpen ? end + 1 : end;
  }

  private static boolean isOfName(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
