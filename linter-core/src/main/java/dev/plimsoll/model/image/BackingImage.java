package dev.plimsoll.model.image;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An image that applications rely on.
 *
 * @param product what it speaks as, in lower case: {@code postgresql} for its forks and builds, too
 * @param ports those that it serves by default
 * @param folders where it keeps its data, the first as its documentation has it today; none where
 *     that is not known
 * @param setting the variable that must name such a folder, else the data lies in another, which is
 *     not meant to last
 */
public record BackingImage(
    String product, Kind kind, List<String> ports, List<String> folders, Optional<String> setting) {

  private static final int OWN_NAME = 5; // POSTGRES_ for postgresql, COCKROACH_ for cockroachdb

  /** What such an image is there for. */
  public enum Kind {
    DATABASE,
    KEY_VALUE,
    CACHE,
    BROKER,
    COORDINATOR,
    SEARCH,
    OBJECT_STORE,
    POOLER,
    ADMIN;

    static Kind of(String word) {
      return valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
  }

  BackingImage withoutFolders() {
    return new BackingImage(product, kind, ports, List.of(), Optional.empty());
  }

  /** Whether a variable bears the product's name, or the beginning of it, as its own do. */
  public boolean isNamedIn(String variable) {
    String start = product.substring(0, Math.min(product.length(), OWN_NAME));
    return variable.toLowerCase(Locale.ROOT).contains(start);
  }

  /** Whether it holds data for others: no pooler, and nothing that only administers. */
  public boolean isDatastore() {
    return kind != Kind.POOLER && kind != Kind.ADMIN;
  }
}
