package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What Compose makes of a text where a boolean or a number belongs, be it quoted or full of
 * variables: the table {@code casts.tsv}.
 */
public final class Casts {

  private Casts() {}

  /** What a text is made into. */
  private enum Target {
    BOOLEAN(ComposeNode.Type.BOOLEAN, "a boolean; write true or false"),
    INTEGER(ComposeNode.Type.INTEGER, "an integer"),
    MASK(ComposeNode.Type.INTEGER, "an integer; a leading 0 makes it octal"),
    FLOAT(ComposeNode.Type.FLOAT, "a number"),
    SINGLE(ComposeNode.Type.FLOAT, "a number");

    private final ComposeNode.Type type;
    private final String wanted;

    Target(ComposeNode.Type type, String wanted) {
      this.type = type;
      this.wanted = wanted;
    }
  }

  /**
   * The scalar as Compose has it at a path, after its variables were replaced. One that is no text,
   * or stands where a text may stand, stays as it is. A text that depends on a variable which no
   * file sets has the type that belongs there and stays as it is otherwise.
   *
   * @return with a problem where Compose refuses the text
   */
  public static Parsed<Scalar> cast(ComposePath path, Scalar scalar) {
    if (scalar.type() != ComposeNode.Type.STRING) {
      return new Parsed<>(scalar, List.of());
    }
    Optional<Target> target = target(path);
    if (target.isEmpty()) {
      return new Parsed<>(scalar, List.of());
    }
    Optional<String> text = cast(scalar.text(), target.get());
    Value byDefault = scalar.value().alternatives().get(0);
    if (text.isEmpty() && byDefault instanceof Value.Known known) {
      String message = "this is to be " + target.get().wanted;
      return new Parsed<>(
          scalar, List.of(new Problem(Problem.Kind.SYNTAX, known.origin(), message)));
    }
    Scalar typed =
        new Scalar(
            scalar.slice(),
            text.orElse(scalar.text()),
            target.get().type,
            cast(scalar.value(), target.get()));
    return new Parsed<>(typed, List.of());
  }

  private static Value cast(Value value, Target target) {
    List<Value> values = new ArrayList<>();
    for (Value alternative : value.alternatives()) {
      values.add(
          alternative instanceof Value.Known known
              ? new Value.Known(cast(known.text(), target).orElse(known.text()), known.origin())
              : alternative);
    }
    return Value.of(values);
  }

  /** What belongs at a path; nothing where a text may stand. */
  private static Optional<Target> target(ComposePath path) {
    List<String> keys = path.keys();
    if (keys.size() < 3) {
      return Optional.empty();
    }
    Optional<Target> named = target(path, keys.get(keys.size() - 1));
    return named.isPresent() ? named : target(path, "*");
  }

  private static Optional<Target> target(ComposePath path, String key) {
    String row = "\n" + key + "\t";
    for (String rows : CastRows.PARTS) {
      for (int at = rows.indexOf(row); at >= 0; at = rows.indexOf(row, at + 1)) {
        List<String> cells = Cells.of(rows.substring(at + 1, rows.indexOf('\n', at + 1)));
        for (String pattern : Cells.list(cells.get(1))) {
          if (path.matches(ComposePath.of(pattern))) {
            return Optional.of(Target.valueOf(cells.get(2).toUpperCase(Locale.ROOT)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> cast(String text, Target target) {
    return switch (target) {
      case BOOLEAN -> bool(text);
      case INTEGER -> GoNumbers.integer(text);
      case MASK -> GoNumbers.mask(text);
      case FLOAT -> GoNumbers.decimal(text);
      case SINGLE -> GoNumbers.single(text);
    };
  }

  private static Optional<String> bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true", "y", "yes", "on" -> Optional.of("true");
      case "false", "n", "no", "off" -> Optional.of("false");
      default -> Optional.empty();
    };
  }
}
