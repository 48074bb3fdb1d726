package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Without it a process may become root by any setuid file that is left in the image. */
@RuleInfo(
    id = "compose/no-new-privileges-missing",
    title = "Processes may gain new privileges",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0003",
    cwe = 269)
public final class NoNewPrivilegesMissing extends ComposeRule {

  private static final String OPTION = "no-new-privileges";

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    List<ServiceEntry> all = ServiceEntry.in(file, set, context);
    List<ServiceEntry> without = new ArrayList<>();
    for (ServiceEntry each : all) {
      if (isWithout(each.service(), file, context) && !gains(each.service(), set, context)) {
        without.add(each);
      }
    }
    Optional<Slice> section =
        without.size() > 1 && without.size() == all.size() ? file.servicesKey() : Optional.empty();
    if (section.isPresent()) {
      context.report(
          withFix(
              Finding.at(
                  Anchor.FILE.child("services"),
                  section.get(),
                  "processes of all %s services may gain privileges:"
                      + " add no-new-privileges:true to security_opt",
                  all.size()),
              without,
              file));
      return;
    }
    for (ServiceEntry each : without) {
      context.report(
          withFix(
              Finding.at(
                  each.service().anchor(),
                  each.key(),
                  "processes of %s may gain privileges:"
                      + " add no-new-privileges:true to security_opt",
                  each.key()),
              List.of(each),
              file));
    }
  }

  /** Whether nothing is said; what switches it off is reported at once. */
  private static boolean isWithout(ComposeService service, ComposeFile file, RuleContext context) {
    Optional<Scalar> privileged = service.scalar("privileged");
    if (privileged.isPresent() && !privileged.get().text().equals("false")) {
      return false;
    }
    for (ComposeNode item : service.items("security_opt")) {
      String text = item instanceof Scalar scalar ? scalar.known().orElse(OPTION) : OPTION;
      if (text.startsWith(OPTION)) {
        if (text.endsWith("false")) {
          off(service, item, file, context);
        }
        return false;
      }
    }
    return true;
  }

  private static void off(
      ComposeService service, ComposeNode item, ComposeFile file, RuleContext context) {
    Finding finding =
        Finding.at(
            service.anchor("security_opt"),
            item.slice(),
            "%s lets processes gain privileges by setuid files",
            item.slice());
    Optional<ComposeFile.ItemSpot> spot = file.item(item.slice());
    if (spot.isPresent()) {
      Edit edit =
          YamlEdits.of(file.yaml(), file.source())
              .replace(spot.get().item(), NewYaml.text(OPTION + ":true"));
      finding =
          finding.withFix(Fix.unsafe("Switch it on", edit).changing(file.anchor(item.slice())));
    }
    context.report(finding);
  }

  /** Whether it works by a setuid program, sudo first of all, as far as that is seen. */
  private static boolean gains(ComposeService service, ComposeSet set, RuleContext context) {
    if (mentionsSudo(service.find("command")) || mentionsSudo(service.find("entrypoint"))) {
      return true;
    }
    if (context.compose().image(set, service) instanceof Answer.Known<ServiceImage> known) {
      for (ServiceImage.Built built : known.value().builds()) {
        for (Step step : built.stage().lineage()) {
          if (step instanceof Run run && run.script().slice().text().contains("sudo")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean mentionsSudo(Optional<ComposeNode> command) {
    if (command.isPresent() && command.get() instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (item instanceof Scalar scalar && scalar.text().contains("sudo")) {
          return true;
        }
      }
    }
    return command.isPresent()
        && command.get() instanceof Scalar scalar
        && scalar.text().contains("sudo");
  }

  private static Finding withFix(Finding finding, List<ServiceEntry> without, ComposeFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    List<Edit> all = new ArrayList<>();
    for (ServiceEntry each : without) {
      all.add(edit(each, edits));
    }
    Fix fix = Fix.unsafe("Add no-new-privileges", all.toArray(Edit[]::new));
    for (ServiceEntry each : without) {
      Anchor anchor = each.service().anchor("security_opt");
      fix = fix.declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor));
    }
    return finding.withFix(fix);
  }

  private static Edit edit(ServiceEntry each, YamlEdits edits) {
    if (!(each.entry().value() instanceof YamlNode.Mapping body)) {
      return new Edit.Impossible("the service has no mapping of its own");
    }
    Optional<YamlNode> list = body.find("security_opt");
    if (list.isEmpty()) {
      return each.service().has("security_opt")
          ? new Edit.Impossible("its options stand elsewhere")
          : edits.addKey(body, "security_opt", NewYaml.list(NewYaml.text(OPTION + ":true")));
    }
    return list.get() instanceof YamlNode.Sequence sequence
        ? edits.addItem(sequence, NewYaml.text(OPTION + ":true"))
        : new Edit.Impossible("its options are no list");
  }
}
