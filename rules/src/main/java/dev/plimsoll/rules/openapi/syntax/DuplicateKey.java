package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Trees;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Map;

/** Tools read one of the two and drop the other without a word, or refuse the file. */
@RuleInfo(
    id = "openapi/duplicate-key",
    title = "Key is repeated in one mapping",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:parser", "vacuum:duplicate-paths"})
public final class DuplicateKey extends OpenApiRule {

  @Override
  public void file(OpenApiFile file, RuleContext context) {
    boolean isFaulty = false;
    for (Problem problem : file.problems()) {
      isFaulty |= problem.kind() == Problem.Kind.DUPLICATE_KEY;
    }
    if (isFaulty) {
      for (YamlDocument document : file.yaml().documents()) {
        if (document.root().isPresent()) {
          walk(document.root().get(), file, context);
        }
      }
    }
  }

  private static void walk(YamlNode node, OpenApiFile file, RuleContext context) {
    if (node instanceof Mapping mapping) {
      Map<String, Entry> firsts = new HashMap<>();
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key) {
          Entry first = firsts.putIfAbsent(key.text(), entry);
          if (first != null) {
            report(mapping, first, entry, file, context);
          }
        }
        walk(entry.value(), file, context);
      }
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        walk(item, file, context);
      }
    }
  }

  private static void report(
      Mapping mapping, Entry first, Entry again, OpenApiFile file, RuleContext context) {
    Slice key = again.key().slice();
    Slice there = first.key().slice();
    int line = file.source().lines().position(there.place().span().start()).line();
    Anchor anchor = file.anchor(key);
    Finding finding =
        Finding.at(anchor, key, "%s is already in line %s: only one of them is read", key, line)
            .related(there, "the first one");
    if (Trees.areEqual(first.value(), again.value())) {
      Fix fix =
          Fix.unsafe(
                  "Remove the copy",
                  YamlEdits.of(file.yaml(), file.source()).removeEntry(mapping, again))
              .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor));
      finding = finding.withFix(fix);
    }
    context.report(finding);
  }
}
