package dev.plimsoll.model.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of mapping in a Compose file, such as a service.
 *
 * @param label how messages call it: "a service"
 * @param keys the keys of its own, by name
 * @param required the keys it must have
 * @param anyRequired keys of which it must have one at least
 * @param extensions whether it may have keys that begin with {@code x-}
 * @param open whether other keys may have any value
 * @param entries for a mapping of names, which names and what they may be
 */
record ComposeKind(
    String label,
    Map<String, Key> keys,
    List<String> required,
    List<String> anyRequired,
    boolean extensions,
    boolean open,
    Optional<Entries> entries) {

  /**
   * A key.
   *
   * @param shape what its value may be, as the table spells it
   * @param since the version of Docker Compose that brought it; empty where not known
   */
  record Key(String shape, boolean deprecated, String since) {}

  /** Names, and the values of all of them. */
  record Entries(Names names, ComposeShape value) {}

  /** What keys of someone's own choice may be. */
  enum Names {
    ANY("a name must not be empty"),
    NAME("a name is made of letters, digits and \".\", \"_\", \"-\""),
    LOWER("a name is made of small letters");

    private final String described;

    Names(String described) {
      this.described = described;
    }

    String described() {
      return described;
    }

    boolean allows(String name) {
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        boolean fits =
            switch (this) {
              case ANY -> true;
              case NAME -> ComposeFormat.isOfName(c);
              case LOWER -> c >= 'a' && c <= 'z';
            };
        if (!fits) {
          return false;
        }
      }
      return !name.isEmpty();
    }
  }

  /** Whether a key that is none of its own may stand in it with any value. */
  boolean lets(String key) {
    return open || (extensions && key.startsWith("x-"));
  }
}
