package dev.plimsoll.model.openapi;

import dev.plimsoll.model.openapi.PatternGrammar.Fault;
import java.util.Optional;
import java.util.Set;

/** Reads the escapes of patterns, each in the context of its whole pattern. */
final class PatternEscapes {

  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private final String text;
  private final boolean isUnicode;
  private final Set<String> names;
  private final int groups;
  private Optional<Fault> fault = Optional.empty();
  private int at;

  PatternEscapes(String text, boolean isUnicode, Set<String> names, int groups) {
    this.text = text;
    this.isUnicode = isUnicode;
    this.names = Set.copyOf(names);
    this.groups = groups;
  }

  /** What is wrong with the first wrong one that was read. */
  Optional<Fault> fault() {
    return fault;
  }

  /** Behind the one that was read last. */
  int end() {
    return at;
  }

  private void fail(int place, String reason) {
    if (fault.isEmpty()) {
      fault = Optional.of(new Fault(place, reason));
    }
  }

  /** Reads an escape; its code point, or -1 where it stands for no single one. */
  int read(int from, boolean inSet) {
    at = from;
    if (at + 1 >= text.length()) {
      fail(at, "nothing stands behind the last backslash");
      at++;
      return -1;
    }
    int start = at;
    char c = text.charAt(at + 1);
    at += 2;
    return switch (c) {
      case 'd', 'D', 's', 'S', 'w', 'W' -> -1;
      case 'p', 'P' -> property(c);
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'x' -> hex(2, c);
      case 'u' -> text.startsWith("{", at) && isUnicode ? braced() : hex(4, c);
      case 'c' -> control(inSet);
      case 'k' -> reference(start, inSet);
      default -> c >= '0' && c <= '9' ? digits(start, inSet) : identity(c, inSet);
    };
  }

  private int identity(char c, boolean inSet) {
    if (isUnicode && SYNTAX.indexOf(c) < 0 && !(inSet && c == '-')) {
      fail(at - 2, "\\" + c + " is no escape");
    }
    return c;
  }

  private int property(char c) {
    if (!isUnicode) {
      return c;
    }
    int end = text.indexOf('}', at);
    if (!text.startsWith("{", at) || end < at + 2) {
      fail(at - 2, "\\" + c + " names no property");
      return -1;
    }
    at = end + 1;
    return -1;
  }

  private int hex(int digits, char c) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return identity(c, false);
      }
      value = value * 16 + digit;
    }
    at += digits;
    boolean isPair =
        isUnicode && Character.isHighSurrogate((char) value) && text.startsWith("\\u", at);
    return isPair ? pair((char) value) : value;
  }

  private int pair(char high) {
    int before = at;
    at += 2;
    boolean isHex = at + 4 <= text.length() && text.substring(at, at + 4).matches("[0-9A-Fa-f]+");
    int low = isHex ? Integer.parseInt(text.substring(at, at + 4), 16) : 0;
    if (!isHex || !Character.isLowSurrogate((char) low)) {
      at = before;
      return high;
    }
    at += 4;
    return Character.toCodePoint(high, (char) low);
  }

  private int braced() {
    int end = text.indexOf('}', at);
    String digits = end < 0 ? "" : text.substring(at + 1, end);
    if (!digits.matches("0*[0-9A-Fa-f]{1,6}") || Integer.parseInt(digits, 16) > 0x10FFFF) {
      fail(at - 2, "\\u{ begins no code point");
      return -1;
    }
    at = end + 1;
    return Integer.parseInt(digits, 16);
  }

  private int control(boolean inSet) {
    char c = at < text.length() ? text.charAt(at) : ' ';
    boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    boolean isOld = !isUnicode && inSet && (c == '_' || (c >= '0' && c <= '9'));
    if (isLetter || isOld) {
      at++;
      return c % 32;
    }
    if (isUnicode) {
      fail(at - 2, "\\c names no control character");
    }
    at--; // a backslash that stands for itself
    return '\\';
  }

  private int reference(int start, boolean inSet) {
    if (inSet || (!isUnicode && names.isEmpty())) {
      return identity('k', inSet);
    }
    int end = text.indexOf('>', at);
    boolean isKnown =
        text.startsWith("<", at) && end > 0 && names.contains(text.substring(at + 1, end));
    if (!isKnown) {
      fail(start, "\\k names no group");
    }
    at = Math.max(at, end + 1);
    return -1;
  }

  private int digits(int start, boolean inSet) {
    int end = digitsEnd(text, start + 1);
    String digits = text.substring(start + 1, end);
    if (isUnicode) {
      boolean isNul = digits.equals("0");
      boolean isGroup =
          !inSet
              && !digits.startsWith("0")
              && digits.length() < 9
              && Integer.parseInt(digits) <= groups;
      if (!isNul && !isGroup) {
        fail(start, "\\" + digits + " refers to no group");
      }
      at = end;
      return isNul ? 0 : -1;
    }
    return inSet ? octal(start + 1) : -1;
  }

  private int octal(int from) {
    int value = 0;
    int i = from;
    while (i < text.length() && i < from + 3 && text.charAt(i) >= '0' && text.charAt(i) <= '7') {
      int more = value * 8 + text.charAt(i) - '0';
      if (more > 255) {
        break;
      }
      value = more;
      i++;
    }
    at = Math.max(i, from + 1);
    return i == from ? text.charAt(from) : value;
  }

  /** Behind the digits that begin at an offset. */
  static int digitsEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}
