package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whoever stands between a mirror and the build can put a package of their own in. */
@RuleInfo(
    id = "shell/signature-check-off",
    title = "Package signature check is off",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "checkov:CKV2_DOCKER_7",
      "checkov:CKV2_DOCKER_8",
      "checkov:CKV2_DOCKER_9",
      "checkov:CKV2_DOCKER_10",
      "checkov:CKV2_DOCKER_11"
    },
    cwe = 347)
public final class SignatureCheckOff extends ShellRule {

  private static final Set<String> APT =
      Set.of("allow-unauthenticated", "force-yes", "allow-insecure-repositories");
  private static final Set<String> RPM = Set.of("nogpgcheck", "no-gpgchecks", "no-gpg-checks");
  private static final Set<String> ZYPPER =
      Set.of("no-gpg-checks", "no-gpgcheck", "allow-unsigned-rpm", "gpgcheck-allow-unsigned");

  private static final Set<String> YES = Set.of("y", "yes", "assume-yes");

  private static final Map<String, Set<String>> OFF =
      Map.ofEntries(
          Map.entry("apk", Set.of("allow-untrusted")),
          Map.entry("apt-get", APT),
          Map.entry("apt", APT),
          Map.entry("aptitude", Set.of("allow-untrusted")),
          Map.entry("dnf", RPM),
          Map.entry("dnf5", RPM),
          Map.entry("yum", RPM),
          Map.entry("microdnf", RPM),
          Map.entry("tdnf", RPM),
          Map.entry("zypper", ZYPPER));

  private static final Set<String> RPM_OFF = Set.of("--nosignature", "--nodigest", "--noverify");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (command.isNamed("rpm")) {
      rpm(command, script, context);
      return;
    }
    Set<String> off = OFF.getOrDefault(command.program(), Set.of());
    if (off.isEmpty()) {
      return;
    }
    Optional<PackageCall> call = PackageCall.of(command);
    if (call.isEmpty()) {
      return;
    }
    for (Option option : call.get().invocation().options()) {
      if (off.contains(option.name()) && !isNo(option)) {
        report(call.get(), option, script, context);
      } else if (isSetting(option)) {
        context.report(
            Finding.at(
                command.anchor(),
                option.value().orElseThrow(),
                "%s installs packages whose signature nobody checks",
                option.value().orElseThrow()));
      }
    }
  }

  private static boolean isNo(Option option) {
    return option.value().isPresent()
        && Set.of("no", "false", "0", "off").contains(option.value().get().text());
  }

  /** {@code --setopt=gpgcheck=0}, {@code -o APT::Get::AllowUnauthenticated=true}. */
  private static boolean isSetting(Option option) {
    if (option.value().isEmpty()) {
      return false;
    }
    String text = option.value().get().text().toLowerCase(Locale.ROOT);
    int equals = text.lastIndexOf('=');
    if (equals < 0) {
      return false;
    }
    String key = text.substring(0, equals);
    String value = text.substring(equals + 1);
    boolean off = Set.of("0", "no", "false", "off").contains(value);
    boolean on = Set.of("1", "yes", "true", "on").contains(value);
    return option.name().equals("setopt")
        ? off && (key.equals("gpgcheck") || key.endsWith(".gpgcheck"))
        : on
            && (key.equals("apt::get::allowunauthenticated")
                || key.equals("acquire::allowinsecurerepositories"));
  }

  private static void report(
      PackageCall call, Option option, ScriptContext script, RuleContext context) {
    Command command = call.invocation().command();
    Slice slice = option.slice();
    Finding finding =
        Finding.at(
            command.anchor(), slice, "%s installs packages whose signature nobody checks", slice);
    boolean local = !call.packages().isEmpty();
    for (ShellWord word : call.packages()) {
      String text = word.text();
      local &= text.contains("/") || text.endsWith(".apk") || text.endsWith(".rpm");
    }
    if (local) {
      finding = finding.confidence(ofLocal(script));
    }
    boolean forces = option.name().equals("force-yes") && !isAnswered(call);
    Edit edit =
        !slice.text().startsWith("--") || command.name().isVerbatim()
            ? new Edit.Impossible("it is joined to others, or a string of a list")
            : forces ? Edit.replace(slice, "-y") : ShellEdits.deleteWord(slice);
    String title = forces ? "Use -y" : "Drop --" + option.name();
    context.report(finding.withFix(Fix.unsafe(title, edit).changing(command.anchor())));
  }

  private static Confidence ofLocal(ScriptContext script) {
    Confidence confidence = ofStep(script);
    return confidence == Confidence.LOW ? confidence : Confidence.MEDIUM;
  }

  /** A CI job installs what it has built itself. */
  private static Confidence ofStep(ScriptContext script) {
    return script.host() == ScriptContext.Host.STEP ? Confidence.LOW : Confidence.HIGH;
  }

  /** Whether its questions are answered by another option. */
  private static boolean isAnswered(PackageCall call) {
    for (Option option : call.invocation().options()) {
      if (YES.contains(option.name())) {
        return true;
      }
    }
    return false;
  }

  private static void rpm(Command command, ScriptContext script, RuleContext context) {
    boolean installs = false;
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      boolean letters = text.length() > 1 && text.charAt(0) == '-' && text.charAt(1) != '-';
      if (letters && (text.indexOf('q') >= 0 || text.indexOf('V') >= 0)) {
        return;
      }
      installs |= letters && (text.indexOf('i') >= 0 || text.indexOf('U') >= 0);
      installs |= text.equals("--install") || text.equals("--upgrade");
    }
    for (ShellWord word : command.arguments()) {
      if (installs && RPM_OFF.contains(word.text())) {
        Slice slice = word.slice();
        Edit edit =
            word.isVerbatim()
                ? new Edit.Impossible("a string of a list")
                : ShellEdits.deleteWord(slice);
        boolean isLocal = command.slice().text().indexOf("://") < 0;
        context.report(
            Finding.at(
                    command.anchor(),
                    slice,
                    "%s installs packages whose signature nobody checks",
                    slice)
                .confidence(isLocal ? ofStep(script) : Confidence.HIGH)
                .withFix(Fix.unsafe("Drop " + word.text(), edit).changing(command.anchor())));
      }
    }
  }
}
