package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Message;
import java.util.Optional;

/** Asks whether something is there, and whether it says anything. */
public enum Presence implements Assertion {
  DEFINED {
    @Override
    public void judge(Target target, Verdicts verdicts) {
      if (target.isAbsent()) {
        Assertion.fail(target, verdicts, "is missing");
      }
    }
  },
  UNDEFINED {
    @Override
    public void judge(Target target, Verdicts verdicts) {
      if (target.found().isPresent()) {
        verdicts.add(
            target.found().get().owner(),
            target.name(),
            target.value(),
            Message.of("is not allowed"));
      }
    }
  },
  TRUTHY {
    @Override
    public void judge(Target target, Verdicts verdicts) {
      Optional<YamlNode> node = target.node();
      if (target.isAbsent()) {
        Assertion.fail(target, verdicts, "is missing");
      } else if (node.isPresent() && isFalsy(node.get())) {
        Assertion.fail(target, verdicts, "must not be empty, false or 0");
      }
    }
  },
  FALSY {
    @Override
    public void judge(Target target, Verdicts verdicts) {
      Optional<YamlNode> node = target.node();
      if (node.isPresent() && !isFalsy(node.get())) {
        Assertion.fail(target, verdicts, "must be absent, empty, false or 0");
      }
    }
  };

  /** As JavaScript has it, from which users know these words. */
  private static boolean isFalsy(YamlNode node) {
    if (!(node instanceof Scalar scalar)) {
      return false;
    }
    String text = scalar.text();
    return switch (CoreSchema.type(scalar)) {
      case NULL -> true;
      case TEXT -> text.isEmpty();
      case BOOLEAN -> text.charAt(0) == 'f' || text.charAt(0) == 'F';
      case INTEGER, FLOAT -> text.matches("[-+]?(0x|0o)?[0.]+([eE].*)?|\\.(nan|NaN|NAN)");
    };
  }
}
