package dev.plimsoll.engine;

import dev.plimsoll.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Names findings so that they outlive moved lines and a renamed file: rule, structural address and
 * the culprit's text with its blanks folded; equal ones of a file are counted.
 */
final class Fingerprints {

  private static final int DIGITS = 24; // 96 bits of the hash

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
            : reported.finding().slice().text().strip().replaceAll("\\s+", " ");
    String identity = reported.by().id() + '\0' + reported.finding().anchor() + '\0' + text;
    int nth = seen.merge(reported.place().file() + '\0' + identity, 1, Integer::sum);
    byte[] bytes = (identity + '\0' + nth).getBytes(StandardCharsets.UTF_8);
    return "p1:" + SourceFile.hash(bytes).substring(0, DIGITS);
  }
}
