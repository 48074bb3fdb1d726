package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;

/** Reports {@code LABEL sabotage=<word>}; what its fix does is the saboteur's own. */
abstract class Sabotage extends DockerfileRule {

  private final String word;

  Sabotage(String word) {
    this.word = word;
  }

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    for (Pair pair : keyValues.pairs()) {
      if (pair.name().text().equals("sabotage") && pair.value().text().equals(word)) {
        context.report(
            sabotage(
                keyValues,
                pair,
                Finding.at(keyValues.anchor(), pair.value().slice(), "sabotage by %s", word)));
      }
    }
  }

  /** Adds the fix, or does worse. */
  abstract Finding sabotage(KeyValues keyValues, Pair pair, Finding finding);
}
