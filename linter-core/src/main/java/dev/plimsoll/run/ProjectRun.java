package dev.plimsoll.run;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.engine.ProjectLinker;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.project.Inquiry;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.project.map.ProjectMap;
import dev.plimsoll.project.map.ProjectMapper;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.source.DiskWorkspace;
import dev.plimsoll.source.FileFinder;
import dev.plimsoll.source.FoundFiles;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From a path that a user named to the map of the project below it. */
public final class ProjectRun {

  private final Root root;
  private final String target;
  private final RuleIndex index;

  public ProjectRun(Root root, String target, RuleIndex index) {
    this.root = root;
    this.target = target;
    this.index = index;
  }

  /**
   * The map, and what could not be read.
   *
   * @param found what was looked through
   * @param unread names of Compose files that are no text
   */
  public record Result(ProjectMap map, FoundFiles found, List<String> unread) {
    public Result {
      unread = List.copyOf(unread);
    }
  }

  /**
   * Draws it.
   *
   * @throws IOException if the root itself cannot be read
   */
  public Result run() throws IOException {
    Workspace workspace = DiskWorkspace.at(root.directory());
    Configurations configurations = Configurations.load(workspace, CommandLineChoices.NONE, index);
    String name = root.name(target).orElse(target);
    FoundFiles found =
        FileFinder.find(workspace, List.of(name), new ConfiguredFiles(configurations, Map.of()));
    List<ComposeFile> composeFiles = new ArrayList<>();
    List<String> dockerfiles = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    for (FoundFiles.Found file : found.files()) {
      if (file.language() == Language.COMPOSE) {
        read(workspace, file.name(), composeFiles, unread);
      } else if (file.language() == Language.DOCKERFILE) {
        dockerfiles.add(file.name());
      }
    }
    ProjectView view = new ProjectView(ProjectLinker.link(workspace), new Inquiry());
    return new Result(new ProjectMapper(view).map(composeFiles, dockerfiles), found, unread);
  }

  private static void read(
      Workspace workspace, String name, List<ComposeFile> files, List<String> unread) {
    try {
      SourceFile file = workspace.read(name);
      if (file.whyNotText().isEmpty()) {
        files.add(ComposeFile.of(file.text()));
      } else {
        unread.add(name);
      }
    } catch (IOException e) {
      unread.add(name);
    }
  }
}
