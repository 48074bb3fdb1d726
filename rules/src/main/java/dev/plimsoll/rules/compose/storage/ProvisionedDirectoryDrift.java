package dev.plimsoll.rules.compose.storage;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.HostMount;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.rules.shell.permissions.HostScripts;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Docker makes the folder that was forgotten for root, and the one that was made stays empty. */
@RuleInfo(
    id = "compose/provisioned-directory-drift",
    title = "Provisioned directories are not those in use",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM)
public final class ProvisionedDirectoryDrift extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!command.isNamed("mkdir") || command.host().isPresent()) {
      return;
    }
    Optional<Invocation> mkdir = Invocation.of(command);
    if (mkdir.isPresent()) {
      for (ShellWord word : mkdir.get().operands()) {
        if (word.isLiteral()
            && isPlain(word.text())
            && HostScripts.isOne(script, word.text(), context)) {
          check(word, command, script, context);
        }
      }
    }
  }

  private static boolean isPlain(String path) {
    return path.lastIndexOf('/') > 0
        && !path.endsWith("/")
        && path.indexOf('{') < 0
        && path.indexOf('*') < 0
        && !path.startsWith("/tmp/");
  }

  private static void check(
      ShellWord word, Command command, ScriptContext script, RuleContext context) {
    String path = word.text();
    int slash = path.lastIndexOf('/');
    String file = command.slice().place().file();
    List<HostMount> near = context.compose().hostMounts(file, path.substring(0, slash), true);
    if (near.isEmpty()) {
      return;
    }
    String made = path.substring(slash + 1);
    String text = script.script().slice().text();
    List<String> names = new ArrayList<>();
    List<HostMount> mounts = new ArrayList<>();
    for (HostMount mount : near) {
      String source = mount.mount().source().orElseThrow().text();
      if (source.contains("/" + made + "/") || source.endsWith("/" + made)) {
        return; // it is in use
      }
      String name = source.substring(source.lastIndexOf('/') + 1);
      if (!text.contains(name)) {
        names.add(name);
        mounts.add(mount);
      }
    }
    Optional<String> meant = NearestName.of(made, names);
    if (meant.isPresent()) {
      report(word, mounts.get(names.indexOf(meant.get())), command, context);
    }
  }

  private static void report(
      ShellWord word, HostMount mount, Command command, RuleContext context) {
    Slice source = mount.mount().source().orElseThrow().slice();
    context.report(
        Finding.at(
                command.anchor(),
                word.unquoted(),
                "no service mounts %s, and %s mounts %s, which nothing makes",
                word.unquoted(),
                mount.service().name(),
                source)
            .related(source, "this is mounted"));
  }
}
