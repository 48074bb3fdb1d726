package dev.plimsoll.rules.shell.size;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages that nobody asked for make an image larger, and its list of weaknesses longer. */
@RuleInfo(
    id = "shell/recommended-packages-installed",
    title = "apt installs recommended packages too",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3015", "trivy:DS-0029", "sonar:S6500"})
public final class RecommendedPackagesInstalled extends ShellRule {

  private static final Set<String> MANAGERS = Set.of("apt-get", "apt", "aptitude");
  private static final Set<String> YES = Set.of("-y", "-qy", "-yq", "-yqq", "-qqy", "--yes", "-qq");

  private static final List<String> DECIDED =
      List.of(
          "no-install-recommends",
          "install-recommends",
          "without-recommends",
          "with-recommends",
          "R",
          "r");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (script.host() != ScriptContext.Host.BUILD) {
      return;
    }
    Optional<PackageCall> call = PackageCall.of(command);
    if (call.isPresent() && installs(call.get()) && !isDecided(call.get(), script)) {
      report(call.get(), context);
    }
  }

  private static boolean installs(PackageCall call) {
    return MANAGERS.contains(call.manager().name()) && call.subcommand().equals("install");
  }

  private static boolean isDecided(PackageCall call, ScriptContext script) {
    for (Option option : call.invocation().options()) {
      if (option.value().isPresent() && option.value().get().text().contains("Recommends")) {
        return true;
      }
    }
    return call.mayHaveOption(DECIDED, script)
        || script.isConfigured(ScriptContext.Configuration.NO_RECOMMENDS);
  }

  private static void report(PackageCall call, RuleContext context) {
    Command command = call.invocation().command();
    String option =
        call.manager().name().equals("aptitude")
            ? "--without-recommends"
            : "--no-install-recommends";
    ShellWord verb = call.verb().get(0);
    ShellWord after = lastBefore(verb, command);
    ModelChange.Kind kind =
        verb.isVerbatim() ? ModelChange.Kind.ADD : ModelChange.Kind.CHANGE; // a string of a list
    String file = verb.slice().source().host().name();
    context.report(
        Finding.at(
                command.anchor(),
                verb.slice(),
                "%s install also takes what packages only recommend: add %s",
                call.manager().name(),
                option)
            .withFix(
                Fix.unsafe("Add " + option, ShellEdits.insertWordAfter(after, option))
                    .declaring(ModelChange.of(kind, file, command.anchor()))));
  }

  /** The verb, or the yes right after it, behind which people write the option. */
  @SuppressWarnings("ReferenceEquality") // the very word: another may read the same
  private static ShellWord lastBefore(ShellWord verb, Command command) {
    List<ShellWord> words = command.arguments();
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i) == verb && YES.contains(words.get(i + 1).text())) {
        return words.get(i + 1);
      }
    }
    return verb;
  }
}
