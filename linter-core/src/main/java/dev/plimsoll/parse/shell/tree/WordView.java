package dev.plimsoll.parse.shell.tree;

import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;

/** A word as the program gets it: quotes and backslashes gone, each character with its place. */
final class WordView {

  private final ShellWord word;
  private final EmbeddedText.Builder view;

  private WordView(ShellWord word, EmbeddedText.Escaper escaper) {
    this.word = word;
    this.view = new EmbeddedText.Builder(word.slice().source(), escaper);
  }

  static Slice of(ShellWord word) {
    List<WordPart> parts = word.parts();
    WordView view = new WordView(word, new Quoting(quote(parts)));
    for (WordPart part : parts) {
      view.add(part);
    }
    EmbeddedText text = view.view.build();
    return text.slice(new Span(0, text.content().length()));
  }

  /** The quotes around all of a word; none where it has others or parts outside. */
  private static Optional<WordPart.Quote> quote(List<WordPart> parts) {
    Optional<WordPart.Quote> common = Optional.empty();
    for (WordPart part : parts) {
      if (part instanceof WordPart.Quoted quoted
          && (common.isEmpty() || common.get() == quoted.quote())) {
        common = Optional.of(quoted.quote());
      } else if (!(part instanceof WordPart.Expansion expansion && expansion.quoted())) {
        return Optional.empty();
      }
    }
    return common;
  }

  private void add(WordPart part) {
    if (part instanceof WordPart.Expansion expansion) {
      boolean isUnknown = word.isVerbatim() || isSubstitution(expansion);
      view.stand(expansion.slice().span(), isUnknown ? ShellWord.UNKNOWN : expansion.text());
    } else if (part instanceof WordPart.Quoted quoted
        && quoted.quote() == WordPart.Quote.VERBATIM) {
      copy(part, 0, part.slice().text().length());
    } else if (part instanceof WordPart.Quoted quoted && quoted.quote() != WordPart.Quote.DOUBLE) {
      between(quoted);
    } else {
      escaped(part);
    }
  }

  private boolean isSubstitution(WordPart.Expansion expansion) {
    for (Substitution substitution : word.substitutions()) {
      if (substitution.slice().span().overlaps(expansion.slice().span())) {
        return true;
      }
    }
    return false;
  }

  /** A part between single quotes. */
  private void between(WordPart.Quoted part) {
    String raw = part.slice().text();
    int open = raw.indexOf('\'') + 1;
    int close = Math.max(open, raw.endsWith("'") ? raw.length() - 1 : raw.length());
    stand(part, 0, open, "");
    int from = open;
    for (int at = open; part.quote() == WordPart.Quote.DOLLAR_SINGLE && at < close; at++) {
      int meant = raw.charAt(at) == '\\' && at + 1 < close ? WordParts.meaning(raw, at + 1) : -1;
      if (meant >= 0) {
        copy(part, from, at);
        stand(part, at, at + 2, String.valueOf((char) meant));
        at++;
        from = at + 1;
      }
    }
    copy(part, from, close);
    stand(part, close, raw.length(), "");
  }

  /** A part in which a backslash takes the next character along, and double quotes may stand. */
  private void escaped(WordPart part) {
    String escapable = part instanceof WordPart.Quoted ? "$`\"\\\n" : "";
    String raw = part.slice().text();
    int from = 0;
    int at = 0;
    while (at < raw.length()) {
      boolean escape = raw.charAt(at) == '\\' && at + 1 < raw.length();
      if (escape && (escapable.isEmpty() || escapable.indexOf(raw.charAt(at + 1)) >= 0)) {
        copy(part, from, at);
        String meant = raw.charAt(at + 1) == '\n' ? "" : raw.substring(at + 1, at + 2);
        stand(part, at, at + 2, meant);
        at += 2;
        from = at;
      } else if (raw.charAt(at) == '"') {
        copy(part, from, at);
        stand(part, at, at + 1, "");
        at++;
        from = at;
      } else {
        at++;
      }
    }
    copy(part, from, raw.length());
  }

  private void copy(WordPart part, int from, int to) {
    if (from < to) {
      view.copy(part.slice().part(from, to).span());
    }
  }

  private void stand(WordPart part, int from, int to, String text) {
    if (from < to) {
      view.stand(part.slice().part(from, to).span(), text);
    }
  }

  /**
   * Writes characters into a word.
   *
   * @param quote the quotes around all of it
   */
  private record Quoting(Optional<WordPart.Quote> quote) implements EmbeddedText.Escaper {

    /** Characters that no shell sees anything in, quoted or not. */
    private static final String PLAIN = "_@%+=:,./-";

    @Override
    public Optional<String> escape(String replacement) {
      if (isPlain(replacement)) {
        return Optional.of(replacement);
      }
      if (quote.isPresent() && quote.get() == WordPart.Quote.VERBATIM) {
        return replacement.contains(ShellWord.UNKNOWN)
            ? Optional.empty()
            : Optional.of(replacement);
      }
      if (quote.isEmpty() || quote.get() == WordPart.Quote.DOLLAR_SINGLE) {
        return Optional.empty();
      }
      if (quote.get() == WordPart.Quote.SINGLE) {
        return replacement.indexOf('\'') < 0 ? Optional.of(replacement) : Optional.empty();
      }
      StringBuilder escaped = new StringBuilder();
      for (int i = 0; i < replacement.length(); i++) {
        char c = replacement.charAt(i);
        if ("$`\"\\".indexOf(c) >= 0) {
          escaped.append('\\');
        }
        escaped.append(c);
      }
      return Optional.of(escaped.toString());
    }

    private static boolean isPlain(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Names.isNameCharacter(c) && PLAIN.indexOf(c) < 0) {
          return false;
        }
      }
      return true;
    }
  }
}
