package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * The form without an equals sign takes the rest of the line, a second pair included, as one value.
 */
@RuleInfo(
    id = "dockerfile/legacy-key-value",
    title = "ENV or LABEL without an equals sign",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.SAFE,
    aliases = "buildkit:LegacyKeyValueFormat")
public final class LegacyKeyValue extends DockerfileRule {

  @Override
  public void keyValues(KeyValues keyValues, RuleContext context) {
    if (keyValues.tree() instanceof Instruction.LegacyPair legacy) {
      report(keyValues, legacy, context);
    }
  }

  private static void report(
      KeyValues keyValues, Instruction.LegacyPair legacy, RuleContext context) {
    Slice name = legacy.pair().name().slice();
    Finding finding =
        Finding.at(
            keyValues.anchor(),
            name,
            "%s %s takes the rest of the line as its value: write %s=…",
            legacy.name(),
            name,
            name);
    List<Edit> edits = DockerfileEdits.withEqualsSign(legacy);
    context.report(
        edits.isEmpty()
            ? finding
            : finding.withFix(Fix.safe("Write name=value", edits.toArray(new Edit[0]))));
  }
}
