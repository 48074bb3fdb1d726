package dev.plimsoll.rules.compose.network;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Docker reads past them: the program listens on the ports that it chose itself. */
@RuleInfo(
    id = "compose/ports-with-host-network",
    title = "Ports are ignored under host networking",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class PortsWithHostNetwork extends ComposeRule {

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    Optional<Scalar> mode = service.scalar("network_mode");
    if (mode.isEmpty()
        || !mode.get().known().orElse("").equals("host")
        || mode.get().written().contains(":-") // with another value of the variable they count
        || service.items("ports").isEmpty()) {
      return;
    }
    Slice ports = service.keySlice("ports").orElseThrow();
    Finding finding =
        Finding.at(
                service.anchor("ports"),
                ports,
                "ports have no effect here: the container is on the host's network")
            .related(mode.get().slice(), "the host's network is chosen here");
    Optional<ComposeFile.Spot> spot = file.spot(ports);
    boolean together = mode.get().slice().place().file().equals(file.name());
    if (spot.isPresent() && together) {
      Edit edit =
          YamlEdits.of(file.yaml(), file.source())
              .removeEntry(spot.get().mapping(), spot.get().entry());
      finding =
          finding.withFix(
              Fix.unsafe("Remove ports", edit)
                  .declaring(
                      ModelChange.of(ModelChange.Kind.REMOVE, file.name(), file.anchor(ports))));
    }
    context.report(finding);
  }
}
