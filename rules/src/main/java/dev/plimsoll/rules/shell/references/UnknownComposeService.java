package dev.plimsoll.rules.shell.references;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.NearestName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compose does nothing at all where it is asked for a service that its files do not have. */
@RuleInfo(
    id = "shell/unknown-compose-service",
    title = "Compose command names a service that does not exist",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class UnknownComposeService extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (!ComposeScripts.isOnMachine(script)) {
      return;
    }
    Optional<ComposeCall> call = ComposeCall.of(command);
    if (call.isEmpty() || call.get().services().isEmpty()) {
      return;
    }
    Answer<List<ComposeSet>> called =
        context.compose().files().called(call.get(), command.name().slice().source().host());
    if (!(called instanceof Answer.Known<List<ComposeSet>> known) || !areRead(known.value())) {
      return;
    }
    Set<String> services = new LinkedHashSet<>();
    for (ComposeSet set : known.value()) {
      services.addAll(set.section("services").keySet());
    }
    for (ShellWord service : call.get().services()) {
      if (service.isLiteral() && isName(service.text()) && !services.contains(service.text())) {
        context.report(
            Finding.at(
                command.anchor(),
                service.slice(),
                "%s has no service %s%s",
                files(known.value().get(0)),
                service.slice(),
                NearestName.hint(service.text(), services)));
      }
    }
  }

  private static boolean areRead(List<ComposeSet> sets) {
    for (ComposeSet set : sets) {
      for (Refusal refusal : set.refusals()) {
        if (refusal.kind() == Refusal.Kind.INCLUDE
            || refusal.kind() == Refusal.Kind.YAML
            || refusal.kind() == Refusal.Kind.LIMIT) {
          return false;
        }
      }
      if (set.section("services").isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static String files(ComposeSet set) {
    return set.files().size() == 1
        ? set.files().get(0)
        : set.files().get(0) + " with what is laid over it";
  }
}
