package dev.plimsoll.engine;

import dev.plimsoll.text.OneLine;
import java.util.HashMap;
import java.util.Map;

/**
 * Names findings so that they outlive moved lines and a renamed file: rule, structural address and
 * the culprit's text with its blanks folded; equal ones of a file are counted.
 */
final class Fingerprints {

  // The constants of FNV-1a, 64 bits: draft-eastlake-fnv, section 5.
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final Masks masks;
  private final Map<String, Integer> seen = new HashMap<>();

  Fingerprints(Masks masks) {
    this.masks = masks;
  }

  /** The fingerprint of the next finding, in the order of reports. */
  String of(Reported reported) {
    String text =
        masks.touches(reported.place())
            ? Masks.MASK
            : OneLine.of(reported.finding().slice().text());
    String identity = reported.by().id() + '\0' + reported.finding().anchor() + '\0' + text;
    int nth = seen.merge(reported.place().file() + '\0' + identity, 1, Integer::sum);
    String counted = identity + '\0' + nth;
    return "p1:" + hex(hash(counted, OFFSET_BASIS)) + hex(hash(counted, ~OFFSET_BASIS));
  }

  /**
   * FNV-1a over UTF-16 units, twice from different ends of the number line. A cryptographic digest
   * would cost a process's first finding its provider, and guards against nothing here.
   */
  private static long hash(String text, long basis) {
    long hash = basis;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return hash;
  }

  private static String hex(long hash) {
    String digits = Long.toHexString(hash);
    return "0".repeat(16 - digits.length()) + digits;
  }
}
