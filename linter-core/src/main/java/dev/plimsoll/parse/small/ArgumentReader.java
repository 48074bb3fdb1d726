package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.Argument;
import dev.plimsoll.parse.small.tree.ArgumentLine;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts the command line of a Compose service into words, as Compose does. Source: go-shellwords
 * 1.0.12, {@code shellwords.go}, whose options Compose leaves alone: it ends at the first operator
 * outside of quotes, and what stands behind is dropped.
 */
public final class ArgumentReader {

  private final Slice line;
  private final String text;
  private final int end;
  private final List<Span> variables;
  private final List<Argument> words = new ArrayList<>();
  private Optional<Slice> dropped = Optional.empty();
  private EmbeddedText.Builder view;
  private final StringBuilder word = new StringBuilder();
  private List<Span> expansions = new ArrayList<>();
  private boolean begun;
  private boolean isSingle;
  private boolean isDouble;
  private boolean isBack;
  private boolean isSubstitution;
  private int copied;
  private int at;
  private int nextVariable;

  private ArgumentReader(Slice line, List<Span> variables) {
    this.line = line;
    this.text = line.source().content();
    this.at = line.span().start();
    this.end = line.span().end();
    this.variables = variables;
    this.view = new EmbeddedText.Builder(line.source(), new Escaping(quotes()));
  }

  /**
   * The words of a line.
   *
   * @param variables in the order of the text: what stands there is no quote, blank or operator
   */
  public static ArgumentLine read(Slice line, List<Span> variables) {
    return new ArgumentReader(line, variables).read();
  }

  private ArgumentLine read() {
    boolean isWhole = true;
    while (isWhole && at < end && dropped.isEmpty()) {
      isWhole = step(text.charAt(at));
    }
    if (!isWhole || isQuoted()) {
      return new ArgumentLine(List.of(), Optional.empty(), true);
    }
    endWord();
    return new ArgumentLine(words, dropped, false);
  }

  private boolean isQuoted() {
    return isSingle || isDouble || isBack || isSubstitution;
  }

  /** Takes what stands next; false where the line is refused. */
  private boolean step(char c) {
    if (nextVariable < variables.size() && variables.get(nextVariable).start() == at) {
      variable(variables.get(nextVariable));
      return true;
    }
    if (c == '\\' && !isSingle) {
      return escaped();
    }
    switch (c) {
      case ' ', '\t', '\r', '\n' -> blank();
      case '"', '\'' -> quote(c);
      case '`' -> {
        isBack ^= !isSingle && !isDouble && !isSubstitution;
        take();
      }
      case ')' -> {
        isSubstitution ^= !isSingle && !isDouble && !isBack;
        take();
      }
      case '(' -> {
        return open();
      }
      case ';', '&', '|', '<', '>' -> operator(c);
      default -> take();
    }
    return true;
  }

  private void variable(Span variable) {
    begin();
    expansions.add(new Span(word.length(), word.length() + variable.length()));
    word.append(text, variable.start(), variable.end());
    at = variable.end();
    nextVariable++;
  }

  /** A backslash takes the next character along, whatever it is. */
  private boolean escaped() {
    if (at + 1 >= end) {
      return false;
    }
    stand(2, text.substring(at + 1, at + 2));
    return true;
  }

  private void blank() {
    if (isQuoted()) {
      take();
    } else {
      endWord();
      at++;
    }
  }

  private void quote(char c) {
    boolean isPlain = isSubstitution || (c == '"' ? isSingle : isDouble);
    if (isPlain) {
      take();
      return;
    }
    if (c == '"') {
      isDouble = !isDouble;
    } else {
      isSingle = !isSingle;
    }
    stand(1, "");
  }

  /** A parenthesis that opens: a dollar sign must stand before it. */
  private boolean open() {
    if (!isSingle && !isDouble && !isBack) {
      int last = word.length() - 1;
      boolean isRefused = isSubstitution || !begun || last < 0 || word.charAt(last) != '$';
      isSubstitution = true;
      if (isRefused) {
        return false;
      }
    }
    take();
    return true;
  }

  /** The word before a sign that writes a file goes with it where it begins with a digit. */
  private void operator(char c) {
    if (isQuoted()) {
      take();
      return;
    }
    begun &= c != '>' || word.length() == 0 || word.charAt(0) < '0' || word.charAt(0) > '9';
    endWord();
    dropped = Optional.of(new Slice(line.source(), new Span(at, end)));
  }

  private void begin() {
    if (!begun) {
      view = new EmbeddedText.Builder(line.source(), new Escaping(quotes()));
      word.setLength(0);
      expansions = new ArrayList<>();
      copied = at;
      begun = true;
    }
  }

  private void take() {
    begin();
    word.append(text.charAt(at));
    at++;
  }

  private void stand(int characters, String meaning) {
    begin();
    flush();
    view.stand(new Span(at, at + characters), meaning);
    word.append(meaning);
    at += characters;
    copied = at;
  }

  private void flush() {
    if (copied < at) {
      view.copy(new Span(copied, at));
      copied = at;
    }
  }

  private void endWord() {
    if (!begun) {
      return;
    }
    flush();
    EmbeddedText made = view.build();
    List<Slice> unknown = new ArrayList<>();
    for (Span span : expansions) {
      unknown.add(made.slice(span));
    }
    words.add(new Argument(made.slice(new Span(0, word.length())), unknown));
    begun = false;
  }

  /** The quotes around all of the next word; nothing where it has others, or parts outside. */
  private String quotes() {
    char first = at < end ? text.charAt(at) : ' ';
    int close = first == '"' || first == '\'' ? text.indexOf(first, at + 1) : -1;
    boolean isAll =
        close > 0
            && close < end
            && (close + 1 == end || " \t\r\n".indexOf(text.charAt(close + 1)) >= 0);
    return isAll ? String.valueOf(first) : "";
  }

  /**
   * Writes characters into a word: those that it can hold as they are.
   *
   * @param quotes those around all of it, without a backslash between them
   */
  private record Escaping(String quotes) implements EmbeddedText.Escaper {

    @Override
    public Optional<String> escape(String replacement) {
      for (int i = 0; i < replacement.length(); i++) {
        char c = replacement.charAt(i);
        boolean special =
            quotes.isEmpty() ? "\"'`();&|<> ".indexOf(c) >= 0 : quotes.indexOf(c) >= 0;
        if (c < ' ' || c == '\\' || special) {
          return Optional.empty();
        }
      }
      return Optional.of(replacement);
    }
  }
}
