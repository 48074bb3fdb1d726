package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeShape.Numbers;
import dev.plimsoll.model.compose.ComposeShape.Texts;
import dev.plimsoll.model.compose.Violation.Kind;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Compares a scalar with what its shape asks of scalars. */
final class ScalarCheck {

  private ScalarCheck() {}

  /**
   * What is wrong with the text of a scalar.
   *
   * @param wanted what it must be
   */
  record Fault(Kind kind, String wanted, Optional<String> meant) {}

  /**
   * Whether the shape has scalars of this type. What variables decide may be cast, so that it fits
   * any.
   */
  static boolean isOfType(ComposeShape shape, Scalar scalar) {
    return switch (scalar.type()) {
      case NULL -> shape.nothing();
      case BOOLEAN -> shape.bool();
      case INTEGER, FLOAT -> shape.number().isPresent() && fits(shape.number().get(), scalar);
      case STRING -> shape.text().isPresent() || (isOpen(scalar) && hasCast(shape));
    };
  }

  private static boolean hasCast(ComposeShape shape) {
    return shape.bool() || shape.number().isPresent();
  }

  private static boolean isOpen(Scalar scalar) {
    return !(scalar.value() instanceof Value.Known);
  }

  private static boolean fits(Numbers numbers, Scalar scalar) {
    if (!numbers.whole() || scalar.type() == ComposeNode.Type.INTEGER || isOpen(scalar)) {
      return true;
    }
    Optional<BigDecimal> number = Numerals.number(scalar.text());
    return number.isPresent() && number.get().stripTrailingZeros().scale() <= 0;
  }

  /** What is wrong with a scalar of a type that the shape has. */
  static Optional<Fault> of(ComposeShape shape, Scalar scalar) {
    return switch (scalar.type()) {
      case NULL, BOOLEAN -> Optional.empty();
      case INTEGER, FLOAT -> number(shape.number().orElseThrow(), scalar);
      case STRING -> shape.text().isEmpty() ? Optional.empty() : text(shape.text().get(), scalar);
    };
  }

  private static Optional<Fault> number(Numbers numbers, Scalar scalar) {
    if (isEndless(scalar)) {
      return Optional.of(new Fault(Kind.WRONG_FORMAT, "a number that is finite", Optional.empty()));
    }
    if (!numbers.isBounded()) {
      return Optional.empty();
    }
    for (Value value : scalar.value().alternatives()) {
      Optional<BigDecimal> number =
          value instanceof Value.Known known ? Numerals.number(known.text()) : Optional.empty();
      if (number.isEmpty() || numbers.allows(number.get())) {
        return Optional.empty();
      }
    }
    return Optional.of(new Fault(Kind.OUT_OF_RANGE, numbers.bounds(), Optional.empty()));
  }

  /**
   * Whether it is infinite or no number: what JSON, in which Compose looks at it, has no word for.
   */
  private static boolean isEndless(Scalar scalar) {
    return scalar.type() == ComposeNode.Type.FLOAT
        && (scalar.text().equals("NaN") || scalar.text().endsWith("Inf"));
  }

  private static Optional<Fault> text(Texts texts, Scalar scalar) {
    if (texts.words().isEmpty() && texts.format().isEmpty()) {
      return Optional.empty();
    }
    for (Value value : scalar.value().alternatives()) {
      if (!(value instanceof Value.Known known) || allows(texts, known.text())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        texts.format().isPresent()
            ? new Fault(Kind.WRONG_FORMAT, texts.format().get().described(), Optional.empty())
            : word(texts.words(), scalar.text()));
  }

  private static Fault word(List<String> words, String text) {
    String hint = NearestName.hint(text, words);
    return new Fault(
        Kind.WRONG_WORD, ComposeShape.joined(words) + hint, NearestName.of(text, words));
  }

  private static boolean allows(Texts texts, String text) {
    return texts.format().isPresent()
        ? texts.format().get().allows(text)
        : texts.words().contains(text);
  }
}
