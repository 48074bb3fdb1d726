package dev.plimsoll.text;

import java.util.ArrayList;
import java.util.List;

/** Finds all that looks like a secret in a text of any syntax. */
public final class SecretSpans {

  private SecretSpans() {}

  /** What stands behind names that announce secrets, and what looks like one by itself. */
  public static List<Span> in(String text) {
    char[] units = text.toCharArray();
    List<Span> found = new ArrayList<>(SecretFields.in(text, units));
    for (SecretTokens.Found token : SecretTokens.in(text, units)) {
      found.add(token.span());
    }
    return found;
  }
}
