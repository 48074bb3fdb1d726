package dev.plimsoll.rules.compose.naming;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** No two containers can have one name, so Compose refuses to start more than one. */
@RuleInfo(
    id = "compose/container-name-blocks-scaling",
    title = "Fixed container name on a service that is scaled",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ContainerNameBlocksScaling extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> name = service.scalar("container_name");
    Optional<Scalar> scale = service.scalar("scale");
    Optional<Scalar> count = scale.isPresent() ? scale : service.scalar("deploy", "replicas");
    if (name.isEmpty()
        || name.get().text().isEmpty()
        || count.isEmpty()
        || !isSeveral(count.get())) {
      return;
    }
    Finding finding =
        Finding.at(
                service.anchor("container_name"),
                name.get().slice(),
                "one container can have this name, and %s asks for %s",
                scale.isPresent() ? "scale" : "deploy.replicas",
                count.get().value().alternatives().get(0))
            .related(count.get().slice(), "the number of containers is set here");
    Member member = service.body().members().get("container_name");
    Optional<ComposeFile.Spot> spot = member == null ? Optional.empty() : file.spot(member.key());
    context.report(spot.isPresent() ? finding.withFix(fix(spot.get(), file)) : finding);
  }

  private static Fix fix(ComposeFile.Spot spot, ComposeFile file) {
    Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(spot.mapping(), spot.entry());
    Anchor anchor = file.owner(spot.entry().key().slice()).child("container_name");
    return Fix.unsafe("Remove container_name", edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor));
  }

  private static boolean isSeveral(Scalar count) {
    Optional<String> known = count.known();
    if (known.isEmpty() || known.get().isEmpty() || known.get().length() > 6) {
      return false;
    }
    for (int i = 0; i < known.get().length(); i++) {
      if (!Character.isDigit(known.get().charAt(i))) {
        return false;
      }
    }
    return Integer.parseInt(known.get()) > 1;
  }
}
