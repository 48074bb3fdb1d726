package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.parse.dockerfile.tree.InstructionNames;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import java.util.Locale;
import java.util.Optional;

/** A keyword that no builder knows, most often a slip of the pen. */
@RuleInfo(
    id = "dockerfile/unknown-instruction",
    title = "Line begins with no known instruction",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL1000", "tally:unknown-instruction", "tally:invalid-onbuild-trigger"})
public final class UnknownInstruction extends DockerfileRule {

  @Override
  public void unknown(
      dev.plimsoll.model.dockerfile.UnknownInstruction instruction, RuleContext context) {
    Word keyword = instruction.tree().keyword();
    Anchor anchor = instruction.anchor();
    Optional<String> nearest =
        NearestName.of(keyword.text().toUpperCase(Locale.ROOT), InstructionNames.ALL);
    if (nearest.isEmpty()) {
      context.report(Finding.at(anchor, keyword.slice(), "%s is no instruction", keyword.slice()));
      return;
    }
    context.report(
        Finding.at(
                anchor,
                keyword.slice(),
                "%s is no instruction (did you mean %s?)",
                keyword.slice(),
                nearest.get())
            .withFix(correct(keyword, anchor, nearest.get())));
  }

  /** What was one unknown line becomes a known one, and its own faults come to light. */
  private static Fix correct(Word keyword, Anchor anchor, String name) {
    String title = "Write " + name;
    Edit edit = Edit.replace(keyword.slice(), name);
    if (name.equals("FROM")) {
      return Fix.show(title, edit); // every address below it would change
    }
    String file = keyword.slice().place().file();
    Anchor added = new Anchor(anchor.address().replace("?", name));
    return Fix.unsafe(title, edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, anchor))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file, added))
        .mayTrigger("dockerfile/*")
        .mayTrigger("shell/*");
  }
}
