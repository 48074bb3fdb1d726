package dev.plimsoll.rules.shell.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Slice;
import java.util.List;

/** The first version gets no mends since July 2023, and today's machines come without it. */
@RuleInfo(
    id = "shell/compose-v1-command",
    title = "Retired docker-compose v1 command is called",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ComposeV1Command extends ShellRule {

  private static final String NAME = "docker-compose";

  /** What says that a script brings the program, or looks which of the two is there. */
  private static final List<String> LOOKING =
      List.of(
          "command -v docker-compose",
          "which docker-compose",
          "type docker-compose",
          "hash docker-compose",
          "alias docker-compose",
          "docker-compose()",
          "docker-compose ()",
          "docker-compose version",
          "docker-compose --version",
          "docker-compose -v",
          "bin/docker-compose",
          "compose/releases");

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!command.isNamed(NAME) || !isOnMachine(script)) {
      return;
    }
    Slice name = command.name().slice();
    String text = name.source().host().content();
    if (!name.text().equals(NAME) || bringsIt(text)) {
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(), name, "%s is the retired first version: call docker compose", name);
    if (!command.name().isVerbatim() && !isSplit(command)) {
      String file = name.source().host().name();
      finding =
          finding.withFix(
              Fix.unsafe("Call docker compose", Edit.replace(name, "docker compose"))
                  .declaring(
                      ModelChange.move(
                          file, command.anchor(), file, script.anchor().child("docker"))));
    }
    context.report(finding);
  }

  private static boolean isOnMachine(ScriptContext script) {
    return switch (script.host()) {
      case FILE, RECIPE, SERVICE, STEP -> true;
      case BUILD, CONTAINER, COMPOSE -> false;
    };
  }

  private static boolean bringsIt(String text) {
    for (String word : LOOKING) {
      if (text.contains(word)) {
        return true;
      }
    }
    for (String line : Cells.split(text, '\n')) {
      int at = line.indexOf(" install ");
      if (at >= 0 && line.indexOf(NAME, at) >= 0) {
        return true;
      }
    }
    return text.contains("apk add") && text.indexOf(NAME, text.indexOf("apk add")) >= 0;
  }

  /** Whether it has options that the second version does not know. */
  private static boolean isSplit(Command command) {
    for (ShellWord word : command.arguments()) {
      if (word.text().startsWith("--no-ansi") || word.text().startsWith("--tls")) {
        return true;
      }
    }
    return false;
  }
}
