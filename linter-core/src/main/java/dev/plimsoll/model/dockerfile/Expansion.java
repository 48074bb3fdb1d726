package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Optional;

/**
 * One expansion of a word as the builder makes it: quotes and escapes undone, variables replaced.
 * Source: BuildKit, {@code frontend/dockerfile/shell/lex.go}.
 */
final class Expansion {

  /** Deeper nested substitutions are not followed. */
  private static final int MAX_DEPTH = 50;

  /** Longer values are not followed: a few lines can double one until no memory holds it. */
  private static final int MAX_LENGTH = 65_535;

  private static final int MAX_PATTERN_COST = 1 << 20;

  private static final char NONE = '\uffff';

  private final Slice origin;
  private final String word;
  private final char escape;
  private final Choices choices;
  private boolean rawEscapes;
  private int depth;
  private int at;
  private Optional<Value> stopped = Optional.empty();

  /**
   * @param word the text to expand, as written
   * @param origin where it stands
   */
  Expansion(String word, Slice origin, char escape, Choices choices) {
    this.word = word;
    this.origin = origin;
    this.escape = escape;
    this.choices = choices;
  }

  /** What the word says; unknown too where the builder would refuse it. */
  Value value() {
    String text = upTo(NONE, false);
    return stopped.isPresent() ? stopped.get() : new Value.Known(text, origin);
  }

  private String upTo(char end, boolean raw) {
    boolean before = rawEscapes;
    rawEscapes = raw;
    StringBuilder text = new StringBuilder();
    while (goesOn(text)) {
      char c = word.charAt(at);
      if (c == end) {
        at++;
        rawEscapes = before;
        return text.toString();
      }
      if (c == '$') {
        text.append(dollar());
      } else if (c == '\'') {
        text.append(singleQuoted());
      } else if (c == '"') {
        text.append(doubleQuoted());
      } else if (c == escape) {
        escaped(text);
      } else {
        text.append(c);
        at++;
      }
    }
    if (end != NONE) {
      refuse("a substitution has no closing brace");
    }
    return text.toString();
  }

  private boolean goesOn(StringBuilder text) {
    if (text.length() > MAX_LENGTH) {
      refuse("the value is too long");
    }
    return stopped.isEmpty() && at < word.length();
  }

  private void escaped(StringBuilder text) {
    if (rawEscapes) {
      text.append(escape);
    }
    at++;
    if (at < word.length()) {
      text.append(word.charAt(at));
      at++;
    }
  }

  private String singleQuoted() {
    int close = word.indexOf('\'', at + 1);
    if (close < 0) {
      return refuse("a quote is not closed");
    }
    String text = word.substring(at + 1, close);
    at = close + 1;
    return text;
  }

  private String doubleQuoted() {
    StringBuilder text = new StringBuilder();
    at++;
    while (goesOn(text)) {
      char c = word.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      if (c == '$') {
        text.append(dollar());
      } else if (c == escape) {
        escapedInQuotes(text);
      } else {
        text.append(c);
        at++;
      }
    }
    return refuse("a quote is not closed");
  }

  private void escapedInQuotes(StringBuilder text) {
    if (rawEscapes) {
      text.append(escape);
    }
    at++;
    if (at < word.length()) {
      char next = word.charAt(at);
      if (next == '"' || next == '$' || next == escape) {
        text.append(next);
        at++;
      } else {
        text.append(escape);
      }
    }
  }

  private String dollar() {
    at++;
    if (at == word.length() || word.charAt(at) != '{') {
      String name = name();
      return name.isEmpty() ? "$" : text(find(name));
    }
    at++;
    if (at == word.length() || "{}:".indexOf(word.charAt(at)) >= 0) {
      return refuse("a substitution has no name");
    }
    String name = name();
    if (at == word.length()) {
      return refuse("a substitution has no closing brace");
    }
    if (++depth > MAX_DEPTH) {
      return refuse("substitutions are nested too deeply");
    }
    String text = substitution(name, word.charAt(at++));
    depth--;
    return text;
  }

  private String substitution(String name, char operator) {
    if (operator == '}') {
      return text(find(name));
    }
    if (operator == ':' && at < word.length()) {
      char second = word.charAt(at++);
      return "+-?".indexOf(second) >= 0 ? choice(name, second, true) : unsupported();
    }
    if ("+-?".indexOf(operator) >= 0) {
      return choice(name, operator, false);
    }
    if (operator == '#' || operator == '%') {
      return trimmed(name, operator);
    }
    return operator == '/' ? replaced(name) : unsupported();
  }

  private String unsupported() {
    return refuse("the builder does not know this kind of substitution");
  }

  /** The operators that ask whether a variable is set; with a colon, nothing counts as unset. */
  private String choice(String name, char operator, boolean colon) {
    String operand = upTo('}', false);
    if (stopped.isPresent()) {
      return "";
    }
    Binding binding = operator == '?' ? find(name) : choices.orUnset(name);
    boolean unset =
        binding instanceof Binding.Unset
            || (colon && binding instanceof Binding.Text set && set.text().isEmpty());
    if (operator == '?' && unset) {
      return refuse("the build stops where " + name + " is not set");
    }
    if (operator == '+') {
      return unset ? "" : operand;
    }
    return unset ? operand : text(binding);
  }

  private String trimmed(String name, char operator) {
    String operand = upTo('}', true);
    String value = text(find(name));
    boolean longest = !operand.isEmpty() && operand.charAt(0) == operator;
    Optional<BuilderPattern> parsed = pattern(longest ? operand.substring(1) : operand, value);
    if (parsed.isEmpty()) {
      return "";
    }
    if (operator == '#') {
      int end = end(parsed.get(), value, longest);
      return end < 0 ? value : value.substring(end);
    }
    String reversed = new StringBuilder(value).reverse().toString();
    int end = end(parsed.get().reversed(), reversed, longest);
    return end < 0 ? value : value.substring(0, value.length() - end);
  }

  private static int end(BuilderPattern pattern, String text, boolean longest) {
    return longest ? pattern.longestEnd(text, 0) : pattern.shortestEnd(text, 0);
  }

  private Optional<BuilderPattern> pattern(String text, String value) {
    Optional<BuilderPattern> pattern = BuilderPattern.parse(text);
    if (pattern.isEmpty()) {
      refuse("an escape in its pattern stands before a character that needs none");
    } else if (pattern.get().cost(value) > MAX_PATTERN_COST) {
      refuse("the value is too long");
    }
    return stopped.isPresent() ? Optional.empty() : pattern;
  }

  private String replaced(String name) {
    boolean all = at < word.length() && word.charAt(at) == '/';
    at += all ? 1 : 0;
    String operand = upTo('/', true);
    String replacement = upTo('}', true);
    String value = text(find(name));
    Optional<BuilderPattern> parsed = pattern(operand, value);
    if (parsed.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    int abutting = -1; // the builder ignores an empty match at the end of the one before
    long cost = 0;
    for (int start = 0; start <= value.length(); start++) {
      int end = parsed.get().longestEnd(value, start);
      cost += parsed.get().cost(value) - start;
      if (cost > MAX_PATTERN_COST) {
        return refuse("the value is too long");
      }
      if (end > start || (end == start && start != abutting)) {
        text.append(value, from, start).append(replacement);
        from = end;
        abutting = end;
        start = Math.max(start, end - 1);
        if (!all) {
          break;
        }
      }
    }
    return text.append(value, from, value.length()).toString();
  }

  /**
   * Letters, digits and underscores; digits alone where it begins with one; or one special sign.
   */
  private String name() {
    int start = at;
    if (at < word.length() && "@*#?-$!".indexOf(word.charAt(at)) >= 0) {
      at++;
      return word.substring(start, at);
    }
    boolean digits = at < word.length() && Character.isDigit(word.charAt(at));
    while (at < word.length() && isPartOfName(word.charAt(at), digits)) {
      at++;
    }
    return word.substring(start, at);
  }

  private static boolean isPartOfName(char c, boolean digits) {
    return Character.isDigit(c) || (!digits && (c == '_' || Character.isLetter(c)));
  }

  private Binding find(String name) {
    return choices.find(name);
  }

  private String text(Binding binding) {
    if (binding instanceof Binding.Unknown unknown) {
      stop(unknown.value());
    }
    return binding instanceof Binding.Text text ? text.text() : "";
  }

  private String refuse(String reason) {
    stop(new Value.Unknown(reason, origin));
    return "";
  }

  private void stop(Value why) {
    if (stopped.isEmpty()) {
      stopped = Optional.of(why);
    }
  }
}
