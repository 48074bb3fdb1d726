package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a value may be. Of each sort of YAML node there is one way at most.
 *
 * @param any whether nothing is asked of it
 * @param mapping the name of the kind of mapping it may be
 */
record ComposeShape(
    boolean any,
    boolean nothing,
    boolean bool,
    Optional<Numbers> number,
    Optional<Texts> text,
    Optional<Listed> list,
    Optional<String> mapping) {

  /** Texts: one of the words, if there are any, of a format, if one is named. */
  record Texts(List<String> words, Optional<ComposeFormat> format) {
    Texts {
      words = List.copyOf(words);
    }
  }

  /** Numbers between two bounds, which are allowed too; the largest and smallest are none. */
  record Numbers(boolean whole, long least, long most) {

    boolean allows(BigDecimal value) {
      return (least == Long.MIN_VALUE || value.compareTo(BigDecimal.valueOf(least)) >= 0)
          && (most == Long.MAX_VALUE || value.compareTo(BigDecimal.valueOf(most)) <= 0);
    }

    boolean isBounded() {
      return least != Long.MIN_VALUE || most != Long.MAX_VALUE;
    }

    /** What messages call the bounds: "between 0 and 100". */
    String bounds() {
      if (most == Long.MAX_VALUE) {
        return "at least " + least;
      }
      return least == Long.MIN_VALUE ? "at most " + most : "between " + least + " and " + most;
    }
  }

  /** Lists, some without equal items. */
  record Listed(ComposeShape item, boolean unique) {}

  /** How messages call it: "a text, a list or a mapping". */
  String described() {
    List<String> ways = new ArrayList<>();
    if (bool) {
      ways.add("a boolean");
    }
    if (number.isPresent()) {
      ways.add(number.get().whole() ? "a whole number" : "a number");
    }
    if (text.isPresent()) {
      ways.add(text.get().words().size() == 1 ? "\"" + text.get().words().get(0) + "\"" : "a text");
    }
    if (list.isPresent()) {
      ways.add("a list");
    }
    if (mapping.isPresent()) {
      ways.add("a mapping");
    }
    if (nothing) {
      ways.add("nothing");
    }
    return joined(ways);
  }

  /** What messages call a node that is not of it. */
  String refused(ComposeNode node) {
    if (!(node instanceof Scalar scalar)) {
      return node.kind();
    }
    String kind =
        scalar.type() == ComposeNode.Type.FLOAT && number.isPresent()
            ? "a fraction"
            : scalar.kind();
    boolean quoted = text.isPresent() && scalar.type() != ComposeNode.Type.NULL;
    return quoted ? kind + "; quote it" : kind;
  }

  /** Words as a sentence lists them. */
  static String joined(List<String> ways) {
    int last = ways.size() - 1;
    return last == 0
        ? ways.get(0)
        : String.join(", ", ways.subList(0, last)) + " or " + ways.get(last);
  }
}
