package dev.plimsoll.model.command;

import dev.plimsoll.text.Place;
import dev.plimsoll.text.SecretSpans;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds what is to be kept out of every output in a file that holds scripts. */
public final class ScriptSecrets {

  private ScriptSecrets() {}

  /**
   * What looks like a secret in the text, and what the scripts in it assign and hand over: in
   * order, each place once.
   */
  public static List<Place> in(SourceText source, List<? extends ScriptContext> scripts) {
    List<Place> places = new ArrayList<>();
    inText(places, source);
    for (ScriptContext script : scripts) {
      places.addAll(script.script().secrets());
      passwords(places, script.script());
    }
    SortedSet<Span> spans = new TreeSet<>();
    for (Place place : places) {
      spans.add(place.span());
    }
    List<Place> once = new ArrayList<>(spans.size());
    for (Span span : spans) {
      once.add(new Place(source.name(), span));
    }
    return once;
  }

  /** What shows in the text alone, wherever it stands: comments and broken lines too. */
  public static void inText(List<Place> places, SourceText source) {
    for (Span span : SecretSpans.in(source.content())) {
      places.add(new Place(source.name(), span));
    }
  }

  /** What its commands get as passwords. */
  public static void passwords(List<Place> places, Script script) {
    for (LiteralPassword password : LiteralPassword.in(script)) {
      places.add(password.value().place());
    }
  }
}
