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

/** Tells which nodes say the same, wherever they stand. */
enum Same {
  /** As a merge sees it: what Compose makes of both is spelt alike; the types of numbers count. */
  MERGED {
    @Override
    Object leaf(Scalar scalar) {
      return new Leaf(scalar.type(), scalar.text());
    }
  },
  /** As a schema sees it: numbers are equal by their value, and variables decide nothing. */
  SURELY {
    @Override
    Object leaf(Scalar scalar) {
      return scalar.value() instanceof Value.Known
          ? known(scalar)
          : new Spelt(scalar.slice().source(), scalar.slice().text());
    }
  };

  private record Leaf(ComposeNode.Type type, String text) {}

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

  /** What equals that of another scalar if and only if both are the same. */
  abstract Object leaf(Scalar scalar);

  boolean nodes(ComposeNode one, ComposeNode other) {
    return key(one).equals(key(other));
  }

  /** What equals that of another node if and only if both are the same. */
  Object key(ComposeNode node) {
    if (node instanceof Scalar scalar) {
      return leaf(scalar);
    }
    if (node instanceof Items items) {
      List<Object> all = new ArrayList<>(items.items().size());
      for (ComposeNode item : items.items()) {
        all.add(key(item));
      }
      return all;
    }
    Map<String, Object> all = new HashMap<>();
    for (Map.Entry<String, Member> entry : ((Table) node).members().entrySet()) {
      all.put(entry.getKey(), key(entry.getValue().value()));
    }
    return all;
  }

  private static Object known(Scalar scalar) {
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
