package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Compose refuses files, and services, that need each other to be read. */
@RuleInfo(
    id = "compose/include-cycle",
    title = "Included or extended files form a circle",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class IncludeCycle extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    for (Refusal refusal : set.refusals()) {
      boolean included = refusal.kind() == Refusal.Kind.INCLUDE;
      if (refusal.isCircle() && (included || refusal.kind() == Refusal.Kind.EXTENDS)) {
        Slice slice = refusal.slice();
        Optional<Slice> include = included ? includeKey(file) : Optional.empty();
        Finding finding =
            Finding.at(
                Anchor.FILE.child(included ? "include" : "services"),
                include.orElse(slice),
                refusal.message());
        if (include.isEmpty()) {
          context.report(finding);
        } else if (isThis(file, slice)) {
          context.report(
              finding
                  .related(slice, "this file is included again here")
                  .because(List.of(slice.place())));
        }
      }
    }
  }

  /** Whether a path that another file includes, or this one itself, is of this one. */
  private static boolean isThis(ComposeFile file, Slice path) {
    String name = file.name();
    return path.text().contains(name.substring(name.lastIndexOf('/') + 1));
  }

  private static Optional<Slice> includeKey(ComposeFile file) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
          if (entry.key() instanceof YamlNode.Scalar key && key.text().equals("include")) {
            return Optional.of(key.slice());
          }
        }
      }
    }
    return Optional.empty();
  }
}
