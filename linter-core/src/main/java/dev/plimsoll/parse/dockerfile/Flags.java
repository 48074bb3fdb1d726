package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes the leading {@code --name} words off an instruction's arguments. Source: BuildKit, {@code
 * parser/split_command.go}.
 */
final class Flags {

  private final char escape;
  private final List<Flag> found = new ArrayList<>();

  Flags(char escape) {
    this.escape = escape;
  }

  List<Flag> found() {
    return found;
  }

  /** Collects the flags and returns what follows them, without spaces at its ends. */
  Slice takeFrom(Slice rest) {
    String text = rest.text();
    int at = Blanks.skipSeparators(text, 0);
    while (text.startsWith("--", at)) {
      int end = wordEnd(text, at);
      if (end - at == 2) {
        return Blanks.strip(rest.part(end, text.length())); // a bare -- ends the flags
      }
      found.add(flag(rest.part(at, end)));
      at = Blanks.skipSeparators(text, end);
    }
    return Blanks.strip(rest.part(at, text.length()));
  }

  private int wordEnd(String text, int start) {
    char quote = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (quote == 0 && Blanks.isSpace(c)) {
        return at;
      }
      if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == escape) {
        at++;
      }
      at++;
    }
    return Math.min(at, text.length());
  }

  private Flag flag(Slice written) {
    Slice body = decoded(written);
    String text = body.text();
    int equals = text.indexOf('=');
    return equals < 0
        ? new Flag(written, new Word(body.part(2, text.length())), Optional.empty())
        : new Flag(
            written,
            new Word(body.part(2, equals)),
            Optional.of(new Word(body.part(equals + 1, text.length()))));
  }

  /** The word without quotes and escapes; itself where there are none. */
  private Slice decoded(Slice written) {
    String text = written.text();
    if (text.indexOf('"') < 0 && text.indexOf('\'') < 0 && text.indexOf(escape) < 0) {
      return written;
    }
    EmbeddedText.Builder view = new EmbeddedText.Builder(written.source(), this::plain);
    int base = written.span().start();
    int copied = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean opens = quote == 0 && (c == '\'' || c == '"');
      if (!opens && c != quote && c != escape) {
        continue;
      }
      view.copy(new Span(base + copied, base + i));
      view.stand(new Span(base + i, base + i + 1), "");
      copied = i + 1;
      if (opens || c == quote) {
        quote = opens ? c : 0;
      } else {
        i++; // the escaped character stands, whatever it is
      }
    }
    view.copy(new Span(base + copied, base + text.length()));
    EmbeddedText decoded = view.build();
    return decoded.slice(new Span(0, decoded.content().length()));
  }

  private Optional<String> plain(String replacement) {
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      if (Blanks.isSpace(c) || c == '"' || c == '\'' || c == escape) {
        return Optional.empty();
      }
    }
    return Optional.of(replacement);
  }
}
