package dev.plimsoll.engine;

import dev.plimsoll.text.Place;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The secrets of one state of the files: where they stand and what they say. */
final class Masks {

  /** What stands in a secret's place. */
  static final String MASK = "***";

  /** A shorter text is found everywhere: blanking it out would tell more than it hides. */
  private static final int MIN_LENGTH = 4;

  private final List<Place> places = new ArrayList<>();
  private final List<String> texts = new ArrayList<>();

  static Masks of(Analysis analysis) {
    Masks masks = new Masks();
    for (ParsedFile file : analysis.parsed().values()) {
      for (Place secret : file.model().secrets()) {
        masks.places.add(secret);
        String content = file.model().source().content();
        masks.addText(content.substring(secret.span().start(), secret.span().end()));
      }
    }
    return masks;
  }

  private void addText(String secret) {
    String bare = secret.replaceAll("^[\"']|[\"']$", "");
    if (bare.length() >= MIN_LENGTH) {
      texts.add(bare);
    }
  }

  /** The masked ranges of a file, in order: its secrets, and wherever else their text stands. */
  List<Span> in(SourceText file) {
    SortedSet<Span> spans = new TreeSet<>();
    for (Place place : places) {
      if (place.file().equals(file.name())) {
        spans.add(place.span());
      }
    }
    for (String text : texts) {
      int at = file.content().indexOf(text);
      while (at >= 0) {
        spans.add(new Span(at, at + text.length()));
        at = file.content().indexOf(text, at + text.length());
      }
    }
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
    for (Place secret : places) {
      if (secret.file().equals(place.file()) && secret.span().overlaps(place.span())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a text says a secret out loud. */
  boolean isIn(String text) {
    for (String secret : texts) {
      if (text.contains(secret)) {
        return true;
      }
    }
    return false;
  }

  /** The text with every secret in it masked. */
  String mask(String text) {
    String masked = text;
    for (String secret : texts) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
