package dev.plimsoll.rules.shell.secrets;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.SecretMounts;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** Takes a literal out of a RUN and lets the build bring it as a secret. */
final class SecretFix {

  private SecretFix() {}

  /** The command of a script in whose words a slice stands, by itself or by one that runs it. */
  @SuppressWarnings("ReferenceEquality") // the very text: a view's offsets mean nothing in another
  static Optional<Command> enclosing(ScriptContext script, Slice slice) {
    for (Command command : script.script().commands()) {
      if (command.slice().place().span().contains(slice.place().span())) {
        return Optional.of(command);
      }
    }
    return Optional.empty();
  }

  /** The finding with the fix, where the builder is known to give secrets as variables. */
  static Finding add(
      Finding finding, ScriptContext script, Slice literal, String name, RuleContext context) {
    if (!(script instanceof Run run) || run.isTrigger()) {
      return finding;
    }
    Optional<Command> command = enclosing(script, literal);
    Optional<DockerfileModel> file = context.project().dockerfile(literal.place().file());
    if (command.isEmpty()
        || command.get().host().isPresent()
        || holdsScript(script, command.get(), literal)
        || file.isEmpty()
        || !SecretMounts.giveVariables(file.get().tree())) {
      return finding;
    }
    List<Edit> edits = SecretMounts.replace(run.run(), command.get().slice(), literal, name);
    return edits.isEmpty()
        ? finding
        : finding.withFix(
            Fix.unsafe("Take it from a secret mount as " + name, edits.toArray(new Edit[0]))
                .changing(run.anchor()));
  }

  /** Whether another shell than the script's own would read the variable. */
  private static boolean holdsScript(ScriptContext script, Command outer, Slice literal) {
    for (Command command : script.script().commands()) {
      if (command.host().isPresent()
          && command.host().get().equals(outer)
          && command.slice().place().span().contains(literal.place().span())) {
        return true;
      }
    }
    return false;
  }
}
