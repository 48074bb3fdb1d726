package dev.plimsoll.engine;

import dev.plimsoll.text.Place;
import dev.plimsoll.text.Placeholders;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The secrets of one state of the files: where they stand and what they say. */
final class Masks {

  /** What stands in a secret's place. */
  static final String MASK = "***";

  private final Map<String, List<Span>> places = new HashMap<>(); // by file
  private final SecretTexts texts = new SecretTexts();

  static Masks of(Analysis analysis) {
    Masks masks = new Masks();
    for (FileAnalysis judged : analysis.judged().values()) {
      for (Place secret : judged.secrets()) {
        Optional<SourceText> text = text(analysis, secret.file());
        if (text.isPresent() && secret.span().end() <= text.get().content().length()) {
          masks.add(secret, text.get().content());
        }
      }
    }
    return masks;
  }

  /** Secrets stand in files of variables too, which are no targets. */
  private static Optional<SourceText> text(Analysis analysis, String file) {
    SourceText text = analysis.texts().get(file);
    if (text != null) {
      return Optional.of(text);
    }
    try {
      return Optional.of(analysis.workspace().read(file).text());
    } catch (IOException e) {
      return Optional.empty(); // it has gone since: no excerpt can show it
    }
  }

  private void add(Place secret, String content) {
    List<Span> known = places.get(secret.file());
    if (known == null) {
      known = new ArrayList<>();
      places.put(secret.file(), known);
    }
    known.add(secret.span());
    String text = content.substring(secret.span().start(), secret.span().end());
    String said = withoutQuotes(text);
    if (!Placeholders.isCommon(said)) {
      texts.add(said);
    }
  }

  private static String withoutQuotes(String text) {
    int start = !text.isEmpty() && isQuote(text.charAt(0)) ? 1 : 0;
    int end =
        text.length() - (text.length() > start && isQuote(text.charAt(text.length() - 1)) ? 1 : 0);
    return text.substring(start, end);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** The masked ranges of a file, in order: its secrets, and wherever else their text stands. */
  List<Span> in(SourceText file) {
    SortedSet<Span> spans = new TreeSet<>(places.getOrDefault(file.name(), List.of()));
    texts.findIn(file.content(), spans);
    return merged(spans);
  }

  private static List<Span> merged(SortedSet<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int last = merged.size() - 1;
      if (last >= 0 && span.start() < merged.get(last).end()) {
        merged.set(last, merged.get(last).union(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** Whether a place shares a character with a secret. */
  boolean touches(Place place) {
    for (Span secret : places.getOrDefault(place.file(), List.of())) {
      if (secret.overlaps(place.span())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text says a secret out loud. */
  boolean isIn(String text) {
    return !spoken(text).isEmpty();
  }

  private List<Span> spoken(String text) {
    SortedSet<Span> spans = new TreeSet<>();
    texts.findIn(text, spans);
    return merged(spans);
  }

  /** The text with every secret in it masked. */
  String mask(String text) {
    List<Span> spoken = spoken(text);
    if (spoken.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder();
    int from = 0;
    for (Span span : spoken) {
      masked.append(text, from, span.start()).append(MASK);
      from = span.end();
    }
    return masked.append(text, from, text.length()).toString();
  }
}
