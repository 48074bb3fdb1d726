package dev.plimsoll.model.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Checks patterns against the grammar of ECMA-262, which is that of {@code pattern}. Nothing is
 * matched. JSON Schema asks for the flag {@code u} and most tools leave it out (Annex B.1.2), so
 * only what both refuse is a fault.
 */
public final class PatternGrammar {

  /** Where a pattern ends to be one, and why. */
  public record Fault(int at, String reason) {}

  /** Nobody writes a longer one. */
  private static final int LONGEST = 10_000;

  private final String text;
  private final boolean isUnicode;
  private final PatternEscapes escapes;
  private final Deque<Group> open = new ArrayDeque<>();
  private Optional<Fault> fault = Optional.empty();
  private int at;

  /** A group that is open, and whether it may be repeated once it is closed. */
  private record Group(int at, boolean isRepeatable) {}

  private PatternGrammar(String text, boolean isUnicode) {
    this.text = text;
    this.isUnicode = isUnicode;
    this.escapes = escapes(text, isUnicode);
  }

  /** Why a text is no pattern; nothing where it is one. */
  public static Optional<Fault> fault(String pattern) {
    if (pattern.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<Fault> lenient = new PatternGrammar(pattern, false).parse();
    return lenient.isEmpty() || new PatternGrammar(pattern, true).parse().isEmpty()
        ? Optional.empty()
        : lenient;
  }

  private static PatternEscapes escapes(String text, boolean isUnicode) {
    Set<String> names = new HashSet<>();
    int groups = 0;
    boolean inClass = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[' || c == ']') {
        inClass = c == '[';
      } else if (c == '(' && !inClass) {
        boolean isNamed = isNamed(text, i);
        groups += isNamed || !text.startsWith("?", i + 1) ? 1 : 0;
        int end = text.indexOf('>', i);
        if (isNamed && end > 0) {
          names.add(text.substring(i + 3, end));
        }
      }
    }
    return new PatternEscapes(text, isUnicode, names, groups);
  }

  private static boolean isNamed(String text, int group) {
    return text.startsWith("(?<", group)
        && !text.startsWith("(?<=", group)
        && !text.startsWith("(?<!", group);
  }

  private Optional<Fault> parse() {
    while (at < text.length() && fault.isEmpty()) {
      term();
    }
    if (fault.isEmpty() && !open.isEmpty()) {
      fail(open.peek().at(), "the group is not closed");
    }
    return fault;
  }

  private void fail(int place, String reason) {
    if (fault.isEmpty()) {
      fault = Optional.of(new Fault(place, reason));
    }
  }

  private void term() {
    switch (text.charAt(at)) {
      case '^', '$', '|' -> at++; // nothing to repeat
      case '(' -> group();
      case ')' -> close();
      case '[' -> {
        set();
        quantifier();
      }
      case '*', '+', '?' -> fail(at, "nothing stands before " + text.charAt(at) + " to repeat");
      case '{' -> brace();
      case '}', ']' -> {
        if (isUnicode) {
          fail(at, text.charAt(at) + " closes nothing");
        }
        literal();
      }
      case '\\' -> {
        boolean isEdge = text.startsWith("\\b", at) || text.startsWith("\\B", at);
        if (isEdge) {
          at += 2;
        } else {
          escape(false);
          quantifier();
        }
      }
      default -> literal();
    }
  }

  private void literal() {
    at += isUnicode ? Character.charCount(text.codePointAt(at)) : 1;
    quantifier();
  }

  private void brace() {
    if (isUnicode || bracesEnd() > 0) {
      fail(at, "nothing stands before { to repeat");
    }
    literal();
  }

  private void close() {
    if (open.isEmpty()) {
      fail(at, "no group is open that ) closes");
      return;
    }
    at++;
    if (open.pop().isRepeatable()) {
      quantifier();
    }
  }

  private void group() {
    int start = at;
    boolean isRepeatable = true;
    if (!text.startsWith("(?", at)) {
      at++;
    } else if (text.startsWith("(?:", at)) {
      at += 3;
    } else if (text.startsWith("(?=", at) || text.startsWith("(?!", at)) {
      at += 3;
      isRepeatable = !isUnicode;
    } else if (text.startsWith("(?<=", at) || text.startsWith("(?<!", at)) {
      at += 4;
      isRepeatable = false;
    } else if (isNamed(text, at)) {
      int end = text.indexOf('>', at);
      if (end < 0 || !isName(text.substring(at + 3, end))) {
        fail(at, "the group has no name that ends with >");
      }
      at = end + 1;
    } else {
      at = modifiersEnd();
    }
    open.push(new Group(start, isRepeatable));
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || Character.isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isUnicodeIdentifierPart(c)
          && !Character.isSurrogate(c)
          && "$_\\{}".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Behind {@code (?i-s:}, which ECMA-262 has from 2025 on. */
  private int modifiersEnd() {
    int end = at + 2;
    while (end < text.length() && "ims-".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean isGroup = end > at + 2 && text.startsWith(":", end);
    if (!isGroup) {
      String head = text.substring(at, Math.min(text.length(), Math.max(end, at + 3)));
      boolean isPython = text.startsWith("(?P<", at);
      fail(at, isPython ? "a named group begins with (?<, not (?P<" : head + " begins no group");
    }
    return end + 1;
  }

  private void quantifier() {
    if (at >= text.length() || fault.isPresent()) {
      return;
    }
    char c = text.charAt(at);
    if (c == '*' || c == '+' || c == '?') {
      at++;
    } else if (c == '{' && bracesEnd() > 0) {
      int end = bracesEnd();
      checkOrder(text.substring(at + 1, end - 1));
      at = end;
    } else {
      return;
    }
    if (text.startsWith("?", at)) {
      at++;
    }
  }

  /** Behind the {@code {2,3}} that begins here; 0 where none does. */
  private int bracesEnd() {
    int i = PatternEscapes.digitsEnd(text, at + 1);
    if (i == at + 1) {
      return 0;
    }
    if (text.startsWith(",", i)) {
      i = PatternEscapes.digitsEnd(text, i + 1);
    }
    return text.startsWith("}", i) ? i + 1 : 0;
  }

  private void checkOrder(String bounds) {
    int comma = bounds.indexOf(',');
    if (comma < 0 || comma == bounds.length() - 1) {
      return;
    }
    String least = bounds.substring(0, comma).replaceFirst("^0+", "");
    String most = bounds.substring(comma + 1).replaceFirst("^0+", "");
    boolean isLess =
        least.length() == most.length()
            ? least.compareTo(most) <= 0
            : least.length() < most.length();
    if (!isLess) {
      fail(at, "{" + bounds + "} asks for more than it allows");
    }
  }

  private void set() {
    int start = at;
    at += text.startsWith("[^", at) ? 2 : 1;
    while (at < text.length() && text.charAt(at) != ']' && fault.isEmpty()) {
      int first = at;
      int from = member();
      boolean isRange =
          text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']';
      if (isRange && fault.isEmpty()) {
        at++;
        int to = member();
        if (from < 0 || to < 0) {
          if (isUnicode) {
            fail(first, "a set is no end of a range");
          }
        } else if (from > to) {
          fail(first, "the range " + text.substring(first, at) + " is out of order");
        }
      }
    }
    if (at >= text.length()) {
      fail(start, "[ is not closed");
    }
    at++;
  }

  /** Reads a member of a set; its code point, or -1 for a set of its own. */
  private int member() {
    if (text.charAt(at) == '\\') {
      return escape(true);
    }
    int c = isUnicode ? text.codePointAt(at) : text.charAt(at);
    at += Character.charCount(c);
    return c;
  }

  /** Reads an escape; its code point, or -1 where it stands for no single one. */
  private int escape(boolean inSet) {
    int value = escapes.read(at, inSet);
    at = escapes.end();
    if (fault.isEmpty()) {
      fault = escapes.fault();
    }
    return value;
  }
}
