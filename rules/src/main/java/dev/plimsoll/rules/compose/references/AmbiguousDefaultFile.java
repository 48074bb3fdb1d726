package dev.plimsoll.rules.compose.references;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;

/** Of several default files in one folder Compose reads one; what stands in the others is dead. */
@RuleInfo(
    id = "compose/ambiguous-default-file",
    title = "Several default Compose files in one directory",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class AmbiguousDefaultFile extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    Optional<Slice> first = firstKey(file);
    if (first.isEmpty()) {
      return;
    }
    Optional<String> preferred = context.compose().files().preferred(file);
    if (preferred.isPresent()) {
      String name = preferred.get();
      context.report(
          Finding.at(
                  Anchor.FILE,
                  first.get(),
                  "Compose does not read this file, it takes %s beside it: remove one of them",
                  name.substring(name.lastIndexOf('/') + 1))
              .because(List.of(new Place(name, Span.at(0)))));
    }
  }

  private static Optional<Slice> firstKey(ComposeFile file) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping mapping
          && !mapping.entries().isEmpty()) {
        return Optional.of(mapping.entries().get(0).key().slice());
      }
    }
    return Optional.empty();
  }
}
