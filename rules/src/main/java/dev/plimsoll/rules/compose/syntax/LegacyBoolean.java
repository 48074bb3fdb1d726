package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposePath;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** YAML 1.2 reads these words as texts; Compose still takes them, and warns at each start. */
@RuleInfo(
    id = "compose/legacy-boolean",
    title = "Boolean is written yes, no, on or off",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE)
public final class LegacyBoolean extends ComposeRule {

  private static final String SERVICES = "services";
  private static final Set<String> WORDS = Set.of("yes", "no", "on", "off", "y", "n");

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.model().isPresent()) {
      for (Map.Entry<String, Member> entry : set.model().get().members().entrySet()) {
        if (!entry.getKey().equals(SERVICES)) {
          member(entry, ComposePath.ROOT, file, context);
        }
      }
    }
  }

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    ComposePath path = ComposePath.ROOT.child(SERVICES).child(service.name());
    walk(service.body(), path, file, context);
  }

  private static void member(
      Map.Entry<String, Member> entry, ComposePath path, ComposeFile file, RuleContext context) {
    ComposePath below = path.child(entry.getKey());
    if (entry.getValue().value() instanceof Scalar scalar) {
      check(entry.getValue(), scalar, below, file, context);
    } else {
      walk(entry.getValue().value(), below, file, context);
    }
  }

  private static void walk(
      ComposeNode node, ComposePath path, ComposeFile file, RuleContext context) {
    if (node instanceof ComposeNode.Table table) {
      for (Map.Entry<String, Member> entry : table.members().entrySet()) {
        member(entry, path, file, context);
      }
    } else if (node instanceof ComposeNode.Items items) {
      for (ComposeNode item : items.items()) {
        walk(item, path.child(ComposePath.ITEM), file, context);
      }
    }
  }

  private static void check(
      Member member, Scalar scalar, ComposePath path, ComposeFile file, RuleContext context) {
    if (scalar.type() != ComposeNode.Type.BOOLEAN || !isLegacy(scalar.slice().text())) {
      return;
    }
    Finding finding =
        Finding.at(
            ComposeFile.anchor(path),
            scalar.slice(),
            "%s is a text in YAML 1.2: write %s",
            scalar.slice(),
            scalar.text());
    Optional<ComposeFile.Spot> spot = file.spot(member.key());
    if (spot.isPresent() && spot.get().entry().value() instanceof YamlNode.Scalar) {
      finding =
          finding.withFix(
              Fix.safe(
                      "Write " + scalar.text(),
                      YamlEdits.of(file.yaml(), file.source())
                          .changingEveryUse()
                          .replace(spot.get().entry().value(), NewYaml.plain(scalar.text())))
                  .declaring(
                      ModelChange.of(
                          ModelChange.Kind.SPELLING, file.name(), file.anchor(member.key()))));
    }
    context.report(finding);
  }

  private static boolean isLegacy(String written) {
    boolean quoted = written.length() > 2 && "\"'".indexOf(written.charAt(0)) >= 0;
    String word = quoted ? written.substring(1, written.length() - 1) : written;
    return WORDS.contains(word.toLowerCase(Locale.ROOT));
  }
}
