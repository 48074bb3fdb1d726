package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts short forms, {@code a:b}, into parts that still know their place and what may stand there.
 */
final class Scalars {

  private Scalars() {}

  /**
   * A part of a text, between two offsets of it; what is known of it, where the parts are clear.
   */
  static Scalar part(Scalar whole, int from, int to) {
    String text = whole.text().substring(from, to);
    return new Scalar(
        slice(whole, from, to), text, ComposeNode.Type.STRING, value(whole, text, from, to));
  }

  /** Where the characters stand in the file; the whole scalar where escapes blur it. */
  private static Slice slice(Scalar whole, int from, int to) {
    String raw = whole.slice().text();
    String text = whole.text();
    if (raw.equals(text)) {
      return whole.slice().part(from, to);
    }
    boolean quoted =
        raw.length() == text.length() + 2 && raw.regionMatches(1, text, 0, text.length());
    return quoted ? whole.slice().part(from + 1, to + 1) : whole.slice();
  }

  private static Value value(Scalar whole, String text, int from, int to) {
    Slice slice = slice(whole, from, to);
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

  /** The scalar's text cut at each separator. */
  static List<Scalar> split(Scalar whole, char separator) {
    List<Scalar> parts = new ArrayList<>();
    int at = 0;
    String text = whole.text();
    for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, at)) {
      parts.add(part(whole, at, end));
      at = end + 1;
    }
    parts.add(part(whole, at, text.length()));
    return parts;
  }

  /** A value that Compose adds, and what it was added to. */
  static Scalar added(Slice to, String text) {
    return Scalar.of(to, text, ComposeNode.Type.STRING);
  }

  /** A flag that Compose adds, and what it was added to. */
  static Scalar added(Slice to, boolean flag) {
    return Scalar.of(to, String.valueOf(flag), ComposeNode.Type.BOOLEAN);
  }

  /** The text of a node that is a text. */
  static Optional<String> text(Optional<ComposeNode> node) {
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar.text())
        : Optional.empty();
  }
}
