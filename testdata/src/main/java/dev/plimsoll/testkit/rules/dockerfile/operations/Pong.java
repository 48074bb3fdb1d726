package dev.plimsoll.testkit.rules.dockerfile.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;

/** Half of a pair: each writes what the other complains of. */
@RuleInfo(
    id = "dockerfile/pong",
    title = "Saboteur: pong",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class Pong extends Sabotage {

  public Pong() {
    super("pong");
  }

  @Override
  Finding sabotage(KeyValues keyValues, Pair pair, Finding finding) {
    return finding.withFix(
        Fix.unsafe("Write ping", Edit.replace(pair.value().slice(), "ping"))
            .changing(keyValues.anchor())
            .mayTrigger("dockerfile/ping"));
  }
}
