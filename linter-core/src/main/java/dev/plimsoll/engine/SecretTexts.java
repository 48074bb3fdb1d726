package dev.plimsoll.engine;

import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the secrets of a run say, found in one pass over a text however many there are: each is
 * looked up by its first four units (Karp and Rabin's search for several patterns, with an exact
 * key in the place of a hash).
 */
final class SecretTexts {

  /** A shorter text is found everywhere: blanking it out would tell more than it hides. */
  private static final int MIN_LENGTH = 4;

  private static final int FILTER_BITS = 16;

  private final Map<Long, List<String>> byHead = new HashMap<>();
  private final BitSet heads = new BitSet(1 << FILTER_BITS); // spares most places the lookup

  /** Adds what a secret says; a text shorter than four units is not searched for. */
  void add(String secret) {
    if (secret.length() < MIN_LENGTH) {
      return;
    }
    long head = 0;
    for (int i = 0; i < MIN_LENGTH; i++) {
      head = next(head, secret.charAt(i));
    }
    List<String> alike = byHead.get(head);
    if (alike == null) {
      alike = new ArrayList<>(1);
      byHead.put(head, alike);
      heads.set(filter(head));
    }
    if (!alike.contains(secret)) {
      alike.add(secret);
    }
  }

  /** Adds where secrets stand in a text, those that overlap included. */
  void findIn(String text, Collection<Span> found) {
    if (byHead.isEmpty()) {
      return;
    }
    char[] units = text.toCharArray();
    long head = 0;
    for (int end = 1; end <= units.length; end++) {
      head = next(head, units[end - 1]);
      if (end < MIN_LENGTH || !heads.get(filter(head))) {
        continue;
      }
      List<String> alike = byHead.get(head);
      if (alike == null) {
        continue;
      }
      int start = end - MIN_LENGTH;
      for (String secret : alike) {
        if (text.startsWith(secret, start)) {
          found.add(new Span(start, start + secret.length()));
        }
      }
    }
  }

  /** The last four units, one further. */
  private static long next(long head, char unit) {
    return (head << Character.SIZE) | unit;
  }

  private static int filter(long head) {
    return (int) ((head * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FILTER_BITS));
  }
}
