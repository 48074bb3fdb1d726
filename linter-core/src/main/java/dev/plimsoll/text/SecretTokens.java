package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds secrets by what they look like, whatever the name before them: tokens of known issuers,
 * private keys, JSON Web Tokens, and passwords within URLs. Placeholders are none. One pass, and no
 * work at a character that begins none of them.
 */
public final class SecretTokens {

  /**
   * A secret in a text.
   *
   * @param kind what people call it
   */
  public record Found(String kind, Span span) {}

  private static final int MAX_KEY = 16_000;
  private static final int MAX_HEADER = 60;
  private static final int KEY_LINE = 32;
  private static final int MAX_HEAD = 512;
  private static final int MAX_JWT = 8_000;
  private static final int HEAD_BITS = 7;

  /** The shapes that begin with each letter. */
  private static final SecretShape[][] SHAPES = new SecretShape['z' + 1][];

  /** The first two characters of each shape, and of a JSON Web Token: what most words lack. */
  private static final boolean[] HEADS = new boolean[1 << (2 * HEAD_BITS)];

  private static final byte WORD = 1;
  private static final byte SIGN = 2;

  /** What each character of ASCII can be: a part of a word, or a sign before a secret. */
  private static final byte[] CLASSES = new byte[1 << HEAD_BITS];

  static {
    for (char c = 'A'; c <= 'z'; c++) {
      List<SecretShape> own = new ArrayList<>();
      for (SecretShape shape : SecretShape.ALL) {
        if (shape.prefix().charAt(0) == c) {
          own.add(shape);
        }
      }
      SHAPES[c] = own.toArray(new SecretShape[0]);
    }
    HEADS[head('e', 'y')] = true;
    for (SecretShape shape : SecretShape.ALL) {
      HEADS[head(shape.prefix().charAt(0), shape.prefix().charAt(1))] = true;
    }
    for (char c = 0; c < CLASSES.length; c++) {
      boolean isSign = c == '-' || c == ':' || c == '?' || c == '&';
      CLASSES[c] = SecretShape.isAlphanumeric(c) || c == '_' ? WORD : isSign ? SIGN : 0;
    }
  }

  private final String text;
  private final char[] units; // of the text, several times as fast to go through
  private final List<Found> found = new ArrayList<>(0);

  private SecretTokens(String text, char[] units) {
    this.text = text;
    this.units = units;
  }

  /** The secrets of a text, in order. */
  public static List<Found> in(String text) {
    return in(text, text.toCharArray());
  }

  /**
   * The secrets of a text.
   *
   * @param units of the text
   */
  static List<Found> in(String text, char[] units) {
    SecretTokens tokens = new SecretTokens(text, units);
    tokens.scan();
    return tokens.found;
  }

  private void scan() {
    int at = 0;
    while (at < units.length) {
      byte kind = kind(at);
      int end = kind == WORD ? token(at) : kind == SIGN ? behindSign(at) : -1;
      if (end > at) {
        at = end;
        continue;
      }
      at++;
      if (kind == WORD) {
        while (at < units.length && kind(at) == WORD) {
          at++; // a token begins with a word
        }
      }
    }
  }

  private byte kind(int at) {
    char c = units[at];
    return c < CLASSES.length ? CLASSES[c] : 0;
  }

  private int behindSign(int at) {
    return switch (units[at]) {
      case '-' -> privateKey(at);
      case ':' -> password(at);
      default -> parameter(at + 1);
    };
  }

  /** Two characters as one number; that of no token where one is not ASCII. */
  private static int head(char first, char second) {
    return second >> HEAD_BITS == 0 ? (first << HEAD_BITS) + second : 0;
  }

  private int token(int start) {
    char first = units[start];
    if (start + 1 == units.length || !HEADS[head(first, units[start + 1])]) {
      return -1;
    }
    for (SecretShape shape : SHAPES[first]) {
      int end = shape.end(text, start);
      if (end >= 0) {
        return add(shape.kind(), start, end);
      }
    }
    return first == 'e' && text.startsWith("eyJ", start) ? jsonWebToken(start) : -1;
  }

  /** Adds it unless it is a placeholder; the end of either. */
  private int add(String kind, int start, int end) {
    if (!Placeholders.isPlaceholder(text.substring(start, end))) {
      found.add(new Found(kind, new Span(start, end)));
    }
    return end;
  }

  /** Three parts in base64url, the first two of which are JSON objects: RFC 7519. */
  private int jsonWebToken(int start) {
    int limit = Math.min(text.length(), start + MAX_JWT);
    int header = base64Url(start, Math.min(limit, start + MAX_HEAD));
    if (header - start < 16 || !text.startsWith(".eyJ", header)) {
      return -1;
    }
    int payload = base64Url(header + 1, limit);
    if (payload - header < 10 || payload >= limit || text.charAt(payload) != '.') {
      return -1;
    }
    int signature = base64Url(payload + 1, limit);
    return signature - payload < 20 ? -1 : add("JSON Web Token", start, signature);
  }

  private int base64Url(int from, int limit) {
    int at = from;
    while (at < limit
        && (SecretShape.isAlphanumeric(text.charAt(at)) || "-_=".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** A block in PEM, RFC 7468; its header alone, as in a search for it, is none. */
  private int privateKey(int start) {
    if (!text.startsWith("-----BEGIN ", start)) {
      return -1;
    }
    int dashes = text.indexOf("-----", start + 11);
    if (dashes < 0 || dashes - start > MAX_HEADER) {
      return start + 11;
    }
    String label = text.substring(start + 11, dashes);
    int body = dashes + 5;
    if (!label.contains("PRIVATE KEY") || !hasKeyLine(body)) {
      return body;
    }
    int limit = Math.min(text.length(), start + MAX_KEY);
    int end = text.substring(body, limit).indexOf("-----END");
    int close = end < 0 ? -1 : text.indexOf("-----", body + end + 8);
    found.add(new Found("private key", new Span(start, close < 0 ? limit : close + 5)));
    return close < 0 ? limit : close + 5;
  }

  private boolean hasKeyLine(int from) {
    int run = 0;
    int limit = Math.min(text.length(), from + 200);
    for (int i = from; i < limit && run < KEY_LINE; i++) {
      char c = text.charAt(i);
      run = SecretShape.isAlphanumeric(c) || c == '+' || c == '/' || c == '=' ? run + 1 : 0;
    }
    return run >= KEY_LINE;
  }

  /** The password of {@code scheme://user:password@host}; a well-known one is none. */
  private int password(int colon) {
    if (!text.startsWith("://", colon) || colon == 0) {
      return -1;
    }
    int user = colon + 3;
    int end = UrlUser.end(text, user);
    if (end < 0) {
      return -1;
    }
    String authority = text.substring(user, end);
    int at = authority.lastIndexOf('@');
    int separator = authority.indexOf(':');
    if (separator < 0 || separator >= at) {
      return -1;
    }
    String password = authority.substring(separator + 1, at);
    String host = authority.substring(at + 1);
    if (UrlUser.isHarmless(authority.substring(0, separator), password, host)) {
      return -1;
    }
    List<Found> within = in(password);
    String kind = within.isEmpty() ? "password in a URL" : within.get(0).kind();
    found.add(new Found(kind, new Span(user + separator + 1, user + at)));
    return user + at;
  }

  /** The password in the query of a URL, {@code jdbc:x://host/?user=a&password=b}. */
  private int parameter(int start) {
    if (!text.startsWith("password=", start)) {
      return -1;
    }
    int from = start + "password=".length();
    int end = UrlUser.end(text, from);
    int next = end < 0 ? -1 : text.substring(from, end).indexOf('&');
    int to = next < 0 ? end : from + next;
    if (to <= from || UrlUser.isHarmless("", text.substring(from, to), "")) {
      return -1;
    }
    found.add(new Found("password in a URL", new Span(from, to)));
    return to;
  }
}
