package dev.plimsoll.rules.compose.build;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.fix.YamlExpansion;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.compose.references.Listed;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compose builds images side by side; an image that another is built from may come too late. */
@RuleInfo(
    id = "compose/build-order-by-depends-on",
    title = "Image build order rests on depends_on",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class BuildOrderByDependsOn extends ComposeRule {

  /** What may be said once it is known what an image is built from. */
  private static final List<String> TRIGGERED = List.of("compose/healthcheck-missing");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (service.has("build") && set.services().size() > 1) {
      for (BuildEdge edge : context.compose().builds(set).below(service)) {
        if (edge.kind() == BuildEdge.Kind.IMAGE) {
          Finding finding = finding(edge, service);
          Optional<Fix> fix = fix(edge, set, file, context);
          context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
        }
      }
    }
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      Optional<ComposeService> other = set.service(entry.getKey());
      if (other.isPresent()
          && other.get().has("build")
          && IdleCommand.isSilent(other.get())
          && !isUnordered(entry.getKey(), service, set, context)
          && BuildOnly.is(other.get(), set, context)) {
        Finding finding =
            Finding.at(
                    service.anchor("depends_on"),
                    entry.getValue().key(),
                    "%s only builds an image, and Compose builds all images before it starts a"
                        + " container: there is nothing to wait for",
                    entry.getValue().key())
                .related(other.get().key(), "the service that runs nothing");
        List<Edit> edits = new ArrayList<>();
        Optional<ModelChange> change = release(entry.getKey(), service, file, edits);
        context.report(
            change.isEmpty()
                ? finding
                : finding.withFix(
                    fix("Do not wait for " + entry.getKey(), edits).declaring(change.get())));
      }
    }
  }

  private static boolean isUnordered(
      String name, ComposeService service, ComposeSet set, RuleContext context) {
    if (service.has("build")) {
      for (BuildEdge edge : context.compose().builds(set).below(service)) {
        if (edge.kind() == BuildEdge.Kind.IMAGE && edge.base().name().equals(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Finding finding(BuildEdge edge, ComposeService service) {
    Member dependency = service.members("depends_on").get(edge.base().name());
    Slice place =
        dependency != null ? dependency.key() : service.keySlice("build").orElse(service.key());
    String template =
        dependency != null
            ? "depends_on does not order builds, and %s is built from %s, the image of %s"
            : "nothing orders these builds: %s is built from %s, the image of %s";
    return Finding.at(
            service.anchor(dependency != null ? "depends_on" : "build"),
            place,
            template + ": name service:%s in additional_contexts",
            service.name(),
            edge.image(),
            edge.base().name(),
            edge.base().name())
        .related(edge.place(), "the image that is built from");
  }

  /** Hands the image over, and does not wait for a container that does nothing. */
  private static Optional<Fix> fix(
      BuildEdge edge, ComposeSet set, ComposeFile file, RuleContext context) {
    ComposeService service = edge.built();
    Optional<Slice> key = service.keySlice("build");
    Optional<ComposeFile.Spot> spot = key.isEmpty() ? Optional.empty() : file.spot(key.get());
    if (spot.isEmpty() || !edge.isSure()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    edits.add(handOver(edge, spot.get(), file));
    Optional<ModelChange> released = Optional.empty();
    if (IdleCommand.isSilent(edge.base()) && BuildOnly.is(edge.base(), set, context)) {
      released = release(edge.base().name(), service, file, edits);
    }
    Anchor build = file.owner(spot.get().entry().key().slice()).child("build");
    Fix fix =
        fix("Build it from service:" + edge.base().name(), edits)
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), build))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), build));
    return Optional.of(released.isPresent() ? fix.declaring(released.get()) : fix);
  }

  private static Fix fix(String title, List<Edit> edits) {
    return new Fix(title, Safety.UNSAFE, edits, List.of(), List.of(), TRIGGERED);
  }

  private static Edit handOver(BuildEdge edge, ComposeFile.Spot spot, ComposeFile file) {
    NewYaml base = NewYaml.text("service:" + edge.base().name());
    NewYaml.Pair pair =
        NewYaml.pair("additional_contexts", NewYaml.mapping(NewYaml.pair(edge.image(), base)));
    if (!(spot.entry().value() instanceof YamlNode.Mapping build)) {
      return YamlExpansion.of(
          file.yaml(), file.source(), spot.mapping(), spot.entry(), "context", pair);
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<YamlNode> contexts = build.find("additional_contexts");
    if (contexts.isEmpty()) {
      return edits.addKey(build, pair.key(), pair.value());
    }
    if (contexts.get() instanceof YamlNode.Sequence list) {
      String line = edge.image() + "=service:" + edge.base().name();
      return edits.addItem(list, NewYaml.text(line));
    }
    return contexts.get() instanceof YamlNode.Mapping mapping
        ? edits.addKey(mapping, edge.image(), base)
        : new Edit.Impossible("the contexts are no list and no mapping");
  }

  /** Takes a dependency out, where it stands in the file. */
  private static Optional<ModelChange> release(
      String name, ComposeService service, ComposeFile file, List<Edit> edits) {
    Optional<Slice> key = service.keySlice("depends_on");
    Optional<ComposeFile.Spot> spot = key.isEmpty() ? Optional.empty() : file.spot(key.get());
    Member dependency = service.members("depends_on").get(name);
    if (spot.isEmpty() || dependency == null) {
      return Optional.empty();
    }
    edits.add(
        Listed.removal(dependency.key(), spot.get(), YamlEdits.of(file.yaml(), file.source())));
    return Optional.of(
        ModelChange.of(
            ModelChange.Kind.REMOVE,
            file.name(),
            file.owner(spot.get().entry().key().slice()).child("depends_on")));
  }
}
