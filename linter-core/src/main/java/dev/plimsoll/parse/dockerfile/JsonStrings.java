package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads an array of strings, RFC 8259, each as a view in which escapes are undone. On the start-up
 * path of every image with an exec form, which is why no library reads it.
 */
final class JsonStrings {

  private static final char REPLACEMENT = '\uFFFD';

  private final Slice array;
  private final String text;
  private final int end;
  private final List<Word> words = new ArrayList<>();
  private int at;
  private boolean stoppedAtValue;

  JsonStrings(Slice array) {
    this.array = array;
    this.text = array.source().content();
    this.at = array.span().start() + 1;
    this.end = array.span().end();
  }

  List<Word> words() {
    return words;
  }

  /** Whether reading ended where a value stands that is no string. */
  boolean stoppedAtValue() {
    return stoppedAtValue;
  }

  /** Whether the text is an array of strings and nothing else. */
  boolean read() {
    skipBlanks();
    if (is(']')) {
      return isLast();
    }
    while (at < end) {
      if (!is('"')) {
        stoppedAtValue = true;
        return false;
      }
      if (!string()) {
        return false;
      }
      skipBlanks();
      if (is(']')) {
        return isLast();
      }
      if (!is(',')) {
        return false;
      }
      at++;
      skipBlanks();
    }
    return false;
  }

  private boolean is(char c) {
    return at < end && text.charAt(at) == c;
  }

  private boolean isLast() {
    at++;
    skipBlanks();
    return at == end;
  }

  private void skipBlanks() {
    while (at < end && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean string() {
    EmbeddedText.Builder view = new EmbeddedText.Builder(array.source(), JsonStrings::escape);
    int copied = ++at;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '"') {
        view.copy(new Span(copied, at));
        EmbeddedText decoded = view.build();
        words.add(new Word(decoded.slice(new Span(0, decoded.content().length()))));
        at++;
        return true;
      }
      if (c < ' ') {
        return false;
      }
      if (c != '\\') {
        at++;
        continue;
      }
      int length = escapeLength();
      if (length == 0) {
        return false;
      }
      view.copy(new Span(copied, at));
      view.stand(new Span(at, at + length), unescaped());
      at += length;
      copied = at;
    }
    return false;
  }

  private int escapeLength() {
    char c = at + 1 < end ? text.charAt(at + 1) : ' ';
    if ("\"\\/bfnrt".indexOf(c) >= 0) {
      return 2;
    }
    if (c != 'u' || at + 6 > end) {
      return 0;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) >= 0x80) {
        return 0;
      }
    }
    return 6;
  }

  private String unescaped() {
    char c = text.charAt(at + 1);
    char unescaped =
        switch (c) {
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'u' -> unicode();
          default -> c;
        };
    return String.valueOf(unescaped);
  }

  /** A surrogate that lacks its other half is replaced, as the builder does. */
  private char unicode() {
    char c = unit(at);
    boolean alone =
        (Character.isHighSurrogate(c) && !Character.isLowSurrogate(unit(at + 6)))
            || (Character.isLowSurrogate(c) && !Character.isHighSurrogate(unit(at - 6)));
    return alone ? REPLACEMENT : c;
  }

  private char unit(int from) {
    boolean escape =
        from >= array.span().start() && from + 6 <= end && text.startsWith("\\u", from);
    int value = 0;
    for (int i = from + 2; escape && i < from + 6; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      escape = digit >= 0;
      value = value * 16 + digit;
    }
    return escape ? (char) value : ' ';
  }

  private static Optional<String> escape(String replacement) {
    StringBuilder escaped = new StringBuilder(replacement.length());
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (c < ' ') {
        return Optional.empty();
      }
      if (c == '"' || c == '\\') {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return Optional.of(escaped.toString());
  }
}
