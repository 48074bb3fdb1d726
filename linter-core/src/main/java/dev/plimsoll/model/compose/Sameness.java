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

  /** A scalar whose text is known; 80, 80.0 and "80" are two. */
  private record Fixed(ComposeNode.Type type, String text) {}

  /** A scalar that variables decide: equal in each setting of them if it is spelt alike. */
  private record Spelt(Text source, String text) {}

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
    if (scalar.type() == ComposeNode.Type.INTEGER || scalar.type() == ComposeNode.Type.FLOAT) {
      Optional<BigDecimal> number = Numerals.number(scalar.text());
      if (number.isPresent()) {
        return new Fixed(ComposeNode.Type.FLOAT, number.get().stripTrailingZeros().toString());
      }
    }
    return new Fixed(scalar.type(), scalar.text());
  }
}
