package dev.plimsoll.model.image;

import dev.plimsoll.text.Digits;
import java.util.List;
import java.util.Optional;

/** Of the folders in which a product keeps its data, those of the version that a tag names. */
final class DataFolders {

  /** From this version on, PostgreSQL's images have a folder for each version below their own. */
  private static final int POSTGRES_BELOW = 18;

  private static final String POSTGRES = "/var/lib/postgresql";

  private DataFolders() {}

  /** All of them, where the version is not known and any may be meant. */
  static List<String> of(String product, List<String> folders, ImageReference reference) {
    if (folders.size() < 2) {
      return folders;
    }
    int version = version(reference.tag().orElse(""));
    if (product.equals("postgresql") && version > 0) {
      return List.of(version < POSTGRES_BELOW ? POSTGRES + "/data" : POSTGRES);
    }
    if (product.equals("influxdb")) {
      return switch (version) {
        case 1 -> List.of("/var/lib/influxdb");
        case 2 -> List.of("/var/lib/influxdb2");
        default -> List.of(); // from version 3 on, its command line says where
      };
    }
    return folders;
  }

  /** That behind {@code pg}, else that at the start: 17 of {@code pg17} and {@code 17-3.5}. */
  private static int version(String tag) {
    int pg = tag.lastIndexOf("pg");
    Optional<Integer> named = pg < 0 ? Optional.empty() : number(tag, pg + 2);
    return named.isPresent() ? named.get() : number(tag, 0).orElse(0);
  }

  private static Optional<Integer> number(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return Digits.number(text.substring(from, end));
  }
}
