package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.dockerfile.BuildUser;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Mounts the caches of one package manager in one RUN, and takes out what would defeat them. */
final class CacheMountFix {

  /** Managers that also write beside their cache. */
  private static final Set<String> BESIDE =
      Set.of("go", "cargo", "poetry", "mvn", "dotnet", "nuget", "sbt", "pnpm", "bun");

  /** Those of which it is not known how they can be told to keep packages. */
  private static final Set<String> NOT_KEEPING = Set.of("zypper", "tdnf");

  private final DockerfileModel file;
  private final CacheContent content;
  private final CacheUse use;
  private final List<String> folders;
  private final List<Edit> edits = new ArrayList<>();

  CacheMountFix(DockerfileModel file, CacheContent content, CacheUse use, List<String> folders) {
    this.file = file;
    this.content = content;
    this.use = use;
    this.folders = folders;
  }

  /** The fix; none where it might not be right. */
  Optional<Fix> find() {
    Optional<String> owner = owner();
    if (folders.isEmpty() || owner.isEmpty() || !isAllowed()) {
      return Optional.empty();
    }
    List<String> flags = new ArrayList<>();
    for (String folder : folders) {
      String sharing = use.manager().locked() ? ",sharing=locked" : "";
      flags.add("--mount=type=cache,target=" + folder + sharing + owner.get());
    }
    edits.add(DockerfileEdits.addFlagLines(use.run().run(), flags, file.tree().escape()));
    for (CacheDefeat defeat : CacheDefeat.of(use, folders)) {
      if (!edits.contains(defeat.edit())) {
        edits.add(defeat.edit());
      }
    }
    CacheSetup.prepare(use, edits);
    Fix fix = Fix.unsafe("Mount a cache for " + use.manager().name(), edits.toArray(new Edit[0]));
    return fix.isPossible() && Splice.of(fix.replacements(), Integer.MAX_VALUE).isPresent()
        ? Optional.of(
            changing(fix, use.run())
                .mayTrigger("dockerfile/cache-mount-id-ambiguous")
                .mayTrigger("dockerfile/syntax-directive-missing"))
        : Optional.empty();
  }

  /** Declares that commands of a RUN may come, go and change. */
  static Fix changing(Fix fix, Run run) {
    String name = run.run().keyword().slice().place().file();
    return fix.changing(run.anchor())
        .declaring(ModelChange.of(ModelChange.Kind.ADD, name, run.anchor()))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, name, run.anchor()));
  }

  /** The fields that give the folder to a user other than root; none where they are not known. */
  private Optional<String> owner() {
    if (use.isSystem()) {
      return Optional.of("");
    }
    Optional<BuildUser> user = BuildUser.of(use.stage(), use.run());
    if (user.isEmpty()
        || user.get().uid().isEmpty()
        || (!user.get().isRoot() && writesBeside(user.get()))) {
      return Optional.empty();
    }
    String gid = user.get().gid().isEmpty() ? "" : ",gid=" + user.get().gid().get();
    return Optional.of(user.get().isRoot() ? "" : ",uid=" + user.get().uid().get() + gid);
  }

  /** Whether it writes into a folder above the mount, which the builder makes for root. */
  private boolean writesBeside(BuildUser user) {
    if (!BESIDE.contains(use.manager().family()) || user.home().isEmpty()) {
      return false;
    }
    for (String folder : folders) {
      if (CacheUse.isWithin(folder, user.home().get()) && !folder.endsWith("/go-build")) {
        return true;
      }
    }
    return false;
  }

  private boolean isAllowed() {
    return !use.run().isTrigger()
        && !NOT_KEEPING.contains(use.manager().family())
        && !isDisabledByEnv(use)
        && !DockerfileEdits.isMountRefused(file.tree())
        && content.isIndexFetchedByEach(use.manager().family())
        && !content.isPartOfImage(use.manager().family(), folders);
  }

  /** Whether ENV makes the manager go past its cache. */
  static boolean isDisabledByEnv(CacheUse use) {
    for (String name : use.manager().dropVariables()) {
      if (use.run().before().setVariable(name, use.run().run().keyword()).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
