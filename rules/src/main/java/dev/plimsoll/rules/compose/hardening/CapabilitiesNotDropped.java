package dev.plimsoll.rules.compose.hardening;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.image.NeededCapabilities;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.project.ServiceUser;
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

/** Root in a container keeps fourteen of root's capabilities, and most programs need none. */
@RuleInfo(
    id = "compose/capabilities-not-dropped",
    title = "Default capabilities are not dropped",
    severity = Severity.INFO,
    category = Category.SECURITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "compose-lint:CL-0006",
    cwe = 250)
public final class CapabilitiesNotDropped extends ComposeRule {

  @Override
  public void set(ComposeSet set, ComposeFile file, RuleContext context) {
    List<ServiceEntry> all = ServiceEntry.in(file, set, context);
    List<ServiceEntry> without = new ArrayList<>();
    for (ServiceEntry each : all) {
      if (isWithout(each.service())) {
        without.add(each);
      }
    }
    Optional<Slice> section =
        without.size() > 1 && without.size() == all.size() ? file.servicesKey() : Optional.empty();
    if (section.isPresent()) {
      context.report(
          Finding.at(
              Anchor.FILE.child("services"),
              section.get(),
              "none of the %s services drops its capabilities: add cap_drop: [ALL], and cap_add for"
                  + " what each of them needs",
              all.size()));
      return;
    }
    for (ServiceEntry each : without) {
      report(each, set, file, context);
    }
  }

  private static void report(
      ServiceEntry each, ComposeSet set, ComposeFile file, RuleContext context) {
    boolean isUser = isUser(each.service(), set, context);
    List<String> needed = isUser ? List.of() : needed(each.service(), set, context);
    String also =
        isUser
            ? ""
            : needed.isEmpty()
                ? ", and cap_add for what it needs"
                : ", and cap_add: [" + String.join(", ", needed) + "], which its image needs";
    Finding finding =
        Finding.at(
            each.service().anchor(),
            each.key(),
            "%s keeps the default capabilities: add cap_drop: [ALL]%s",
            each.key(),
            also);
    Optional<Fix> fix = isUser ? fix(each, file) : Optional.empty();
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /** Whether it is known not to run as root. */
  private static boolean isUser(ComposeService service, ComposeSet set, RuleContext context) {
    return context.compose().user(set, service) instanceof Answer.Known<ServiceUser> user
        && user.value().uid().isPresent()
        && !user.value().isRoot();
  }

  /** What an image that is started as it is needs, and is not given yet. */
  private static List<String> needed(ComposeService service, ComposeSet set, RuleContext context) {
    List<String> needed = new ArrayList<>();
    if (!service.has("user")
        && !service.has("entrypoint")
        && context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image
        && image.value() instanceof ServiceImage.Pulled pulled) {
      for (String capability : NeededCapabilities.of(pulled.reference())) {
        if (!Capabilities.mayName(service, "cap_add", capability)) {
          needed.add(capability);
        }
      }
    }
    return needed;
  }

  private static boolean isWithout(ComposeService service) {
    Optional<Scalar> privileged = service.scalar("privileged");
    return !Capabilities.mayName(service, "cap_drop", "ALL")
        && (privileged.isEmpty() || privileged.get().text().equals("false"));
  }

  /**
   * A process that is not root has none of them anyway, so that nothing but setuid files change.
   */
  private static Optional<Fix> fix(ServiceEntry each, ComposeFile file) {
    if (each.service().has("cap_drop")
        || each.service().has("cap_add")
        || !(each.entry().value() instanceof YamlNode.Mapping body)) {
      return Optional.empty();
    }
    Edit edit =
        YamlEdits.of(file.yaml(), file.source())
            .addKey(body, "cap_drop", NewYaml.list(NewYaml.text("ALL")));
    return Optional.of(
        Fix.unsafe("Drop all capabilities", edit)
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.ADD, file.name(), each.service().anchor("cap_drop"))));
  }
}
