package dev.plimsoll.model.dockerfile;

/**
 * What a value says to the builder once quotes and escapes are gone: two spellings of one value
 * have the same meaning. Source: BuildKit, {@code frontend/dockerfile/shell/lex.go}.
 */
final class WordMeaning {

  private WordMeaning() {}

  /**
   * The value in one spelling: bare characters, a dollar sign that is no expansion escaped with a
   * backslash, expansions as written.
   */
  static String of(String raw, char escape) {
    StringBuilder meaning = new StringBuilder(raw.length());
    char quote = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (quote == '\'') {
        quote = c == '\'' ? 0 : quote;
        if (c != '\'') {
          literal(meaning, c);
        }
      } else if (c == escape && i + 1 < raw.length()) {
        char next = raw.charAt(++i);
        if (quote == '"' && next != '"' && next != '$' && next != escape) {
          literal(meaning, c);
        }
        literal(meaning, next);
      } else if (c == '"' || (c == '\'' && quote == 0)) {
        quote = quote == 0 ? c : 0;
      } else {
        meaning.append(c);
      }
    }
    return meaning.toString();
  }

  private static void literal(StringBuilder meaning, char c) {
    if (c == '$' || c == '\\') {
      meaning.append('\\');
    }
    meaning.append(c);
  }
}
