package dev.plimsoll.parse.yaml;

import java.util.HashMap;
import java.util.Map;

/** Gives short texts that read alike as one: of a large file's keys and words most are repeated. */
final class SharedTexts {

  private static final int LONGEST = 24;

  private final Map<String, String> known = new HashMap<>();

  String of(String text) {
    if (text.length() > LONGEST) {
      return text;
    }
    String first = known.putIfAbsent(text, text);
    return first == null ? text : first;
  }
}
