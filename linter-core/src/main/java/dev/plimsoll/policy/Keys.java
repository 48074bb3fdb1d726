package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.rule.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks which keys a mapping has. */
public record Keys(List<String> names, Wanted wanted) implements Assertion {

  /** Which of the names are wanted. */
  public enum Wanted {
    ALL,
    NONE,
    AT_LEAST_ONE,
    EXACTLY_ONE,
    ALL_OR_NONE
  }

  public Keys {
    names = List.copyOf(names);
  }

  @Override
  public void judge(Target target, Verdicts verdicts) {
    if (target.node().isEmpty() || !isMapping(target)) {
      return;
    }
    Match owner = target.found().orElseThrow();
    List<Match> present = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (String name : names) {
      Optional<Match> child = target.document().child(owner, name);
      if (child.isPresent()) {
        present.add(child.get());
      } else {
        absent.add(name);
      }
    }
    boolean open = target.document().isOpen(owner.node());
    if (wanted == Wanted.NONE) {
      forbid(present, verdicts);
    } else if (wanted == Wanted.EXACTLY_ONE && present.size() > 1) {
      Match second = present.get(1);
      String all = String.join(", ", names);
      verdicts.add(
          second.owner(), target.name(), "both", Message.of("must have only one of %s", all));
    } else if (!open) {
      demand(target, present, absent, verdicts);
    }
  }

  private static boolean isMapping(Target target) {
    return target.node().orElseThrow() instanceof Mapping
        || (target.scalar().isPresent() && target.scalar().get().isNull());
  }

  private static void forbid(List<Match> present, Verdicts verdicts) {
    for (Match each : present) {
      Scalar key = each.key().orElseThrow();
      verdicts.add(key.slice(), Target.text(key), Target.text(key), Message.of("is not allowed"));
    }
  }

  private void demand(Target target, List<Match> present, List<String> absent, Verdicts verdicts) {
    Match owner = target.found().orElseThrow();
    if (wanted == Wanted.ALL || (wanted == Wanted.ALL_OR_NONE && !present.isEmpty())) {
      for (String name : absent) {
        verdicts.add(owner.owner(), target.name(), name, Message.of("lacks %s", name));
      }
    } else if (wanted != Wanted.ALL_OR_NONE && present.isEmpty()) {
      verdicts.add(
          owner.owner(),
          target.name(),
          "none",
          Message.of("must have one of %s", String.join(", ", names)));
    }
  }
}
