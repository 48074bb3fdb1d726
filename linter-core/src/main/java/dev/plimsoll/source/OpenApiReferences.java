package dev.plimsoll.source;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the files that an OpenAPI file names behind {@code $ref}, without reading it as YAML: what
 * looks like a reference in an example or a comment is taken for one, too.
 */
public final class OpenApiReferences {

  private static final byte[] KEY = "$ref".getBytes(StandardCharsets.US_ASCII);
  private static final String END = "\"'#,}]\r\n";

  private OpenApiReferences() {}

  /**
   * The paths of YAML and JSON files that are named, as written but percent-decoding, each once.
   *
   * @param bytes in UTF-8
   */
  public static Set<String> paths(byte[] bytes) {
    Set<String> paths = new LinkedHashSet<>();
    for (int at = 0; at + KEY.length < bytes.length; at++) {
      if (bytes[at] == '$' && isKey(bytes, at)) {
        int start = valueStart(bytes, at + KEY.length);
        if (start < bytes.length && bytes[start] != '#') {
          String path = path(bytes, start);
          String lower = path.toLowerCase(Locale.ROOT);
          if (lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json")) {
            paths.add(path);
          }
        }
      }
    }
    return paths;
  }

  private static boolean isKey(byte[] bytes, int at) {
    for (int i = 1; i < KEY.length; i++) {
      if (bytes[at + i] != KEY[i]) {
        return false;
      }
    }
    return true;
  }

  /** Behind the colon and an opening quote; the end of the bytes where there is no colon. */
  private static int valueStart(byte[] bytes, int from) {
    int at = from;
    boolean isValue = false;
    while (at < bytes.length) {
      byte b = bytes[at];
      if (b == ':' && !isValue) {
        isValue = true;
      } else if (b != '"' && b != '\'' && b != ' ' && b != '\t') {
        return isValue ? at : bytes.length;
      }
      at++;
    }
    return at;
  }

  private static String path(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && END.indexOf(bytes[end]) < 0) {
      end++;
    }
    String path = new String(bytes, start, end - start, StandardCharsets.UTF_8).strip();
    return path.indexOf("%20") < 0 ? path : path.replace("%20", " ");
  }
}
