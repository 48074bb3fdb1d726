package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.yaml.ScalarView;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a short form, {@code a:b}, into parts that still know their place and what may stand there.
 */
final class Cuts {

  private final Scalar whole;
  private final Slice characters;
  private final boolean aligned;

  /** Of one scalar. */
  Cuts(Scalar whole) {
    this.whole = whole;
    String raw = whole.slice().text();
    String text = whole.text();
    boolean plain = raw.equals(text);
    boolean quoted =
        raw.length() == text.length() + 2 && raw.regionMatches(1, text, 0, text.length());
    this.aligned = plain || quoted || raw.indexOf('$') < 0;
    this.characters =
        quoted
            ? whole.slice().part(1, raw.length() - 1)
            : plain || !aligned ? whole.slice() : ScalarView.of(text, whole.slice());
  }

  /**
   * A part of the text, between two offsets of it; what is known of it, where the parts are clear.
   */
  Scalar part(int from, int to) {
    String text = whole.text().substring(from, to);
    Slice slice = aligned ? characters.part(from, to) : characters;
    return new Scalar(slice, text, ComposeNode.Type.STRING, value(text, slice));
  }

  private Value value(String text, Slice slice) {
    if (whole.value() instanceof Value.Known) {
      return new Value.Known(text, slice);
    }
    List<Value> alternatives = new ArrayList<>();
    for (Value each : whole.value().alternatives()) {
      boolean same = each instanceof Value.Known known && known.text().equals(whole.text());
      alternatives.add(
          same ? new Value.Known(text, slice) : new Value.Unknown("a variable sets it", slice));
    }
    return Value.of(alternatives);
  }

  /** The text cut at each separator, from an offset on; what follows the last cut stays whole. */
  List<Scalar> split(char separator, int offset, int most) {
    List<Scalar> parts = new ArrayList<>();
    int from = offset;
    String text = whole.text();
    for (int end = text.indexOf(separator, from);
        end >= 0 && parts.size() + 1 < most;
        end = text.indexOf(separator, from)) {
      parts.add(part(from, end));
      from = end + 1;
    }
    parts.add(part(from, text.length()));
    return parts;
  }
}
