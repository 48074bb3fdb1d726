package dev.plimsoll.model.compose;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * What Compose refuses in a model.
 *
 * @param path the node at fault; for a key that is missing, the mapping that lacks it
 * @param place the key or value at fault, as tight as can be; for a key that is missing, its owner
 * @param template {@code %s} stands for the next argument
 * @param arguments slices, values and texts of our own, as a message takes them
 * @param meant the key or word that was probably meant
 * @param first for an item that is there twice, the other one
 */
public record Violation(
    ComposePath path,
    Slice place,
    Kind kind,
    String template,
    List<Object> arguments,
    Optional<String> meant,
    Optional<Slice> first) {

  public Violation {
    arguments = List.copyOf(arguments);
  }

  /** Whether it is an item that another file of the set has already. */
  public boolean isRepeatedByFile() {
    return kind == Kind.DUPLICATE_ITEM
        && first.isPresent()
        && !first.get().place().file().equals(place.place().file());
  }

  /** What is wrong. */
  public enum Kind {
    /** A key that does not exist, or not here. */
    UNKNOWN_KEY,
    /** A name that a service, a network and so on cannot have. */
    WRONG_NAME,
    WRONG_TYPE,
    /** None of the words that are allowed. */
    WRONG_WORD,
    WRONG_FORMAT,
    OUT_OF_RANGE,
    DUPLICATE_ITEM,
    MISSING_KEY
  }
}
