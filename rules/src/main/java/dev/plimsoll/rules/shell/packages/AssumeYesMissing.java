package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Nobody is there to answer: the command gives up, and a build or a boot with it. */
@RuleInfo(
    id = "shell/assume-yes-missing",
    title = "Package command waits for a confirmation",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.SAFE,
    aliases = {
      "hadolint:DL3014",
      "hadolint:DL3030",
      "hadolint:DL3034",
      "hadolint:DL3038",
      "trivy:DS-0021",
      "sonar:S6584"
    })
public final class AssumeYesMissing extends ShellRule {

  private static final List<String> APT =
      List.of(
          "y",
          "yes",
          "assume-yes",
          "qq",
          "quietquiet",
          "assume-no",
          "s",
          "simulate",
          "dry-run",
          "just-print",
          "no-act",
          "recon",
          "print-uris");
  private static final List<String> RPM = List.of("y", "yes", "assumeyes", "assumeno");
  private static final List<String> ZYPPER =
      List.of("n", "non-interactive", "y", "no-confirm", "D", "dry-run");
  private static final List<String> CONDA = List.of("y", "yes", "d", "dry-run", "json");
  private static final List<String> PACMAN = List.of("noconfirm", "s", "i", "l", "g", "p");

  /** The options with which each does not ask; the first of those that have one is proposed. */
  private static final Map<String, List<String>> ANSWERS =
      Map.ofEntries(
          Map.entry("apt-get", APT),
          Map.entry("apt", APT),
          Map.entry("aptitude", APT),
          Map.entry("dnf", RPM),
          Map.entry("dnf5", RPM),
          Map.entry("yum", RPM),
          Map.entry("microdnf", RPM),
          Map.entry("tdnf", RPM),
          Map.entry("zypper", ZYPPER),
          Map.entry("pacman", PACMAN),
          Map.entry("conda", CONDA),
          Map.entry("mamba", CONDA),
          Map.entry("micromamba", CONDA),
          Map.entry("pip", List.of("y", "yes")),
          Map.entry("pip3", List.of("y", "yes")));

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<PackageCall> call = PackageCall.of(command);
    if (call.isEmpty() || command.isPiped() || isFed(command) || !asks(call.get())) {
      return;
    }
    List<String> answers = ANSWERS.getOrDefault(call.get().manager().name(), List.of());
    boolean answered =
        call.get().mayHaveOption(answers, script)
            || isJoined(call.get())
            || isSetToYes(call.get().invocation())
            || isConfigured(call.get(), script);
    if (!answered) {
      report(call.get(), script, context);
    }
  }

  /** Whether it is a command that asks, as each of these asks before it changes the system. */
  private static boolean asks(PackageCall call) {
    String manager = call.manager().name();
    if (!ANSWERS.containsKey(manager) || call.action().isEmpty()) {
      return false;
    }
    Action action = call.action().get();
    if (manager.startsWith("pip")) {
      return action == Action.REMOVE;
    }
    if (CONDA.equals(ANSWERS.get(manager))) {
      return !call.subcommand().startsWith("env");
    }
    if (manager.equals("pacman")) {
      return !call.packages().isEmpty() || hasLetter(call.invocation(), "u");
    }
    return action == Action.INSTALL || action == Action.UPGRADE || action == Action.REMOVE;
  }

  /** pip reads none of the files in which the others find their answer. */
  private static boolean isConfigured(PackageCall call, ScriptContext script) {
    return !call.manager().name().startsWith("pip")
        && script.isConfigured(ScriptContext.Configuration.ASSUME_YES);
  }

  /** {@code conda clean -afy}: there the letter f, which elsewhere names a file, takes no value. */
  private static boolean isJoined(PackageCall call) {
    for (ShellWord word : call.invocation().command().arguments()) {
      boolean letters = word.text().startsWith("-") && !word.text().startsWith("--");
      if (letters && word.text().contains("y") && call.does(Action.CLEAN)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetter(Invocation invocation, String letter) {
    for (Option option : invocation.options()) {
      if (option.name().equals(letter)) {
        return true;
      }
    }
    return false;
  }

  /** {@code -o APT::Get::Assume-Yes=true}, {@code --setopt=assumeyes=1}, {@code -q=2}. */
  private static boolean isSetToYes(Invocation invocation) {
    for (Option option : invocation.options()) {
      String value = option.value().isEmpty() ? "" : option.value().get().text();
      String lower = value.toLowerCase(Locale.ROOT);
      boolean says = lower.contains("assume-yes") || lower.contains("assumeyes");
      boolean quietest = option.name().equals("quiet") && value.equals("2");
      if (says || quietest || option.name().equals("=")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFed(Command command) {
    for (Redirection redirection : command.redirections()) {
      if (redirection.operator().text().startsWith("<")) {
        return true;
      }
    }
    return false;
  }

  private static void report(PackageCall call, ScriptContext script, RuleContext context) {
    Command command = call.invocation().command();
    String manager = call.manager().name();
    boolean global = manager.equals("zypper") || manager.equals("pacman");
    String option = manager.equals("zypper") ? "--non-interactive" : global ? "--noconfirm" : "-y";
    ShellWord name = command.name();
    ShellWord verb = global ? name : call.verb().get(call.verb().size() - 1);
    Slice culprit = call.verb().isEmpty() ? name.slice() : call.verb().get(0).slice();
    String said = call.verb().isEmpty() ? manager : manager + " " + call.subcommand();
    Edit edit = ShellEdits.insertWordAfter(verb, option);
    String file = verb.slice().source().host().name();
    // Nobody can answer in a build; whoever starts a script may. And each string of a list is a
    // part
    // of the model by itself, so one more is no mere answer.
    ModelChange.Kind kind = verb.isVerbatim() ? ModelChange.Kind.ADD : ModelChange.Kind.ASSUME_YES;
    Fix fix =
        verb.isVerbatim() || script.host() != ScriptContext.Host.BUILD
            ? Fix.unsafe("Add " + option, edit)
                .declaring(ModelChange.of(kind, file, command.anchor()))
            : Fix.safe("Add " + option, edit)
                .declaring(ModelChange.of(ModelChange.Kind.ASSUME_YES, file, command.anchor()));
    context.report(
        Finding.at(
                command.anchor(),
                culprit,
                "%s may ask for a confirmation, and fails where nobody answers: add %s",
                said,
                option)
            .withFix(fix));
  }
}
