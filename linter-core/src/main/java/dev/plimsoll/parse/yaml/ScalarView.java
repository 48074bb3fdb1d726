package dev.plimsoll.parse.yaml;

import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/**
 * The characters that a scalar decodes to, as a view over how it is written, so that a part of the
 * text can be pointed at and edited. Where both cannot be laid side by side, the whole scalar
 * stands for each part.
 */
public final class ScalarView implements EmbeddedText.Escaper {

  private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";
  private static final String MEANINGS =
      "\0\u0007\b\t\t\n\u000b\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029";

  private final String decoded;
  private final Slice scalar;
  private final String host;
  private final char style;
  private final EmbeddedText.Builder view;
  private int copied;
  private int at;
  private int end;
  private int done;

  private ScalarView(String decoded, Slice scalar) {
    this.decoded = decoded;
    this.scalar = scalar;
    this.host = scalar.source().content();
    this.at = scalar.span().start();
    this.end = scalar.span().end();
    char first = at < end ? host.charAt(at) : ' ';
    this.style = "'\"|>".indexOf(first) >= 0 ? first : ' ';
    this.view = new EmbeddedText.Builder(scalar.source(), this);
  }

  /**
   * The view.
   *
   * @param decoded what YAML makes of the scalar
   * @param scalar quotes or the header of a block included
   */
  public static Slice of(String decoded, Slice scalar) {
    ScalarView reader = new ScalarView(decoded, scalar);
    boolean isPieced = !decoded.isEmpty() && reader.isAligned(); // a view needs a piece
    EmbeddedText view = isPieced ? reader.view.build() : reader.whole();
    return view.slice(new Span(0, decoded.length()));
  }

  private EmbeddedText whole() {
    return new EmbeddedText.Builder(scalar.source(), this).stand(scalar.span(), decoded).build();
  }

  private boolean isBlock() {
    return style == '|' || style == '>';
  }

  private boolean isAligned() {
    if (style == '"' || style == '\'') {
      at++;
      end--;
    } else if (isBlock()) {
      int newline = host.indexOf('\n', at);
      at = newline < 0 ? end : Math.min(newline + 1, end);
    }
    copied = at;
    while (at < end) {
      if (!step(host.charAt(at))) {
        return false;
      }
    }
    flush();
    if (isBlock() && decoded.substring(done).isBlank()) {
      view.stand(Span.at(end), decoded.substring(done));
      return true;
    }
    return done == decoded.length();
  }

  private boolean step(char c) {
    if (isBlank(c)) {
      return blanks();
    }
    if (c == '\\' && style == '"') {
      return escaped();
    }
    if (c == '\'' && style == '\'') {
      return stand(2, "'");
    }
    boolean same = done < decoded.length() && decoded.charAt(done) == c;
    at++;
    done++;
    return same;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private boolean blanks() {
    int last = at;
    int newlines = 0;
    while (last < end && isBlank(host.charAt(last))) {
      newlines += host.charAt(last) == '\n' ? 1 : 0;
      last++;
    }
    String meaning = host.substring(at, last);
    if (isBlock()) {
      int next = done;
      while (next < decoded.length() && isBlank(decoded.charAt(next))) {
        next++;
      }
      meaning = decoded.substring(done, next);
    } else if (newlines > 0) {
      meaning = newlines == 1 ? " " : "\n".repeat(newlines - 1);
    }
    if (!host.startsWith(meaning, at) || meaning.length() != last - at) {
      return stand(last - at, meaning);
    }
    boolean same = decoded.startsWith(meaning, done);
    at = last;
    done += meaning.length();
    return same;
  }

  private boolean escaped() {
    char letter = at + 1 < end ? host.charAt(at + 1) : ' ';
    if (letter == '\n' || letter == '\r') {
      int next = host.indexOf('\n', at) + 1;
      while (next < end && (host.charAt(next) == ' ' || host.charAt(next) == '\t')) {
        next++;
      }
      return next > 0 && stand(next - at, "");
    }
    int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) {
      return numbered(digits);
    }
    int known = ESCAPES.indexOf(letter);
    return known >= 0 && stand(2, MEANINGS.substring(known, known + 1));
  }

  private boolean numbered(int digits) {
    int code = 0;
    for (int i = at + 2; i < at + 2 + digits; i++) {
      int digit = i < end ? Character.digit(host.charAt(i), 16) : -1;
      code = code << 4 | digit;
      if (digit < 0) {
        return false;
      }
    }
    return Character.isValidCodePoint(code) && stand(2 + digits, Character.toString(code));
  }

  private boolean stand(int length, String meaning) {
    flush();
    boolean same = decoded.startsWith(meaning, done) && at + length <= end;
    view.stand(new Span(at, at + length), meaning);
    at += length;
    copied = at;
    done += meaning.length();
    return same;
  }

  private void flush() {
    if (copied < at) {
      view.copy(new Span(copied, at));
    }
    copied = at;
  }

  @Override
  public Optional<String> escape(String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      if (replacement.charAt(i) < ' ') {
        return Optional.empty();
      }
    }
    return switch (style) {
      case '\'' -> Optional.of(replacement.replace("'", "''"));
      case '"' -> Optional.of(replacement.replace("\\", "\\\\").replace("\"", "\\\""));
      case '|', '>' -> Optional.of(replacement);
      default -> isPlain(replacement) ? Optional.of(replacement) : Optional.empty();
    };
  }

  private static boolean endsKey(String text, int blank) {
    return blank > 0 && text.charAt(blank - 1) == ':';
  }

  /** Whether it means the same without quotes, wherever in a plain scalar it is put. */
  private boolean isPlain(String replacement) {
    boolean braces = decoded.indexOf('{') >= 0; // then it stands in no flow collection
    boolean commas = replacement.indexOf(',') >= 0 && !isInFlow();
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      boolean plain = Character.isLetterOrDigit(c) || "_./$".indexOf(c) >= 0;
      boolean inner =
          i > 0
              && i + 1 < replacement.length()
              && ("-:?+=@".indexOf(c) >= 0 || (commas && c == ','));
      boolean blank = c == ' ' && i + 1 < replacement.length() && !endsKey(replacement, i);
      if (!plain && !inner && !blank && !(braces && (c == '{' || c == '}'))) {
        return false;
      }
    }
    return true;
  }

  /** Whether the plain scalar is a member of a flow collection: what follows it tells. */
  private boolean isInFlow() {
    int next = scalar.span().end();
    while (next < host.length() && (isBlank(host.charAt(next)) || host.charAt(next) == '#')) {
      int newline = host.indexOf('\n', next);
      next = host.charAt(next) != '#' ? next + 1 : newline < 0 ? host.length() : newline;
    }
    return next < host.length() && ",]}".indexOf(host.charAt(next)) >= 0;
  }
}
