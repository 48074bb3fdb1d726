package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The content of the folders in which a manager keeps what it fetched: a mount would hide it. */
final class CacheContent {

  /** Managers whose cache is where the installed packages lie: what is not there is not there. */
  private static final Set<String> STORES =
      Set.of("go", "cargo", "mvn", "gradle", "sbt", "dotnet", "nuget");

  private final DockerfileModel file;
  private final CacheUse use;
  private final List<String> folders;

  CacheContent(DockerfileModel file, CacheUse use, List<String> folders) {
    this.file = file;
    this.use = use;
    this.folders = folders;
  }

  /** Whether a step takes the content of the folders for a part of the image. */
  boolean isPartOfImage() {
    for (Step step : file.steps()) {
      if (isTakenBy(step)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTakenBy(Step step) {
    if (step instanceof Copy copy) {
      return copies(copy);
    }
    if (STORES.contains(use.manager().family())) {
      if (step instanceof ContainerCommand command) {
        return runs(command);
      }
      return step instanceof Run run && (mentions(run) || hasOffline(run));
    }
    return false;
  }

  private boolean copies(Copy copy) {
    boolean fromStage = copy.source().isPresent() && copy.source().get() instanceof Source.OfStage;
    for (String folder : folders) {
      if (CacheUse.isWithin(copy.tree().target().text(), folder)) {
        return true;
      }
      for (Word source : copy.tree().sources()) {
        String path = source.text();
        String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (fromStage
            && clean.length() > 1
            && (CacheUse.isWithin(clean, folder) || CacheUse.isWithin(folder, clean))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean runs(ScriptContext script) {
    for (Command command : script.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && call.get().manager().family().equals(use.manager().family())) {
        return true;
      }
    }
    return false;
  }

  private boolean mentions(Run run) {
    String text = run.script().slice().text();
    for (String folder : folders) {
      if (text.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a later command takes from the image what was fetched: a mount would take it away. */
  boolean isUsedOffline() {
    for (Step step : file.steps()) {
      if (step instanceof ScriptContext script && hasOffline(script)) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOffline(ScriptContext script) {
    for (Command command : script.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent()
          && call.get().manager().family().equals(use.manager().family())
          && CacheUse.isOffline(call.get())) {
        return true;
      }
    }
    return false;
  }
}
