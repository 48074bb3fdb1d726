package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command of a RUN that fetches or compiles what it could keep from one build to the next.
 *
 * @param folders where it keeps that, by absolute paths; absent where that is not known
 */
public record CacheUse(Stage stage, Run run, PackageCall call, Optional<List<String>> folders) {

  private static final Set<String> GOALS = Set.of("mvn", "gradle", "sbt");
  private static final Set<String> SYSTEM =
      Set.of("apt-get", "apk", "dnf", "yum", "tdnf", "zypper", "pacman");
  private static final Set<String> OFFLINE =
      Set.of("offline", "no-index", "no-restore", "no-network", "local");
  private static final Set<String> ASKING = Set.of("version", "v", "help", "h");

  public CacheUse {
    folders = folders.isEmpty() ? folders : Optional.of(List.copyOf(folders.get()));
  }

  /** All uses of a RUN, in the order of the text; none on Windows, which has no mounts. */
  public static List<CacheUse> of(Stage stage, Run run) {
    Optional<BaseImage> image = run.image();
    if (run.script().commands().isEmpty()
        || (image.isPresent() && image.get().family() == BaseImage.Family.WINDOWS)) {
      return List.of();
    }
    List<CacheUse> uses = new ArrayList<>();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && uses(call.get()) && !isPlugAndPlay(call.get(), stage, run)) {
        Optional<List<String>> folders = new CacheFolders(stage, run, call.get()).find();
        uses.add(new CacheUse(stage, run, call.get(), folders));
      }
    }
    return uses;
  }

  private static boolean uses(PackageCall call) {
    String family = call.manager().family();
    if (family.equals("gem") || (family.equals("uv") && call.subcommand().equals("run"))) {
      return false;
    }
    boolean asks = false;
    for (Option option : call.invocation().options()) {
      asks |= GOALS.contains(family) && ASKING.contains(option.name());
    }
    boolean works =
        GOALS.contains(family)
            ? !call.invocation().operands().isEmpty() && !asks
            : call.does(Action.INSTALL) || call.does(Action.UPGRADE);
    boolean elsewhere = SYSTEM.contains(family) && call.invocation().option("root").isPresent();
    return works && !elsewhere && !isOffline(call);
  }

  /** Whether it must do with what an earlier command has fetched. */
  public static boolean isOffline(PackageCall call) {
    String family = call.manager().family();
    for (Option option : call.invocation().options()) {
      boolean frozen = option.name().equals("frozen") && family.equals("cargo");
      boolean maven = option.name().equals("o") && family.equals("mvn");
      if (OFFLINE.contains(option.name()) || frozen || maven) {
        return true;
      }
    }
    return false;
  }

  /**
   * Yarn from its second version on may run packages out of its cache, or hold it in the sources.
   */
  private static boolean isPlugAndPlay(PackageCall call, Stage stage, Run run) {
    if (!call.manager().family().equals("yarn")) {
      return false;
    }
    for (Option option : call.invocation().options()) {
      if (option.name().startsWith("immutable")) {
        return true;
      }
    }
    for (Step step : stage.stepsBefore(run)) {
      if (step instanceof Copy copy) {
        for (Word source : copy.tree().sources()) {
          String text = source.text();
          String name = text.substring(text.lastIndexOf('/') + 1);
          if (text.contains(".yarn/") || (name.startsWith(".yarn") && !name.equals(".yarnrc"))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  public PackageManager manager() {
    return call.manager();
  }

  /** Its folders that no mount takes in, wholly or in part; none where that is not known. */
  public List<String> unmounted() {
    List<String> missing = new ArrayList<>();
    for (String folder : folders.orElse(List.of())) {
      if (mount(folder).isEmpty()) {
        missing.add(folder);
      }
    }
    return missing;
  }

  /** Whether its folders are mounted, or may be: where one of them is unknown, any cache counts. */
  public boolean mayBeMounted() {
    if (folders.isPresent()) {
      return isHidden() || unmounted().isEmpty();
    }
    for (Mount mount : run.mounts()) {
      boolean system =
          mount.target().isPresent()
              && mount.target().get() instanceof Value.Known known
              && known.text().startsWith("/var/");
      if (mount.type().equals("cache") && (!system || isSystem())) {
        return true;
      }
    }
    return false;
  }

  private boolean isHidden() {
    for (Mount mount : run.mounts()) {
      if (mount.target().isPresent() && !(mount.target().get() instanceof Value.Known)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it installs into the system, which only root may. */
  public boolean isSystem() {
    return SYSTEM.contains(manager().family());
  }

  /** The last mount that takes a folder in, or that lies in it. */
  public Optional<Mount> mount(String folder) {
    Optional<Mount> found = Optional.empty();
    for (Mount mount : run.mounts()) {
      if (mount.target().isPresent()
          && mount.target().get() instanceof Value.Known known
          && (isWithin(folder, known.text()) || isWithin(known.text(), folder))) {
        found = Optional.of(mount);
      }
    }
    boolean apk = found.isEmpty() && folder.equals("/var/cache/apk");
    return apk ? mount("/etc/apk/cache") : found;
  }

  /** Whether a path is a folder or lies in it. */
  public static boolean isWithin(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder.endsWith("/") ? folder : folder + "/");
  }

  /** Whether this RUN has no network, so that there is nothing to fetch. */
  public boolean hasNetwork() {
    return run.hasNetwork();
  }
}
