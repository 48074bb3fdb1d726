package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.CleanPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the services that mount a folder of the host of which a script speaks: those of the Compose
 * files in its folder, in those above it, and right below these.
 */
final class HostMounts {

  private static final List<ServiceMount> NO_MOUNTS = List.of();

  private static final int MOST_FILES = 20;
  private static final int MOST_FOLDERS = 60;

  private final Project project;
  private final Inquiry inquiry;

  HostMounts(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
  }

  /**
   * The mounts of a path.
   *
   * @param script the file's name
   * @param path as it stands there, without variables
   * @param isDeep whether what lies below it is meant, too
   */
  List<HostMount> of(String script, String path, boolean isDeep) {
    List<HostMount> found = new ArrayList<>();
    for (String name : files(script)) {
      Optional<ComposeFile> file = project.compose().files(inquiry).file(name);
      if (file.isPresent() && file.get().isCompose()) {
        for (ComposeSet set : new ComposeSets(project.compose(), inquiry).of(file.get())) {
          add(set, script, path, isDeep, found);
        }
      }
    }
    return found;
  }

  /**
   * The volumes with a name that services near a script have where a path lies, if that were one of
   * the container; none where a service mounts from the host the path, or else what lies in that
   * folder: then the folder is one of the host's. Sets for development and tests are not started on
   * a host that a script prepares.
   */
  List<HostMount> volumesAt(String script, String path) {
    List<HostMount> volumes = new ArrayList<>();
    List<String> sources = new ArrayList<>();
    for (String name : files(script)) {
      Optional<ComposeFile> file = project.compose().files(inquiry).file(name);
      if (file.isPresent() && file.get().isCompose()) {
        for (ComposeSet set : new ComposeSets(project.compose(), inquiry).of(file.get())) {
          if (!addSources(set, sources)) {
            return List.of();
          }
          if (set.role() != ComposeRole.DEVELOPMENT && set.role() != ComposeRole.TEST) {
            addVolumes(set, path, volumes);
          }
        }
      }
    }
    List<HostMount> found = new ArrayList<>();
    for (HostMount volume : volumes) {
      if (!isOfHost(CleanPath.of(volume.mount().target().text()), path, sources)) {
        found.add(volume);
      }
    }
    return found;
  }

  /** Whether the path, or something else in the folder of a volume, is mounted from the host. */
  private static boolean isOfHost(String target, String path, List<String> sources) {
    for (String source : sources) {
      if (covers(source, path, true) || covers(target, source, true)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds the paths from the root that a set mounts from the host.
   *
   * @return whether all are known
   */
  private static boolean addSources(ComposeSet set, List<String> sources) {
    for (ComposeService service : set.services()) {
      for (ServiceMount mount : service.has("volumes") ? service.mounts() : NO_MOUNTS) {
        if (mount.kind() == ServiceMount.Kind.BIND && mount.source().isPresent()) {
          if (mount.source().get().fixed().isEmpty()) {
            return false;
          }
          sources.add(CleanPath.of(mount.source().get().text()));
        }
      }
    }
    return true;
  }

  private static void addVolumes(ComposeSet set, String path, List<HostMount> found) {
    for (ComposeService service : set.services()) {
      for (ServiceMount mount : service.has("volumes") ? service.mounts() : NO_MOUNTS) {
        if (mount.volume().isPresent() && covers(mount.target().text(), path, true)) {
          found.add(new HostMount(set, service, mount));
        }
      }
    }
  }

  /** Whether a service near a script mounts it, with its folder or alone. */
  boolean isMounted(String script) {
    for (String name : files(script)) {
      Optional<ComposeFile> file = project.compose().files(inquiry).file(name);
      if (file.isPresent() && file.get().isCompose()) {
        for (ComposeSet set : new ComposeSets(project.compose(), inquiry).of(file.get())) {
          if (mounts(set, script)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean mounts(ComposeSet set, String script) {
    for (ComposeService service : set.services()) {
      for (ServiceMount mount : service.has("volumes") ? service.mounts() : NO_MOUNTS) {
        if (mount.kind() == ServiceMount.Kind.BIND && mount.source().isPresent()) {
          String source = mount.source().get().text();
          Optional<String> mounted =
              source.startsWith("/")
                  ? Optional.empty()
                  : WorkspacePaths.resolve(set.folder(), source);
          if (mounted.isPresent()
              && (mounted.get().isEmpty() || covers(mounted.get(), script, true))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Set<String> files(String script) {
    Set<String> files = new TreeSet<>();
    int folders = 0;
    String at = WorkspacePaths.parent(script);
    while (true) {
      List<String> below = new ArrayList<>();
      addFiles(at, files, below);
      for (String each : below) {
        if (folders < MOST_FOLDERS) {
          folders++;
          addFiles(each, files, new ArrayList<>());
        }
      }
      if (at.isEmpty()) {
        return files;
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private void addFiles(String folder, Set<String> files, List<String> below) {
    Workspace workspace = project.workspace();
    try {
      for (String entry : workspace.list(folder)) {
        String name = WorkspacePaths.below(folder, entry);
        if (FileKind.of(entry) == FileKind.COMPOSE
            && workspace.kind(name) == Workspace.Kind.FILE
            && files.size() < MOST_FILES) {
          files.add(name);
        } else if (entry.indexOf('.') < 0 && workspace.kind(name) == Workspace.Kind.DIRECTORY) {
          below.add(name);
        }
      }
    } catch (IOException e) {
      inquiry.lackedContext();
    }
  }

  private static void add(
      ComposeSet set, String script, String path, boolean isDeep, List<HostMount> found) {
    for (ComposeService service : set.services()) {
      if (service.has("volumes")) {
        for (ServiceMount mount : service.mounts()) {
          if (mount.kind() == ServiceMount.Kind.BIND
              && mount.source().isPresent()
              && mount.source().get().fixed().isPresent()
              && isMeant(mount.source().get().text(), set, script, path, isDeep)) {
            found.add(new HostMount(set, service, mount));
          }
        }
      }
    }
  }

  private static boolean isMeant(
      String source, ComposeSet set, String script, String path, boolean isDeep) {
    if (path.startsWith("/")) {
      return source.startsWith("/") && covers(CleanPath.of(path), CleanPath.of(source), isDeep);
    }
    Optional<String> mounted =
        source.startsWith("/") ? Optional.empty() : WorkspacePaths.resolve(set.folder(), source);
    String at = WorkspacePaths.parent(script);
    while (mounted.isPresent()) {
      Optional<String> meant = WorkspacePaths.resolve(at, path);
      if (meant.isPresent() && covers(meant.get(), mounted.get(), isDeep)) {
        return true;
      }
      if (at.isEmpty()) {
        return false;
      }
      at = WorkspacePaths.parent(at);
    }
    return false;
  }

  private static boolean covers(String path, String source, boolean isDeep) {
    return path.equals(source) || (isDeep && !path.isEmpty() && source.startsWith(path + "/"));
  }
}
