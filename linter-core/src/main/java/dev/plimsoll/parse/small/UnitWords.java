package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.UnitWord;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the words of a unit's value one by one: systemd.syntax(7), Quoting; systemd.service(5),
 * Command lines. Within a word {@code ${A}} is a variable and {@code $A} is not.
 */
final class UnitWords {

  private static final int NONE = -1; // no quote, no character

  private final Text source;
  private final String text;
  private final int end;
  private int at;
  private int wordEnd;
  private EmbeddedText.Builder view;
  private List<Span> expansions = new ArrayList<>();
  private int copied;
  private int length; // of the view, up to what is to be copied
  private boolean isExact;
  private UnitWord last;

  UnitWords(Slice value) {
    this.source = value.source();
    this.text = source.content();
    this.at = value.span().start();
    this.end = value.span().end();
    this.view = new EmbeddedText.Builder(source, new Escaping(NONE, true));
    this.last = new UnitWord(value.start(), List.of());
  }

  int at() {
    return at;
  }

  /** The word that was read last. */
  UnitWord last() {
    return last;
  }

  /** Whether each of its characters is known to be what the program gets. */
  boolean isExact() {
    return isExact;
  }

  /** Steps to the next word; false where there is none. */
  boolean skipBlanks() {
    while (at < end && UnitReader.isBlank(text.charAt(at))) {
      at++;
    }
    return at < end;
  }

  /** Steps over a semicolon that stands alone. */
  boolean separator() {
    boolean found = text.charAt(at) == ';' && isWordEnd(at + 1);
    at += found ? 1 : 0;
    return found;
  }

  private boolean isWordEnd(int offset) {
    return offset >= end || UnitReader.isBlank(text.charAt(offset));
  }

  /**
   * Reads a word; false where a quote is never closed.
   *
   * @param expands whether variables are looked for
   */
  boolean word(boolean expands) {
    wordEnd = wordEnd();
    if (wordEnd < 0) {
      return false;
    }
    int close = wordEnd;
    int quote = quoteAround();
    boolean splits = expands && isVariable();
    view = new EmbeddedText.Builder(source, new Escaping(quote, expands));
    expansions = new ArrayList<>();
    length = 0;
    isExact = true;
    if (quote != NONE) { // quotes around all of it are left out, so that it can grow at either end
      at++;
      wordEnd--;
    }
    copied = at;
    if (text.startsWith("\\;", at) && at + 2 == close) {
      stand(2, ";");
    } else {
      parts(quote, expands);
    }
    last = taken(splits);
    at = close;
    return true;
  }

  private UnitWord taken(boolean splits) {
    if (copied < at || length == 0) { // a view needs a piece
      view.copy(new Span(copied, at));
      length += at - copied;
    }
    EmbeddedText word = view.build();
    List<Slice> unknown = new ArrayList<>();
    for (Span span : splits ? List.of(new Span(0, length)) : expansions) {
      unknown.add(word.slice(span));
    }
    return new UnitWord(word.slice(new Span(0, length)), unknown);
  }

  /** Whether all of the word names a variable, whatever characters are in it. */
  private boolean isVariable() {
    int start = isQuote(text.charAt(at)) ? at + 1 : at;
    return start + 1 < wordEnd
        && text.charAt(start) == '$'
        && "{$".indexOf(text.charAt(start + 1)) < 0;
  }

  private int wordEnd() {
    int quote = NONE;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (quote != NONE) {
        quote = c == quote ? NONE : quote;
      } else if (isQuote(c)) {
        quote = c;
      } else if (UnitReader.isBlank(c)) {
        return i;
      }
    }
    return quote == NONE ? end : -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** The quote around all of the word. */
  private int quoteAround() {
    char quote = text.charAt(at);
    if (!isQuote(quote)) {
      return NONE;
    }
    int close = at + 1;
    while (close < wordEnd && text.charAt(close) != quote) {
      close += text.charAt(close) == '\\' ? 2 : 1;
    }
    return close == wordEnd - 1 ? quote : NONE;
  }

  /**
   * Undoes quotes and escapes.
   *
   * @param around the quote that is open
   */
  private void parts(int around, boolean expands) {
    int quote = around;
    while (at < wordEnd) {
      char c = text.charAt(at);
      if (quote == NONE ? isQuote(c) : c == quote) {
        quote = quote == NONE ? c : NONE;
        stand(1, "");
      } else if (c == '\\') {
        escape();
      } else if (c == '%') {
        specifier();
      } else if (c == '$' && expands) {
        variable(quote);
      } else {
        at++;
      }
    }
  }

  private void escape() {
    UnitEscape escape = UnitEscape.at(text, at, wordEnd);
    if (escape.length() == 0) {
      at++; // systemd leaves those that it does not know as they stand
      return;
    }
    isExact &= escape.isExact();
    stand(escape.length(), escape.meaning());
  }

  private void specifier() {
    char next = at + 1 < wordEnd ? text.charAt(at + 1) : ' ';
    if (next == '%') {
      stand(2, "%");
    } else if ((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z')) {
      expansion(2);
    } else {
      at++;
    }
  }

  private void variable(int quote) {
    char next = at + 1 < wordEnd ? text.charAt(at + 1) : ' ';
    if (next == '$') {
      stand(2, "$");
      return;
    }
    if (next != '{') {
      at++;
      return;
    }
    int close = at + 2;
    while (close < wordEnd && text.charAt(close) != '}') {
      char c = text.charAt(close);
      isExact &= c != '\\' && (quote == NONE ? !isQuote(c) : c != quote);
      close++;
    }
    isExact &= close < wordEnd;
    expansion(Math.min(close + 1, wordEnd) - at);
  }

  private void expansion(int characters) {
    int start = length + at - copied;
    expansions.add(new Span(start, start + characters));
    at += characters;
  }

  /** Lets a text stand for what comes next. */
  private void stand(int characters, String meaning) {
    flush();
    view.stand(new Span(at, at + characters), meaning);
    length += meaning.length();
    at += characters;
    copied = at;
  }

  private void flush() {
    if (copied < at) {
      view.copy(new Span(copied, at));
      length += at - copied;
      copied = at;
    }
  }

  /** Writes characters into a word: those that a quoted or unquoted word can hold as they are. */
  private record Escaping(int quote, boolean expands) implements EmbeddedText.Escaper {

    @Override
    public Optional<String> escape(String replacement) {
      StringBuilder escaped = new StringBuilder(replacement.length());
      for (int i = 0; i < replacement.length(); i++) {
        char c = replacement.charAt(i);
        boolean expansion = c == '%' || (c == '$' && replacement.startsWith("{", i + 1));
        if (c < ' ' || expansion || (quote == NONE && (c == ' ' || c == ';'))) {
          return Optional.empty();
        }
        if (c == '\\' || c == quote || (quote == NONE && isQuote(c))) {
          escaped.append('\\');
        }
        escaped.append(c == '$' && expands ? "$$" : String.valueOf(c));
      }
      return Optional.of(escaped.toString());
    }
  }
}
