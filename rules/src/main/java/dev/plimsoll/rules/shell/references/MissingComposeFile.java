package dev.plimsoll.rules.shell.references;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.Optional;

/** Compose does nothing at all where one of its files is not there. */
@RuleInfo(
    id = "shell/missing-compose-file",
    title = "Compose command names a file that does not exist",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class MissingComposeFile extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!ComposeScripts.isOnMachine(script)) {
      return;
    }
    Optional<ComposeCall> call = ComposeCall.of(command);
    if (call.isEmpty() || call.get().files().isEmpty()) {
      return;
    }
    for (ShellWord file :
        context
            .compose()
            .files()
            .missingFiles(call.get(), command.name().slice().source().host())) {
      context.report(
          Finding.at(
              command.anchor(),
              file.slice(),
              "the Compose file %s does not exist, here or in a folder above",
              file.slice()));
    }
  }
}
