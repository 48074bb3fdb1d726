package dev.plimsoll.parse.small;

import dev.plimsoll.parse.small.tree.VariableText;
import dev.plimsoll.parse.small.tree.VariableText.Invalid;
import dev.plimsoll.parse.small.tree.VariableText.Literal;
import dev.plimsoll.parse.small.tree.VariableText.Variable;
import dev.plimsoll.text.Span;
import java.util.Optional;

/**
 * What Compose makes of a text with variables: operands are looked at only where they are needed,
 * and the first thing that is refused decides. Source: compose-go, {@code template/template.go}.
 */
public final class Substitution {

  /** Longer texts are not made: a few lines can double a value until no memory holds it. */
  static final int MAX_LENGTH = 1 << 20;

  /** What there is to know of a variable. */
  public enum State {
    SET,
    UNSET,
    /** Set, but nobody knows to what. */
    OPEN,
    /** Set to nothing from outside, if ever. */
    EMPTIED
  }

  /**
   * What a variable holds.
   *
   * @param text empty unless it is set
   */
  public record Held(State state, String text) {
    public static final Held UNSET = new Held(State.UNSET, "");
    public static final Held OPEN = new Held(State.OPEN, "");
    public static final Held EMPTIED = new Held(State.EMPTIED, "");

    public static Held of(String text) {
      return new Held(State.SET, text);
    }

    private boolean isMissing(boolean emptyIsUnset) {
      return state == State.UNSET || (state == State.SET && emptyIsUnset && text.isEmpty());
    }
  }

  /** Where variables are looked up, in the order in which Compose does. */
  public interface Lookup {
    Held find(Variable variable);
  }

  /** Why there is no text. */
  public sealed interface Stop {}

  /** Compose refuses what begins with this dollar. */
  public record Refused(Span dollar, boolean tooDeep) implements Stop {}

  /** Compose refuses to go on without a value for this variable. */
  public record Missing(Variable variable) implements Stop {}

  /** The text depends on a variable of which nobody knows what it holds. */
  public record Open(Variable variable) implements Stop {}

  /** The text is longer than any we make. */
  public record TooLong() implements Stop {}

  private final Lookup lookup;
  private final StringBuilder text = new StringBuilder();
  private Optional<Stop> stop = Optional.empty();

  private Substitution(Lookup lookup) {
    this.lookup = lookup;
  }

  public static Substitution of(VariableText text, Lookup lookup) {
    Substitution substitution = new Substitution(lookup);
    substitution.append(text);
    return substitution;
  }

  /** The text; what there was of it before the stop, if there was one. */
  public String text() {
    return text.toString();
  }

  public Optional<Stop> stop() {
    return stop;
  }

  private void append(VariableText parts) {
    for (VariableText.Part part : parts.parts()) {
      if (stop.isPresent()) {
        return;
      }
      if (part instanceof Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Variable variable) {
        append(variable);
      } else if (part instanceof Invalid invalid) {
        stop(new Refused(invalid.dollar(), invalid.tooDeep()));
      }
      if (text.length() > MAX_LENGTH) {
        stop(new TooLong());
      }
    }
  }

  private void append(Variable variable) {
    Held held = lookup.find(variable);
    boolean missing = held.isMissing(variable.emptyIsUnset());
    switch (variable.operator()) {
      case NONE -> value(variable, held);
      case DEFAULT -> {
        if (missing) {
          append(variable.operand());
        } else {
          value(variable, held);
        }
      }
      case REQUIRED -> {
        if (missing) {
          required(variable);
        } else {
          value(variable, held);
        }
      }
      case ALTERNATIVE -> {
        boolean emptied = held.state() == State.EMPTIED && variable.emptyIsUnset();
        if (!missing && !emptied) {
          append(variable.operand());
        }
      }
    }
  }

  private void value(Variable variable, Held held) {
    if (held.state() == State.OPEN || held.state() == State.EMPTIED) {
      stop(new Open(variable));
    }
    text.append(held.text());
  }

  /** The message is made before it is shown: what it holds may be refused first. */
  private void required(Variable variable) {
    int length = text.length();
    append(variable.operand());
    text.setLength(length);
    stop(new Missing(variable));
  }

  private void stop(Stop why) {
    if (stop.isEmpty()) {
      stop = Optional.of(why);
    }
  }
}
