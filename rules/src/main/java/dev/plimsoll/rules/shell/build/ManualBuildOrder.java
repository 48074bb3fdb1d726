package dev.plimsoll.rules.shell.build;

import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.BuildEdge;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order that only a script knows is not kept by whoever builds without it. */
@RuleInfo(
    id = "shell/manual-build-order",
    title = "Script orders image builds by hand",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class ManualBuildOrder extends ShellRule {

  /** A service that a command builds. */
  private record Asked(Command command, ShellWord service) {}

  @Override
  public void script(ScriptContext script, RuleContext context) {
    switch (script.host()) {
      case FILE, RECIPE, STEP -> {
        int builds = 0;
        for (Command command : script.script().commands()) {
          builds += BuildCall.is(command) ? 1 : 0;
        }
        if (builds > 1) {
          plain(BuildCommand.in(script, context), context);
        }
        composed(script, context);
      }
      case SERVICE, BUILD, CONTAINER, COMPOSE -> {}
    }
  }

  private static void plain(List<BuildCommand> builds, RuleContext context) {
    for (int i = 1; i < builds.size(); i++) {
      for (BuildCommand before : builds.subList(0, i)) {
        Optional<String> image = builds.get(i).takes(before);
        if (image.isPresent()) {
          report(
              builds.get(i).command(),
              builds.get(i).command().name().slice(),
              image.get(),
              context);
          break;
        }
      }
    }
  }

  private static void composed(ScriptContext script, RuleContext context) {
    List<Asked> before = new ArrayList<>();
    for (Command command : script.script().commands()) {
      Optional<ComposeCall> call = ComposeCall.of(command);
      if (call.isPresent() && call.get().isOf("build")) {
        if (!before.isEmpty()) {
          compare(call.get(), before, context);
        }
        for (ShellWord service : call.get().services()) {
          before.add(new Asked(command, service));
        }
      }
    }
  }

  private static void compare(ComposeCall call, List<Asked> before, RuleContext context) {
    if (!(context.compose().files().called(call, call.command().name().slice().source().host())
        instanceof Answer.Known<List<ComposeSet>> known)) {
      return;
    }
    for (BuildEdge edge : context.compose().builds(known.value().get(0)).edges()) {
      for (ShellWord service : call.services()) {
        if (service.text().equals(edge.built().name())) {
          for (Asked asked : before) {
            if (asked.service().text().equals(edge.base().name())) {
              report(call.command(), service.slice(), edge.base().name(), context);
            }
          }
        }
      }
    }
  }

  private static void report(Command command, Slice place, String base, RuleContext context) {
    context.report(
        Finding.at(
            command.anchor(),
            place,
            "the script alone has %s built before this: Bake or additional_contexts of Compose"
                + " would know",
            base));
  }
}
