package dev.plimsoll.rules.shell.build;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import java.util.List;
import java.util.Optional;

/** Builds by Compose that find no layers of earlier runs. */
final class CiComposeBuild {

  private CiComposeBuild() {}

  static void check(Command command, RuleContext context) {
    Optional<ComposeCall> call = ComposeCall.of(command);
    if (call.isEmpty()) {
      return;
    }
    Optional<ShellWord> word = buildWord(call.get());
    if (word.isPresent() && buildsWithoutCache(call.get(), context)) {
      context.report(
          Finding.at(
              command.anchor(),
              word.get().slice(),
              "%s finds no layers of earlier runs on a new machine: name where they are kept by"
                  + " cache_from and cache_to",
              word.get().slice()));
    }
  }

  /** The word that has Compose build; nothing where it builds only what is missing, or anew. */
  private static Optional<ShellWord> buildWord(ComposeCall call) {
    if (call.hasOption("--no-cache") || call.hasOption("--builder")) {
      return Optional.empty();
    }
    if (call.isOf("build")) {
      return call.subcommand();
    }
    if (call.isOf("up")) {
      for (ShellWord option : call.options()) {
        if (option.text().equals("--build")) {
          return Optional.of(option);
        }
      }
    }
    return Optional.empty();
  }

  /** Whether what it builds is known, and nothing of that says where layers are kept. */
  private static boolean buildsWithoutCache(ComposeCall call, RuleContext context) {
    Answer<List<ComposeSet>> called =
        context.compose().files().called(call, call.command().name().slice().source().host());
    if (!(called instanceof Answer.Known<List<ComposeSet>> known)) {
      return false;
    }
    int built = 0;
    for (ComposeSet set : known.value()) {
      for (ComposeService service : set.services()) {
        if (service.has("build") && isAsked(service, call)) {
          built++;
          if (service.find("build", "cache_from").isPresent()
              || service.find("build", "cache_to").isPresent()
              || service.find("build", "no_cache").isPresent()) {
            return false;
          }
        }
      }
    }
    return built > 0;
  }

  private static boolean isAsked(ComposeService service, ComposeCall call) {
    for (ShellWord each : call.services()) {
      if (each.text().equals(service.name()) || !each.isLiteral()) {
        return true;
      }
    }
    return call.services().isEmpty();
  }
}
