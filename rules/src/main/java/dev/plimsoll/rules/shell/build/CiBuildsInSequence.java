package dev.plimsoll.rules.shell.build;

import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.List;

/** Images that do not need each other can be built at the same time. */
@RuleInfo(
    id = "shell/ci-builds-in-sequence",
    title = "CI builds independent images one after another",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class CiBuildsInSequence extends ShellRule {

  private static final int FEWEST = 3;

  @Override
  public void script(ScriptContext script, RuleContext context) {
    if (script.host() != ScriptContext.Host.STEP) {
      return;
    }
    int builds = 0;
    for (Command command : script.script().commands()) {
      builds += BuildCall.is(command) ? 1 : 0;
    }
    if (builds < FEWEST || script.script().slice().text().contains("wait")) {
      return;
    }
    List<BuildCommand> known = BuildCommand.in(script, context);
    if (known.size() == builds && areIndependent(known)) {
      context.report(
          Finding.at(
              known.get(0).command().anchor(),
              known.get(0).command().name().slice(),
              "%s images that need nothing of each other are built in turn: let Bake or Compose"
                  + " build them side by side",
              builds));
    }
  }

  private static boolean areIndependent(List<BuildCommand> builds) {
    for (BuildCommand one : builds) {
      for (BuildCommand other : builds) {
        if (!one.equals(other)
            && (one.takes(other).isPresent() || one.file().equals(other.file()))) {
          return false;
        }
      }
    }
    return true;
  }
}
