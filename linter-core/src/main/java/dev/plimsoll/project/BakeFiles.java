package dev.plimsoll.project;

import dev.plimsoll.parse.small.BakeJsonReader;
import dev.plimsoll.parse.small.BakeReader;
import dev.plimsoll.parse.small.tree.BakeFile;
import dev.plimsoll.parse.small.tree.BakeFile.Setting;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the Bake files of a folder build. They are looked for under the names that {@code docker
 * buildx bake} takes by itself. Source: docs.docker.com, docker buildx bake, option file.
 */
final class BakeFiles {

  private static final List<String> NAMES =
      List.of(
          "docker-bake.json",
          "docker-bake.hcl",
          "docker-bake.override.json",
          "docker-bake.override.hcl");

  private static final int LONGEST = 1 << 20;
  private static final int MOST_TARGETS = 200; // each may inherit from all others

  private final Workspace workspace;
  private final Inquiry inquiry;

  BakeFiles(Workspace workspace, Inquiry inquiry) {
    this.workspace = workspace;
    this.inquiry = inquiry;
  }

  /** The builds of a folder whose files are known. */
  List<BakeTarget> in(String folder) {
    List<BakeTarget> targets = new ArrayList<>();
    for (String each : NAMES) {
      Optional<BakeFile> file = read(WorkspacePaths.below(folder, each));
      if (file.isPresent() && file.get().targets().size() <= MOST_TARGETS) {
        for (BakeFile.Target target : file.get().targets()) {
          Optional<BakeTarget> build = build(folder, file.get(), target);
          if (build.isPresent()) {
            targets.add(build.get());
          }
        }
      }
    }
    return targets;
  }

  private static Optional<BakeTarget> build(String folder, BakeFile file, BakeFile.Target target) {
    Optional<String> context = text(file.setting(target, BakeFile.Key.CONTEXT), ".");
    Optional<String> dockerfile = text(file.setting(target, BakeFile.Key.DOCKERFILE), "Dockerfile");
    if (context.isEmpty() || dockerfile.isEmpty() || context.get().contains("://")) {
      return Optional.empty();
    }
    Optional<String> from = WorkspacePaths.resolve(folder, context.get());
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = WorkspacePaths.resolve(from.get(), dockerfile.get());
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Setting stage = file.setting(target, BakeFile.Key.TARGET);
    Optional<Slice> written =
        stage instanceof Setting.Written text ? Optional.of(text.text()) : Optional.empty();
    return Optional.of(new BakeTarget(target.name(), from.get(), name.get(), written));
  }

  private static Optional<String> text(Setting setting, String otherwise) {
    if (setting instanceof Setting.Written written) {
      return Optional.of(written.text().text());
    }
    return setting instanceof Setting.Absent ? Optional.of(otherwise) : Optional.empty();
  }

  private Optional<BakeFile> read(String name) {
    inquiry.reached(name);
    if (workspace.kind(name) != Workspace.Kind.FILE || workspace.size(name) > LONGEST) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      if (file.whyNotText().isPresent()) {
        return Optional.empty();
      }
      return Optional.of(
          name.endsWith(".json") ? BakeJsonReader.read(file.text()) : BakeReader.read(file.text()));
    } catch (IOException e) {
      return Optional.empty(); // as one that is not there
    }
  }
}
