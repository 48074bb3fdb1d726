package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Compose refuses a file that says two things of one key. */
@RuleInfo(
    id = "compose/duplicate-key",
    title = "Mapping key appears twice",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "dclint:invalid-yaml")
public final class DuplicateKey extends ComposeRule {

  private static final String MERGE = "<<";

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (Problem problem : file.problems()) {
      if (problem.kind() == Problem.Kind.DUPLICATE_KEY) {
        report(problem.slice(), file, context);
      }
    }
  }

  private static void report(Slice key, ComposeFile file, RuleContext context) {
    Optional<ComposeFile.Spot> spot = file.spot(key);
    if (spot.isEmpty() || !(spot.get().entry().key() instanceof YamlNode.Scalar again)) {
      return;
    }
    YamlNode.Mapping mapping = spot.get().mapping();
    YamlNode.Entry first = first(mapping, again.text());
    Anchor anchor = file.anchor(key);
    String template =
        again.text().equals(MERGE)
            ? "%s is already in line %s: name all anchors in one list"
            : "%s is already in line %s: Compose refuses the file";
    Slice there = first.key().slice();
    int line = file.source().lines().position(there.place().span().start()).line();
    Finding finding = Finding.at(anchor, key, template, key, line).related(there, "the first one");
    if (!again.text().equals(MERGE)) {
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Keep the last " + again.text(),
                      YamlEdits.of(file.yaml(), file.source()).removeEntry(mapping, first))
                  .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)));
    }
    context.report(finding);
  }

  private static YamlNode.Entry first(YamlNode.Mapping mapping, String name) {
    for (YamlNode.Entry entry : mapping.entries()) {
      if (entry.key() instanceof YamlNode.Scalar key && key.text().equals(name)) {
        return entry;
      }
    }
    throw new IllegalStateException("the key is in its mapping");
  }
}
