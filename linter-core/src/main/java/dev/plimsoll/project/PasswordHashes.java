package dev.plimsoll.project;

import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hashes of passwords in the modular crypt format, crypt(5): {@code $apr1$salt$hash}, {@code
 * $2y$10$…}; a dollar sign may be doubled in them.
 */
final class PasswordHashes {

  private static final List<String> SCHEMES =
      List.of(
          "apr1",
          "1",
          "2a",
          "2b",
          "2x",
          "2y",
          "5",
          "6",
          "7",
          "y",
          "gy",
          "argon2d",
          "argon2i",
          "argon2id",
          "scrypt",
          "pbkdf2",
          "pbkdf2-sha256",
          "pbkdf2-sha512");

  /** Those of Unix are this long at least: a scheme, a salt and 22 characters. */
  private static final int SHORTEST = 25;

  private PasswordHashes() {}

  /** The hash that an offset lies in. */
  static Optional<Span> around(String text, int offset) {
    int start = offset;
    while (start > 0 && isOfHash(text.charAt(start - 1))) {
      start--;
    }
    for (int at = text.indexOf('$', start); at >= 0 && at <= offset; at = text.indexOf('$', at)) {
      int name = behindDollars(text, at);
      int end = text.indexOf('$', name);
      if (end > name && SCHEMES.contains(text.substring(name, end))) {
        int last = end;
        while (last < text.length() && isOfHash(text.charAt(last))) {
          last++;
        }
        return last - at >= SHORTEST && last > offset
            ? Optional.of(new Span(at, last))
            : Optional.empty();
      }
      at = name;
    }
    return Optional.empty();
  }

  private static int behindDollars(String text, int at) {
    return text.startsWith("$$", at) ? at + 2 : at + 1;
  }

  private static boolean isOfHash(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "./$=,+-".indexOf(c) >= 0;
  }

  /** The offsets of the dollar signs of a hash that are not doubled. */
  static List<Integer> singleDollars(String text, Span hash) {
    List<Integer> singles = new ArrayList<>();
    int at = text.indexOf('$', hash.start());
    while (at >= 0 && at < hash.end()) {
      int next = behindDollars(text, at);
      if (next == at + 1) {
        singles.add(at);
      }
      at = text.indexOf('$', next);
    }
    return singles;
  }
}
