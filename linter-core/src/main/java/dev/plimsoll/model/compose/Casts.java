package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Compose makes of a text where a boolean or a number belongs, be it quoted or full of
 * variables: the table {@code casts.tsv}.
 */
public final class Casts {

  private static final Map<String, List<Row>> ROWS = rows();

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
    if (path.size() < 3) {
      return Optional.empty();
    }
    Optional<Target> named = target(path, path.key(path.size() - 1));
    return named.isPresent() ? named : target(path, "*");
  }

  private static Optional<Target> target(ComposePath path, String key) {
    List<Row> rows = ROWS.get(key);
    if (rows != null) {
      for (Row row : rows) {
        if (path.matches(row.pattern())) {
          return Optional.of(row.target());
        }
      }
    }
    return Optional.empty();
  }

  /** A path at which a text is made into something. */
  private record Row(ComposePath pattern, Target target) {}

  /** The rows of the table by the last key of their paths, in their order; read once. */
  private static Map<String, List<Row>> rows() {
    Map<String, List<Row>> rows = new HashMap<>();
    for (String part : CastRows.PARTS) {
      for (String line : Cells.split(part, '\n')) {
        List<String> cells = Cells.of(line);
        if (cells.size() > 2) {
          Target target = Target.valueOf(cells.get(2).toUpperCase(Locale.ROOT));
          List<Row> known = rows.get(cells.get(0));
          if (known == null) {
            known = new ArrayList<>();
            rows.put(cells.get(0), known);
          }
          for (String pattern : Cells.list(cells.get(1))) {
            known.add(new Row(ComposePath.of(pattern), target));
          }
        }
      }
    }
    return rows;
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
