package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.Optional;

/** Bounds the length of a text, the size of a list or mapping, a number itself. */
public record Length(double min, double max) implements Assertion {

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<YamlNode> node = target.node();
    if (node.isEmpty()) {
      return;
    }
    if (node.get() instanceof Sequence list) {
      judge(list.items().size(), "has %s items", target, verdicts);
    } else if (node.get() instanceof Mapping) {
      int size = target.document().entries(target.found().orElseThrow()).size();
      judge(size, "has %s keys", target, verdicts);
    } else if (node.get() instanceof Scalar scalar) {
      judge(scalar, target, verdicts);
    }
  }

  private void judge(Scalar scalar, Target target, Verdicts verdicts) {
    switch (CoreSchema.type(scalar)) {
      case TEXT -> {
        int length = scalar.text().codePointCount(0, scalar.text().length());
        judge(length, "has %s characters", target, verdicts);
      }
      case INTEGER, FLOAT -> {
        Optional<Double> number = Numbers.of(scalar);
        if (number.isPresent()) {
          judge(number.get(), "is %s", target, verdicts);
        }
      }
      case BOOLEAN, NULL -> {}
    }
  }

  private void judge(double size, String said, Target target, Verdicts verdicts) {
    if (size < min) {
      Assertion.fail(
          target, verdicts, said + " and needs at least %s", Numbers.text(size), Numbers.text(min));
    } else if (size > max) {
      Assertion.fail(
          target, verdicts, said + " and may be at most %s", Numbers.text(size), Numbers.text(max));
    }
  }
}
