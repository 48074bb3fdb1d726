package dev.plimsoll.rule;

import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;

/**
 * A template and its arguments. The engine renders it, and masks each argument that rests on a
 * range of a known secret; so a rule never builds the sentence itself.
 *
 * @param template {@code %s} stands for the next argument
 * @param arguments {@link Slice}s, {@link Value}s, and plain words (strings of the rule's own,
 *     numbers)
 */
public record Message(String template, List<Object> arguments) {

  public Message {
    arguments = List.copyOf(arguments);
    for (Object argument : arguments) {
      boolean fits =
          argument instanceof Slice
              || argument instanceof Value
              || argument instanceof String
              || argument instanceof Integer;
      if (!fits) {
        throw new IllegalArgumentException("no message argument: " + argument.getClass());
      }
    }
  }

  public static Message of(String template, Object... arguments) {
    return new Message(template, List.of(arguments));
  }
}
