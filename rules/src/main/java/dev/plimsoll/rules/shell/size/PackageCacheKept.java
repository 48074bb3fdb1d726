package dev.plimsoll.rules.shell.size;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a later step deletes stays in the layer before it: only the same step makes an image small.
 */
@RuleInfo(
    id = "shell/package-cache-kept",
    title = "Package cache stays in the image",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL3009",
      "hadolint:DL3019",
      "hadolint:DL3032",
      "hadolint:DL3036",
      "hadolint:DL3040",
      "hadolint:DL3042",
      "hadolint:DL3060",
      "trivy:DS-0015",
      "trivy:DS-0019",
      "trivy:DS-0020",
      "trivy:DS-0025",
      "trivy:DS-0027",
      "sonar:S6587",
      "tally:ruby/leftover-bundler-cache"
    },
    options = PackageCacheKept.Options.class)
public final class PackageCacheKept extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the package managers that are looked at",
              byDefault = {"apt", "apk", "dnf", "zypper", "pip", "npm", "yarn", "bundle"})
          List<String> managers) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<String> managers = context.options(Options.class).managers();
    for (Stage stage : file.shipped()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && !run.script().commands().isEmpty()) {
          check(run, new Later(file, stage, run), managers, context);
        }
      }
    }
  }

  private static void check(Run run, Later later, List<String> managers, RuleContext context) {
    List<PackageCall> calls = new ArrayList<>();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent()) {
        calls.add(call.get());
      }
    }
    if (calls.isEmpty()) {
      return;
    }
    for (PackageCache cache : PackageCache.ALL) {
      if (managers.contains(cache.name()) && !cache.isKeptOut(run)) {
        List<PackageCall> left = left(cache, calls, run);
        if (!left.isEmpty()) {
          context.report(finding(cache, left, calls, run, later));
        }
      }
    }
    if (managers.contains("bundle")) {
      bundle(calls, run, context);
    }
  }

  /** The commands that fill a cache which no command after them empties. */
  private static List<PackageCall> left(PackageCache cache, List<PackageCall> calls, Run run) {
    int cleaned = -1;
    for (Command command : run.script().commands()) {
      if (cache.isCleanedBy(command)) {
        cleaned = Math.max(cleaned, command.slice().place().span().start());
      }
    }
    List<PackageCall> left = new ArrayList<>();
    for (PackageCall call : calls) {
      int start = call.invocation().command().slice().place().span().start();
      if (start > cleaned && cache.isFilledBy(call, run)) {
        left.add(call);
      }
    }
    return left;
  }

  private static Finding finding(
      PackageCache cache, List<PackageCall> left, List<PackageCall> calls, Run run, Later later) {
    PackageCall first = left.get(0);
    Command command = first.invocation().command();
    String said = (first.manager().name() + " " + first.subcommand()).strip();
    Slice verb = first.verb().isEmpty() ? command.name().slice() : first.verb().get(0).slice();
    if (!cache.avoidedBy().isEmpty() && !cache.name().equals("yarn")) {
      String option = "--" + cache.avoidedBy().get(0);
      return Finding.at(
              command.anchor(),
              verb,
              "%s leaves %s in the layer: add %s",
              said,
              cache.left(),
              option)
          .withFix(withOption(option, left, run));
    }
    String cleaning = cleaning(cache, left.get(left.size() - 1));
    Finding finding =
        Finding.at(
            command.anchor(),
            verb,
            "%s leaves %s in the layer: end this RUN with %s",
            said,
            cache.left(),
            cleaning);
    boolean needed = cache.name().equals("apt") && later.needsLists();
    return needed ? finding : finding.withFix(withCleaning(cleaning, last(cache, calls), run));
  }

  private static String cleaning(PackageCache cache, PackageCall call) {
    return switch (cache.name()) {
      case "apt" -> "rm -rf /var/lib/apt/lists/*";
      case "zypper" -> "zypper clean --all";
      case "npm" -> "npm cache clean --force";
      case "yarn" -> "yarn cache clean";
      default -> call.manager().name() + " clean all";
    };
  }

  /** The last command of the managers that share a cache. */
  private static Command last(PackageCache cache, List<PackageCall> calls) {
    Command last = calls.get(0).invocation().command();
    for (PackageCall call : calls) {
      last = cache.isOf(call) ? call.invocation().command() : last;
    }
    return last;
  }

  /** The option behind each subcommand; a command that only fetches the index is then idle. */
  private static Fix withOption(String option, List<PackageCall> left, Run run) {
    List<Edit> edits = new ArrayList<>();
    boolean installs = false;
    for (PackageCall call : left) {
      installs |= !call.does(Action.REFRESH);
    }
    Optional<ScriptTree> tree = run.script().tree();
    for (PackageCall call : left) {
      List<ShellWord> verb = call.verb();
      edits.add(
          installs && call.does(Action.REFRESH) && tree.isPresent()
              ? ShellEdits.deleteCommand(tree.get(), call.invocation().command().slice())
              : ShellEdits.insertWordAfter(verb.get(verb.size() - 1), option));
    }
    String file = run.tree().slice().source().host().name();
    return Fix.unsafe("Add " + option, edits.toArray(new Edit[0]))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, run.anchor()))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file, run.anchor())); // words of find -exec
  }

  private static Fix withCleaning(String cleaning, Command last, Run run) {
    Optional<ScriptTree> tree = run.script().tree();
    boolean plain = last.wrappers().isEmpty() && tree.isPresent();
    Edit edit =
        plain
            ? ShellEdits.insertCommandAfter(tree.orElseThrow(), last.slice(), cleaning)
            : new Edit.Impossible("it is run by another program, or no shell joins commands");
    String file = run.tree().slice().source().host().name();
    return Fix.unsafe("Clean up in the same step", edit)
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file, run.anchor()));
  }

  /** Bundler keeps the archive of each gem beside the gem; where it does, only a run will tell. */
  private static void bundle(List<PackageCall> calls, Run run, RuleContext context) {
    String text = run.script().slice().text();
    boolean cleans = text.contains("rm ") || text.contains("clean") || text.contains("no-cache");
    for (PackageCall call : calls) {
      boolean installs = call.subcommand().equals("install");
      if (call.manager().name().startsWith("bundle") && installs && !cleans && !mounts(run)) {
        context.report(
            Finding.at(
                call.invocation().command().anchor(),
                call.verb().get(0).slice(),
                "%s install leaves the archives of the gems in the layer: remove them in this RUN",
                call.manager().name()));
        return;
      }
    }
  }

  private static boolean mounts(Run run) {
    return !run.mounted().isEmpty();
  }
}
