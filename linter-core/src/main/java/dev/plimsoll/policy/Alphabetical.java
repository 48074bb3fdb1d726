package dev.plimsoll.policy;

import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.path.Match;
import dev.plimsoll.rule.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks for an order: of the keys of a mapping, of the texts of a list, of its mappings by a key.
 *
 * @param keyedBy that key; empty for texts
 */
public record Alphabetical(String keyedBy) implements Assertion {

  @Override
  public void judge(Target target, Verdicts verdicts) {
    if (target.node().isEmpty()) {
      return;
    }
    List<Scalar> texts = texts(target, target.found().orElseThrow());
    for (int i = 1; i < texts.size(); i++) {
      Scalar before = texts.get(i - 1);
      Scalar after = texts.get(i);
      if (compare(before, after) > 0) {
        verdicts.add(
            after.slice(),
            target.name(),
            Target.text(after),
            Message.of(
                "is not in alphabetical order: %s stands behind %s",
                Target.text(after), Target.text(before)));
        return;
      }
    }
  }

  private List<Scalar> texts(Target target, Match found) {
    List<Scalar> texts = new ArrayList<>();
    if (!(found.node() instanceof Sequence)) {
      for (Match entry : target.document().entries(found)) {
        texts.add(entry.key().orElseThrow());
      }
      return texts;
    }
    for (Match item : target.document().children(found)) {
      Optional<Match> by =
          keyedBy.isEmpty() ? Optional.of(item) : target.document().child(item, keyedBy);
      if (by.isPresent() && by.get().node() instanceof Scalar scalar) {
        texts.add(scalar);
      }
    }
    return texts;
  }

  private static int compare(Scalar one, Scalar other) {
    Optional<Double> first = Numbers.of(one);
    Optional<Double> second = Numbers.of(other);
    if (first.isPresent() && second.isPresent()) {
      return first.get().compareTo(second.get());
    }
    return one.text().compareToIgnoreCase(other.text());
  }
}
