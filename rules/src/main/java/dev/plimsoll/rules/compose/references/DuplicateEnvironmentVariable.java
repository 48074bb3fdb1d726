package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
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
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Of two lines that set one variable the later counts, and whoever edits the other is misled. */
@RuleInfo(
    id = "compose/duplicate-environment-variable",
    title = "Environment sets one variable twice",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE)
public final class DuplicateEnvironmentVariable extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find("services").orElse(root) instanceof YamlNode.Mapping services) {
        for (YamlNode.Entry entry : services.entries()) {
          if (entry.value() instanceof YamlNode.Mapping service
              && entry.key() instanceof YamlNode.Scalar name
              && service.find("environment").orElse(service) instanceof YamlNode.Sequence list) {
            check(list, name.text(), file, context);
          }
        }
      }
    }
  }

  private static void check(
      YamlNode.Sequence list, String service, ComposeFile file, RuleContext context) {
    List<Optional<YamlNode.Scalar>> replacements = ComposeFile.replacements(list);
    for (int i = 0; i < list.items().size(); i++) {
      YamlNode line = list.items().get(i);
      Optional<YamlNode.Scalar> last = replacements.get(i);
      if (last.isPresent() && line instanceof YamlNode.Scalar scalar) {
        Edit edit = YamlEdits.of(file.yaml(), file.source()).removeItem(list, line);
        context.report(
            Finding.at(
                    Anchor.FILE.child("services").child(service).child("environment"),
                    name(scalar),
                    "%s is set again below, and the later value counts",
                    name(scalar))
                .related(last.get().slice(), "this value counts")
                .withFix(Fix.safe("Remove the line without effect", edit)));
      }
    }
  }

  private static Slice name(YamlNode.Scalar line) {
    int equals = line.text().indexOf('=');
    int length = equals < 0 ? line.text().length() : equals;
    String written = line.slice().text();
    int start = written.indexOf(line.text().substring(0, length));
    return start < 0 ? line.slice() : line.slice().part(start, start + length);
  }
}
