package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Text;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which items of a list are equal. */
final class Sameness {

  private Sameness() {}

  /** A scalar that variables decide: equal in each setting of them if it is spelt alike. */
  private record Spelt(Text source, String text) {

    // Written out: the first use of one that the compiler makes costs a process some milliseconds.
    @Override
    @SuppressWarnings("ReferenceEquality") // a text is equal to itself alone
    public boolean equals(Object other) {
      return other instanceof Spelt spelt && source == spelt.source && text.equals(spelt.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }
  }

  /** What equals that of another node if and only if they are surely equal. */
  static Object of(ComposeNode node) {
    if (node instanceof Scalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof Items items) {
      List<Object> all = new ArrayList<>(items.items().size());
      for (ComposeNode item : items.items()) {
        all.add(of(item));
      }
      return all;
    }
    Map<String, Object> all = new HashMap<>();
    for (Map.Entry<String, Member> entry : ((Table) node).members().entrySet()) {
      all.put(entry.getKey(), of(entry.getValue().value()));
    }
    return all;
  }

  private static Object scalar(Scalar scalar) {
    if (!(scalar.value() instanceof Value.Known)) {
      return new Spelt(scalar.slice().source(), scalar.slice().text());
    }
    String text = scalar.text();
    return switch (scalar.type()) {
      case NULL -> "";
      case BOOLEAN -> "b" + text;
      case INTEGER, FLOAT -> {
        Optional<BigDecimal> number = Numerals.number(text);
        yield "n" + (number.isPresent() ? number.get().stripTrailingZeros().toString() : text);
      }
      case STRING -> "s" + text;
    };
  }
}
