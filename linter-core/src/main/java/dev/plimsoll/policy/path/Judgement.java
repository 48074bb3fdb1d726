package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.path.Condition.Comparison;
import dev.plimsoll.policy.path.Condition.Matches;
import dev.plimsoll.policy.path.Condition.Operand;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells whether conditions hold. */
final class Judgement {

  private final PathDocument document;
  private final Evaluation evaluation;
  private final Map<String, Optional<TextPattern>> patterns = new HashMap<>();

  Judgement(PathDocument document, Evaluation evaluation) {
    this.document = document;
    this.evaluation = evaluation;
  }

  boolean holds(Condition condition, Match current) {
    if (condition instanceof Condition.Or or) {
      for (Condition part : or.parts()) {
        if (holds(part, current)) {
          return true;
        }
      }
      return false;
    }
    if (condition instanceof Condition.And and) {
      for (Condition part : and.parts()) {
        if (!holds(part, current)) {
          return false;
        }
      }
      return true;
    }
    if (condition instanceof Condition.Not not) {
      return !holds(not.part(), current);
    }
    if (condition instanceof Condition.Exists exists) {
      return !evaluation.query(exists.query(), current).isEmpty();
    }
    return condition instanceof Matches matches
        ? matches(matches, current)
        : compare((Comparison) condition, current);
  }

  private boolean matches(Matches matches, Match current) {
    PathValue text = value(matches.text(), current);
    PathValue pattern = value(matches.pattern(), current);
    if (text.type() != PathValue.Type.TEXT || pattern.type() != PathValue.Type.TEXT) {
      return false;
    }
    Optional<TextPattern> compiled = patterns.get(pattern.text());
    if (compiled == null) {
      compiled = TextPattern.portable(pattern.text());
      patterns.put(pattern.text(), compiled);
    }
    return compiled.isPresent()
        && (matches.whole()
            ? compiled.get().matches(text.text())
            : compiled.get().isIn(text.text()));
  }

  private boolean compare(Comparison comparison, Match current) {
    if (comparison.left() instanceof Operand.Single || comparison.left() instanceof Operand.Only) {
      Optional<Match> left = node(comparison.left(), current);
      Optional<Match> right = node(comparison.right(), current);
      if (left.isPresent() && right.isPresent() && isCollection(left.get())) {
        return switch (comparison.operator()) {
          case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> evaluation.same(left.get(), right.get());
          case NOT_EQUAL -> !evaluation.same(left.get(), right.get());
          case LESS, GREATER -> false;
        };
      }
    }
    PathValue left = value(comparison.left(), current);
    PathValue right = value(comparison.right(), current);
    return switch (comparison.operator()) {
      case EQUAL -> sameValue(left, right);
      case NOT_EQUAL -> !sameValue(left, right);
      case LESS -> isLess(left, right);
      case GREATER -> isLess(right, left);
      case LESS_OR_EQUAL -> isLess(left, right) || sameValue(left, right);
      case GREATER_OR_EQUAL -> isLess(right, left) || sameValue(left, right);
    };
  }

  private static boolean isCollection(Match match) {
    return match.node() instanceof Mapping || match.node() instanceof Sequence;
  }

  private Optional<Match> node(Operand operand, Match current) {
    if (operand instanceof Operand.Single single) {
      return only(evaluation.query(single.query(), current));
    }
    return operand instanceof Operand.Only only
        ? only(evaluation.query(only.query(), current))
        : Optional.empty();
  }

  private static Optional<Match> only(List<Match> found) {
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private PathValue value(Operand operand, Match current) {
    if (operand instanceof Operand.Literal literal) {
      return literal.value();
    }
    if (operand instanceof Operand.Count count) {
      return PathValue.of(evaluation.query(count.query(), current).size());
    }
    if (operand instanceof Operand.Length length) {
      return length(length.of(), current);
    }
    Optional<Match> node = node(operand, current);
    return node.isEmpty() ? PathValue.NOTHING : PathValue.of(node.get().node());
  }

  private PathValue length(Operand of, Match current) {
    Optional<Match> node = node(of, current);
    if (node.isPresent() && isCollection(node.get())) {
      return PathValue.of(document.children(node.get()).size());
    }
    PathValue value = value(of, current);
    return value.type() == PathValue.Type.TEXT
        ? PathValue.of(value.text().codePointCount(0, value.text().length()))
        : PathValue.NOTHING;
  }

  static boolean sameValue(PathValue one, PathValue other) {
    return one.type() == other.type()
        && one.type() != PathValue.Type.COLLECTION
        && one.number() == other.number()
        && one.text().equals(other.text());
  }

  private static boolean isLess(PathValue one, PathValue other) {
    if (one.type() != other.type()) {
      return false;
    }
    return one.type() == PathValue.Type.NUMBER
        ? one.number() < other.number()
        : one.type() == PathValue.Type.TEXT && isBefore(one.text(), other.text());
  }

  /** In the order of the characters' numbers, which that of UTF-16 units is not. */
  private static boolean isBefore(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    if (at == one.length() || at == other.length()) {
      return one.length() < other.length();
    }
    boolean half = at > 0 && Character.isHighSurrogate(one.charAt(at - 1));
    int from = half ? at - 1 : at;
    return one.codePointAt(from) < other.codePointAt(from);
  }
}
