package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of the folders in which managers keep what they fetched, over one file: a mount would
 * hide it. Each question is answered once, for many commands ask the same.
 */
final class CacheContent {

  /** Managers whose cache is where the installed packages lie: what is not there is not there. */
  private static final Set<String> STORES =
      Set.of("go", "cargo", "mvn", "gradle", "sbt", "dotnet", "nuget");

  private final DockerfileModel file;
  private final Map<String, Boolean> partOfImage = new HashMap<>();
  private final Map<String, Boolean> usedOffline = new HashMap<>();
  private final Map<String, Boolean> indexFetched = new HashMap<>();

  CacheContent(DockerfileModel file) {
    this.file = file;
  }

  /** Whether a step takes the content of a package manager's folders for a part of the image. */
  boolean isPartOfImage(String family, List<String> folders) {
    String key = family + '\0' + String.join("\0", folders);
    Boolean known = partOfImage.get(key);
    if (known == null) {
      known = findTaker(family, folders);
      partOfImage.put(key, known);
    }
    return known;
  }

  private boolean findTaker(String family, List<String> folders) {
    for (Step step : file.steps()) {
      if (isTakenBy(step, family, folders)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTakenBy(Step step, String family, List<String> folders) {
    if (step instanceof Copy copy) {
      return copies(copy, folders);
    }
    if (STORES.contains(family)) {
      if (step instanceof ContainerCommand command) {
        return runs(command, family);
      }
      return step instanceof Run run && (mentions(run, folders) || hasOffline(run, family));
    }
    return false;
  }

  private static boolean copies(Copy copy, List<String> folders) {
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

  private static boolean runs(ScriptContext script, String family) {
    for (Command command : script.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && call.get().manager().family().equals(family)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Run run, List<String> folders) {
    String text = run.script().slice().text();
    for (String folder : folders) {
      if (text.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a later command takes from the image what was fetched: a mount would take it away. */
  boolean isUsedOffline(String family) {
    Boolean known = usedOffline.get(family);
    if (known == null) {
      known = findOffline(family);
      usedOffline.put(family, known);
    }
    return known;
  }

  private boolean findOffline(String family) {
    for (Step step : file.steps()) {
      if (step instanceof ScriptContext script && hasOffline(script, family)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOffline(ScriptContext script, String family) {
    for (Command command : script.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent()
          && call.get().manager().family().equals(family)
          && CacheUse.isOffline(call.get())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether each command that installs fetches the index in its own RUN: it lies in the mount, so
   * where one RUN fetches it for another, the other would miss it.
   */
  boolean isIndexFetchedByEach(String family) {
    if (!family.equals("apt-get") && !family.equals("apk")) {
      return true;
    }
    Boolean known = indexFetched.get(family);
    if (known == null) {
      known = findIndexes(family);
      indexFetched.put(family, known);
    }
    return known;
  }

  private boolean findIndexes(String family) {
    for (Step step : file.steps()) {
      if (step instanceof Run run) {
        for (Command command : run.script().commands()) {
          Optional<PackageCall> call = PackageCall.of(command);
          if (call.isPresent()
              && call.get().manager().family().equals(family)
              && (call.get().does(Action.INSTALL) || call.get().does(Action.UPGRADE))
              && !CacheDefeat.hasOwnIndex(run, call.get())) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
