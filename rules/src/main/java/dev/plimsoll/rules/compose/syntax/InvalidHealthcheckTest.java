package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Compose refuses the whole project for a list that does not say how to run the check. */
@RuleInfo(
    id = "compose/invalid-healthcheck-test",
    title = "Health check list starts with neither CMD nor NONE",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class InvalidHealthcheckTest extends ComposeRule {

  private static final Set<String> STARTS = Set.of("CMD", "CMD-SHELL", "NONE");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    List<ComposeNode> test = service.items("healthcheck", "test");
    if (test.isEmpty() || !(test.get(0) instanceof Scalar first) || mayStart(first)) {
      return;
    }
    Anchor anchor = service.anchor("healthcheck").child("test");
    Finding finding =
        Finding.at(
            anchor,
            first.slice(),
            "a test list begins with CMD, CMD-SHELL or NONE, not with %s",
            first.value());
    String start = start(first.text(), test.size());
    Optional<YamlNode.Sequence> list = list(service, file);
    if (list.isPresent()) {
      finding = finding.withFix(fix(start, list.get(), file, anchor));
    }
    context.report(finding);
  }

  private static boolean mayStart(Scalar first) {
    for (Value each : first.value().alternatives()) {
      if (!(each instanceof Value.Known known) || STARTS.contains(known.text())) {
        return true;
      }
    }
    return false;
  }

  /** A command line in one item needs a shell; several items are a program and its arguments. */
  private static String start(String first, int size) {
    return size == 1 && first.indexOf(' ') >= 0 ? "CMD-SHELL" : "CMD";
  }

  private static Optional<YamlNode.Sequence> list(ComposeService service, ComposeFile file) {
    Optional<ComposeNode> check = service.find("healthcheck");
    if (check.isEmpty() || !(check.get() instanceof ComposeNode.Table table)) {
      return Optional.empty();
    }
    ComposeNode.Member member = table.members().get("test");
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    return spot.isPresent() && spot.get().entry().value() instanceof YamlNode.Sequence list
        ? Optional.of(list)
        : Optional.empty();
  }

  private static Fix fix(String start, YamlNode.Sequence list, ComposeFile file, Anchor anchor) {
    YamlNode first = list.items().get(0);
    Optional<String> meant = meant(first);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    String title = "Begin the list with " + meant.orElse(start);
    return meant.isPresent()
        ? Fix.unsafe(title, edits.replace(first, NewYaml.text(meant.get()))).changing(anchor)
        : Fix.unsafe(title, edits.addFirstItem(list, NewYaml.text(start)))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor));
  }

  /** What {@code cmd}, {@code CMD_SHELL} and {@code SHELL} were to be. */
  private static Optional<String> meant(YamlNode first) {
    if (!(first instanceof YamlNode.Scalar text)) {
      return Optional.empty();
    }
    String upper = text.text().toUpperCase(Locale.ROOT).replace('_', '-');
    return STARTS.contains(upper)
        ? Optional.of(upper)
        : upper.equals("SHELL") ? Optional.of("CMD-SHELL") : Optional.empty();
  }
}
