package dev.plimsoll.parse.small;

import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.Optional;

/**
 * A quoted value of a file of variables. Between single quotes only the quote itself is escaped;
 * between double quotes some letters are, and a dollar, which is then written as the two that stand
 * for one. Source: compose-go, {@code dotenv/parser.go}.
 */
final class QuotedValue implements EmbeddedText.Escaper {

  private static final String LETTERS = "abfnrtv\\";
  private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\";

  private final String text;
  private final char quote;
  private final EmbeddedText.Builder view;
  private int copied;
  private int at;
  private int end = -1;

  private QuotedValue(SourceText source, int start) {
    this.text = source.content();
    this.quote = text.charAt(start);
    this.view = new EmbeddedText.Builder(source, this);
    this.copied = start + 1;
    this.at = start + 1;
  }

  static QuotedValue read(SourceText source, int start) {
    QuotedValue value = new QuotedValue(source, start);
    value.read();
    return value;
  }

  /** Where it ends, the quote included; -1 where no quote closes it. */
  int end() {
    return end;
  }

  /** What stands between the quotes, escapes undone. */
  Slice decoded() {
    EmbeddedText decoded = view.build();
    return decoded.slice(new Span(0, decoded.content().length()));
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote) {
        view.copy(new Span(copied, at));
        end = at + 1;
        return;
      }
      if (c == '\\' && at + 1 < text.length()) {
        escape(text.charAt(at + 1));
      } else {
        at++;
      }
    }
  }

  private void escape(char next) {
    if (next == quote) {
      stand(2, String.valueOf(quote));
    } else if (quote == '\'') {
      at += 2;
    } else if (next == '$') {
      stand(2, "$$");
    } else if (next == '0') {
      octal();
    } else if (LETTERS.indexOf(next) >= 0) {
      stand(2, MEANINGS.substring(LETTERS.indexOf(next), LETTERS.indexOf(next) + 1));
    } else {
      at += 2;
    }
  }

  /** Three digits are a character; where they are not, only the zero gets lost. */
  private void octal() {
    int last = at + 2;
    while (last < text.length() && last < at + 5 && isDigit(text.charAt(last))) {
      last++;
    }
    String digits = text.substring(at + 2, last);
    boolean valid = digits.length() == 3 && digits.indexOf('8') < 0 && digits.indexOf('9') < 0;
    int character = valid ? Integer.parseInt(digits, 8) : 0x100;
    String meaning = character < 0x100 ? String.valueOf((char) character) : "\\" + digits;
    stand(last - at, meaning);
  }

  private static boolean isDigit(char c) {
    return '0' <= c && c <= '9';
  }

  private void stand(int length, String meaning) {
    view.copy(new Span(copied, at));
    view.stand(new Span(at, at + length), meaning);
    at += length;
    copied = at;
  }

  @Override
  public Optional<String> escape(String replacement) {
    if (quote == '"') {
      return Optional.of(replacement.replace("\\", "\\\\").replace("\"", "\\\""));
    }
    return replacement.indexOf('\\') >= 0
        ? Optional.empty()
        : Optional.of(replacement.replace("'", "\\'"));
  }
}
