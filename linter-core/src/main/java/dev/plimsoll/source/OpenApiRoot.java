package dev.plimsoll.source;

import java.nio.charset.StandardCharsets;

/**
 * Tells an OpenAPI document by a key {@code openapi} or {@code swagger} at its root that names a
 * version. It may stand anywhere: in Stripe's document it is in line 26,343.
 */
final class OpenApiRoot {

  private static final byte[][] KEYS = {
    "openapi".getBytes(StandardCharsets.US_ASCII), "swagger".getBytes(StandardCharsets.US_ASCII)
  };

  private final byte[] bytes;

  private OpenApiRoot(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Whether the bytes of a YAML or JSON file are such a document's. */
  static boolean isIn(byte[] bytes) {
    OpenApiRoot root = new OpenApiRoot(bytes);
    int start = root.blanksEnd(bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0, true);
    return start < bytes.length && (bytes[start] == '{' ? root.inBrackets(start) : root.inLines());
  }

  /** A mapping in YAML's block style, whose keys begin their lines. */
  private boolean inLines() {
    int from = bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0;
    while (from < bytes.length) {
      if (isVersion(from)) {
        return true;
      }
      while (from < bytes.length && bytes[from] != '\n') {
        from++;
      }
      from++;
    }
    return false;
  }

  private boolean inBrackets(int start) {
    int depth = 0;
    for (int at = start; at < bytes.length; at++) {
      switch (bytes[at]) {
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        case '"' -> {
          if (depth == 1 && isVersion(at)) {
            return true;
          }
          at = quoteEnd(at);
        }
        default -> {
          if (depth == 1 && isVersion(at)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int quoteEnd(int start) {
    int at = start + 1;
    while (at < bytes.length && bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    return at;
  }

  /** Whether the key that begins there names the version of a document. */
  private boolean isVersion(int start) {
    byte first = bytes[start];
    int quote = first == '"' || first == '\'' ? 1 : 0;
    for (byte[] key : KEYS) {
      int end = start + quote + key.length;
      if (isAt(key, start + quote) && (quote == 0 || (end < bytes.length && bytes[end] == first))) {
        int colon = blanksEnd(end + quote, false);
        int value = blanksEnd(colon + 1, false);
        if (colon < bytes.length && bytes[colon] == ':' && value < bytes.length) {
          int digit = bytes[value] == '"' || bytes[value] == '\'' ? value + 1 : value;
          digit +=
              digit < bytes.length && bytes[digit] == 'v' ? 1 : 0; // v3.0.0 is a mistake for it
          return digit < bytes.length && bytes[digit] >= '0' && bytes[digit] <= '9';
        }
      }
    }
    return false;
  }

  private boolean isAt(byte[] key, int start) {
    if (start + key.length > bytes.length) {
      return false;
    }
    for (int i = 0; i < key.length; i++) {
      if (bytes[start + i] != key[i]) {
        return false;
      }
    }
    return true;
  }

  private int blanksEnd(int from, boolean alsoLines) {
    int at = from;
    while (at < bytes.length
        && (bytes[at] == ' '
            || bytes[at] == '\t'
            || (alsoLines && (bytes[at] == '\n' || bytes[at] == '\r')))) {
      at++;
    }
    return at;
  }
}
