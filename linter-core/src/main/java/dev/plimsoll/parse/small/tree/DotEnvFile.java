package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A file of variables: {@code .env}, or one that {@code env_file} names.
 *
 * @param entries in the order of the file; of two with one name, the later one wins
 */
public record DotEnvFile(List<Entry> entries) {

  /** One that sets nothing. */
  public static final DotEnvFile NONE = new DotEnvFile(List.of());

  /** How it is read. */
  public enum Format {
    /** With quotes, comments and variables. */
    COMPOSE,
    /** {@code format: raw}: what stands behind the equals sign is the value. */
    RAW
  }

  public DotEnvFile {
    entries = List.copyOf(entries);
  }

  /** The entry that decides what a variable holds; none where the file does not set it. */
  public Optional<Entry> find(String name) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.text().isPresent() && entry.key().text().equals(name)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  /**
   * A variable of the file.
   *
   * @param key its name; empty where the file gives a value without a name, which Compose takes
   * @param value as written, with its quotes, without a comment; none where only the name is given,
   *     and the value is taken from around
   * @param text the value; none where it is to be taken from around and nothing is there, or where
   *     Compose refuses what is written
   * @param references the variables in the value, those in operands too
   */
  public record Entry(
      Slice key, Optional<Slice> value, Optional<String> text, List<Reference> references) {
    public Entry {
      references = List.copyOf(references);
    }
  }

  /**
   * A variable in a value.
   *
   * @param name without the dollar sign and braces
   * @param operator what is asked of it
   * @param set whether the lines before set it, or what was given to the reader
   */
  public record Reference(Slice name, VariableText.Operator operator, boolean set) {}
}
