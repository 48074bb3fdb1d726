package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.PathKind;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A folder beside the project is lost with a fresh checkout, and belongs to whoever made it. */
@RuleInfo(
    id = "compose/bind-mounted-app-data",
    title = "Application data lives on a bind mount",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class BindMountedAppData extends ComposeRule {

  /** What whoever runs the host sees to: certificates, settings, what is read from outside. */
  private static final List<String> OF_HOST =
      List.of(
          "acme",
          "backup",
          "cert",
          "conf",
          "init",
          "letsencrypt",
          "log",
          "secret",
          "ssh",
          "ssl",
          "tls",
          "docker-entrypoint");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (set.role() != ComposeRole.PRODUCTION || !service.has("volumes")) {
      return;
    }
    for (ServiceMount mount : service.mounts()) {
      if (isData(mount, set, context)) {
        Finding finding =
            Finding.at(
                service.anchor("volumes"),
                mount.source().orElseThrow().slice(),
                "%s keeps its data in %s beside the project: a named volume is Docker's to keep",
                service.name(),
                mount.source().orElseThrow().value());
        Optional<Fix> fix = new NamedVolumeFix(service, set, file, "data").replacing(mount);
        context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      }
    }
  }

  private static boolean isData(ServiceMount mount, ComposeSet set, RuleContext context) {
    if (mount.kind() != ServiceMount.Kind.BIND
        || mount.readOnly()
        || mount.source().isEmpty()
        || mount.source().get().fixed().isEmpty()) {
      return false;
    }
    String source = mount.source().get().text();
    String target = mount.target().text();
    boolean isBeside = source.startsWith("./") && source.length() > 2;
    return isBeside
        && !hasEnding(source)
        && !hasEnding(target)
        && !isOfHost(source)
        && !isOfHost(target)
        && !target.startsWith("/etc/")
        && !isShipped(source, set, context);
  }

  private static boolean hasEnding(String path) {
    return path.lastIndexOf('.') > path.lastIndexOf('/') + 1;
  }

  private static boolean isOfHost(String path) {
    String lower = path.toLowerCase(Locale.ROOT);
    for (String word : OF_HOST) {
      if (lower.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a part of the project: what it holds is no data of the application. */
  private static boolean isShipped(String source, ComposeSet set, RuleContext context) {
    return context.compose().composePath(set, source) instanceof Answer.Known<PathKind> known
        && known.value() != PathKind.ABSENT;
  }
}
