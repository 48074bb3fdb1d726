package dev.plimsoll.rules.compose.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A build reads past an argument that no ARG declares, so what was to be chosen is not. */
@RuleInfo(
    id = "compose/undeclared-build-arg",
    title = "Build argument is declared by no ARG",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class UndeclaredBuildArg extends ComposeRule {

  /** An argument of a build, and the Dockerfile that does not declare it. */
  private record Unused(ComposeService service, String name, Slice key, DockerfileModel file) {}

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    List<Unused> unused = unused(set, file, new HashSet<>(), context);
    if (unused.isEmpty()) {
      return;
    }
    Set<Slice> used = new HashSet<>();
    for (ComposeSet each : context.compose().composeSets(file)) {
      unused(each, file, used, context);
    }
    for (Unused each : unused) {
      if (!used.contains(each.key())) {
        report(each, file, context);
      }
    }
  }

  /**
   * The arguments in a file that are not declared.
   *
   * @param used takes those that are, or may be: one text may stand for several services
   */
  private static List<Unused> unused(
      ComposeSet set, ComposeFile file, Set<Slice> used, RuleContext context) {
    List<Unused> unused = new ArrayList<>();
    for (ComposeService service : set.servicesIn(file.name())) {
      Map<String, Member> given = service.members("build", "args");
      Optional<DockerfileModel> dockerfile =
          given.isEmpty() ? Optional.empty() : context.compose().dockerfile(set, service);
      if (dockerfile.isPresent() && isKnown(dockerfile.get())) {
        List<String> declared = declared(dockerfile.get(), service, set, context);
        for (Map.Entry<String, Member> entry : given.entrySet()) {
          Slice key = entry.getValue().key();
          String name = entry.getKey();
          if (declared.contains(name) || BuildArguments.isPredefined(name)) {
            used.add(key);
          } else {
            unused.add(new Unused(service, name, key, dockerfile.get()));
          }
        }
      } else {
        for (Member member : given.values()) {
          used.add(member.key());
        }
      }
    }
    return unused;
  }

  /** Whether all that it declares is seen: images made for it may ask for more arguments. */
  private static boolean isKnown(DockerfileModel file) {
    if (file.hasOtherFrontend()
        || file.template().isPresent()
        || !file.problems().isEmpty()
        || file.stages().isEmpty()) {
      return false;
    }
    for (Stage stage : file.stages()) {
      if (stage.base() instanceof Base.OfImage && stage.from().image().text().contains("onbuild")) {
        return false;
      }
    }
    return true;
  }

  private static List<String> declared(
      DockerfileModel file, ComposeService service, ComposeSet set, RuleContext context) {
    List<String> declared = new ArrayList<>(file.arguments());
    for (BuildEdge edge : context.compose().builds(set).below(service)) {
      Optional<DockerfileModel> base = context.compose().dockerfile(set, edge.base());
      if (base.isPresent()) {
        declared.addAll(base.get().arguments());
      }
    }
    return declared;
  }

  private static void report(Unused unused, ComposeFile file, RuleContext context) {
    List<String> free = new ArrayList<>(unused.file().arguments());
    free.removeAll(unused.service().members("build", "args").keySet());
    Finding finding =
        Finding.at(
                unused.service().anchor("build").child("args"),
                unused.key(),
                "%s declares no ARG %s, so the build ignores it%s",
                unused.file().source().name(),
                new Value.Known(unused.name(), unused.key()),
                NearestName.hint(unused.name(), free))
            .because(List.of(new Place(unused.file().source().name(), Span.at(0))));
    Optional<Fix> fix =
        new Undeclared(finding.anchor(), unused.key(), unused.name(), free).renaming(file);
    if (fix.isEmpty()) {
      fix = removal(unused, file);
    }
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> removal(Unused unused, ComposeFile file) {
    Member member = unused.service().members("build").get("args");
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    if (spot.isEmpty()) {
      return Optional.empty();
    }
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    return Optional.of(
        Fix.unsafe(
                "Remove the argument " + unused.name(),
                Listed.removal(unused.key(), spot.get(), edits))
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE,
                    file.name(),
                    file.owner(spot.get().entry().key().slice()).child("args"))));
  }
}
