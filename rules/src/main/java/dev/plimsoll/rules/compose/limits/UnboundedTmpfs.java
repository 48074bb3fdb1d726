package dev.plimsoll.rules.compose.limits;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** What is written into a tmpfs lies in memory, up to half of that of the host. */
@RuleInfo(
    id = "compose/unbounded-tmpfs",
    title = "tmpfs has no size limit",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    cwe = 770,
    options = UnboundedTmpfs.Options.class)
public final class UnboundedTmpfs extends ComposeRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "the size that its fix sets", byDefault = "64m") String size) {}

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("tmpfs") && !service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      if (mount.kind() == ServiceMount.Kind.TMPFS
          && mount.option("tmpfs", "size").isEmpty()
          && mount.slice().text().indexOf('$') < 0) {
        report(mount, service, file, context);
      }
    }
  }

  private static void report(
      ServiceMount mount, ComposeService service, ComposeFile file, RuleContext context) {
    boolean isLong = mount.option("type").isPresent();
    Slice place = mount.target().slice();
    Finding finding =
        Finding.at(
            service.anchor(isLong ? "volumes" : "tmpfs"),
            place,
            "the tmpfs %s has no size limit: what is written there takes memory",
            place);
    String size = context.options(Options.class).size();
    Optional<Edit> edit = isLong ? longForm(mount, size, file) : shortForm(mount, size, file);
    if (edit.isPresent()) {
      Anchor owner = file.owner(mount.slice());
      Fix fix = Fix.unsafe("Limit it to " + size, edit.get());
      finding =
          finding.withFix(
              isLong
                  ? fix.declaring(
                      ModelChange.of(ModelChange.Kind.ADD, file.name(), owner.child("tmpfs")))
                  : fix.changing(owner));
    }
    context.report(finding);
  }

  private static Optional<Edit> shortForm(ServiceMount mount, String size, ComposeFile file) {
    Optional<YamlNode.Scalar> scalar = file.scalar(mount.slice());
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text();
    String more = text + (text.indexOf(':') < 0 ? ":" : ",") + "size=" + size;
    return Optional.of(
        YamlEdits.of(file.yaml(), file.source()).replace(scalar.get(), NewYaml.text(more)));
  }

  private static Optional<Edit> longForm(ServiceMount mount, String size, ComposeFile file) {
    Optional<ComposeFile.ItemSpot> spot = file.item(mount.slice());
    if (spot.isEmpty() || !(spot.get().item() instanceof YamlNode.Mapping mapping)) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<YamlNode> options = mapping.find("tmpfs");
    if (options.isEmpty()) {
      NewYaml sized = NewYaml.mapping(NewYaml.pair("size", NewYaml.text(size)));
      return Optional.of(edits.addKey(mapping, "tmpfs", sized));
    }
    return options.get() instanceof YamlNode.Mapping own
        ? Optional.of(edits.addKey(own, "size", NewYaml.text(size)))
        : Optional.empty();
  }
}
