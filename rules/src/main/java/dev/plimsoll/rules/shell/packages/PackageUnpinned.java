package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same file builds another image tomorrow, and nobody can say what changed. */
@RuleInfo(
    id = "shell/package-unpinned",
    title = "Package is installed without a version",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {
      "hadolint:DL3008",
      "hadolint:DL3013",
      "hadolint:DL3016",
      "hadolint:DL3018",
      "hadolint:DL3028",
      "hadolint:DL3033",
      "hadolint:DL3037",
      "hadolint:DL3041",
      "hadolint:DL3062"
    },
    options = PackageUnpinned.Options.class)
public final class PackageUnpinned extends DockerfileRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the package managers that are looked at",
              byDefault = {"apt", "apk", "dnf", "zypper", "pip", "npm", "gem", "go"})
          List<String> managers) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    List<PackageCall> calls = new ArrayList<>();
    for (Step step : file.steps()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          Optional<PackageCall> call = PackageCall.of(command);
          if (call.isPresent() && !Pins.manager(call.get()).isEmpty()) {
            calls.add(call.get());
          }
        }
      }
    }
    if (!calls.isEmpty()) {
      check(calls, context);
    }
  }

  private static void check(List<PackageCall> calls, RuleContext context) {
    List<String> managers = context.options(Options.class).managers();
    Map<String, String> versions = versions(calls);
    for (PackageCall call : calls) {
      if (managers.contains(Pins.manager(call))) {
        List<ShellWord> unpinned = Pins.unpinned(call);
        if (!unpinned.isEmpty()) {
          context.report(finding(call, unpinned, versions));
        }
      }
    }
  }

  /** By manager and name the one version that other installs of the file give a package. */
  private static Map<String, String> versions(List<PackageCall> calls) {
    Map<String, String> versions = new HashMap<>();
    for (PackageCall call : calls) {
      for (ShellWord word : call.packages()) {
        Optional<Slice> version = call.version(word);
        if (version.isPresent() && word.isLiteral()) {
          String text = word.unquoted().text();
          int end = text.length() - version.get().text().length() - call.manager().pin().length();
          String key = key(call, text.substring(0, end));
          String known = versions.get(key);
          boolean differs = known != null && !known.equals(version.get().text());
          versions.put(key, differs ? "" : version.get().text());
        }
      }
    }
    return versions;
  }

  private static String key(PackageCall call, String name) {
    return Pins.manager(call) + " " + name;
  }

  private static Finding finding(
      PackageCall call, List<ShellWord> unpinned, Map<String, String> versions) {
    Command command = call.invocation().command();
    ShellWord first = unpinned.get(0);
    Slice name = first.slice();
    int more = unpinned.size() - 1;
    Finding finding =
        more == 0
            ? Finding.at(command.anchor(), name, "%s is installed without a version", name)
            : Finding.at(
                command.anchor(),
                name,
                "%s and %s more are installed without a version",
                name,
                more);
    List<Edit> edits = new ArrayList<>();
    for (ShellWord word : unpinned) {
      String version = versions.getOrDefault(key(call, word.text()), "");
      if (!version.isEmpty() && word.isLiteral()) {
        edits.add(Edit.insertAfter(word.unquoted(), call.manager().pin() + version));
      }
    }
    return edits.size() < unpinned.size()
        ? finding
        : finding.withFix(
            Fix.unsafe("Use the version of the other install", edits.toArray(new Edit[0]))
                .changing(command.anchor()));
  }
}
