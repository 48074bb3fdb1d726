package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.rule.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Asks that a list has no text twice.
 *
 * @param keyedBy the key of its mappings that holds the text; empty for a list of texts
 */
public record Unique(String keyedBy) implements Assertion {

  @Override
  public void judge(Target target, Verdicts verdicts) {
    if (target.node().isEmpty() || !(target.node().get() instanceof Sequence)) {
      return;
    }
    Set<String> known = new HashSet<>();
    for (Match item : target.document().children(target.found().orElseThrow())) {
      Optional<Match> by =
          keyedBy.isEmpty() ? Optional.of(item) : target.document().child(item, keyedBy);
      if (by.isPresent() && by.get().node() instanceof Scalar scalar && !known.add(scalar.text())) {
        Object text = Target.text(scalar);
        verdicts.add(scalar.slice(), target.name(), text, Message.of("repeats %s", text));
      }
    }
  }
}
