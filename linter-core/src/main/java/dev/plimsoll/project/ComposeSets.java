package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeFiles;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sets that a Compose file is started in, as far as names tell: the default file of its folder
 * with its override, and each other file by itself or, where it is not complete, over the default
 * file.
 */
final class ComposeSets implements ComposeFiles {

  /** In the order in which Compose looks for them. */
  private static final List<String> DEFAULTS =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private final Workspace workspace;
  private final Inquiry inquiry;
  private final Map<String, Optional<ComposeFile>> files = new HashMap<>();

  ComposeSets(Workspace workspace, Inquiry inquiry) {
    this.workspace = workspace;
    this.inquiry = inquiry;
  }

  /** The sets of a file, of which there is at least one. */
  List<ComposeSet> of(ComposeFile file) {
    String name = file.name();
    files.put(name, Optional.of(file));
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    Optional<String> base = first(folder, DEFAULTS);
    if (base.isPresent()) {
      List<String> whole = new ArrayList<>(List.of(base.get()));
      Optional<String> override = first(folder, OVERRIDES);
      if (override.isPresent()) {
        whole.add(override.get());
      }
      if (whole.contains(name)) {
        return List.of(ComposeSet.load("base", whole, this, true));
      }
    }
    boolean complete = isComplete(file);
    if (complete || base.isEmpty()) {
      return List.of(ComposeSet.load(label(name), List.of(name), this, complete));
    }
    return List.of(ComposeSet.load("base+" + label(name), List.of(base.get(), name), this, true));
  }

  private Optional<String> first(String folder, List<String> names) {
    for (String name : names) {
      if (exists(folder + name)) {
        return Optional.of(folder + name);
      }
    }
    return Optional.empty();
  }

  private boolean exists(String name) {
    inquiry.reached(name);
    return workspace.kind(name) == Workspace.Kind.FILE;
  }

  /** What tells a file from the default one: {@code prod} for docker-compose.prod.yml. */
  private static String label(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    String stem = base.substring(0, base.lastIndexOf('.'));
    for (String start : List.of("docker-compose.", "docker-compose-", "compose.", "compose-")) {
      if (stem.startsWith(start) && stem.length() > start.length()) {
        return stem.substring(start.length());
      }
    }
    return stem;
  }

  /** Whether each of its services says what it runs, so that it can be started alone. */
  private static boolean isComplete(ComposeFile file) {
    int services = 0;
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent()
          && document.root().get() instanceof YamlNode.Mapping root
          && root.find("services").isPresent()
          && root.find("services").get() instanceof YamlNode.Mapping mapping) {
        for (YamlNode.Entry entry : mapping.entries()) {
          services++;
          if (!runsSomething(entry.value())) {
            return false;
          }
        }
      }
    }
    return services > 0;
  }

  /** An alias or a merge key may bring it along. */
  private static boolean runsSomething(YamlNode service) {
    if (!(service instanceof YamlNode.Mapping mapping)) {
      return service instanceof YamlNode.Alias;
    }
    for (String key : List.of("image", "build", "extends", "provider", "<<")) {
      if (mapping.find(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Optional<List<YamlDocument>> documents(String name) {
    Optional<ComposeFile> file = file(name);
    return file.isEmpty() ? Optional.empty() : Optional.of(file.get().documents());
  }

  @Override
  public Optional<SourceText> text(String name) {
    if (!exists(name)) {
      return Optional.empty();
    }
    try {
      return Optional.of(workspace.read(name).text());
    } catch (IOException e) {
      inquiry.lackedContext();
      return Optional.empty();
    }
  }

  private Optional<ComposeFile> file(String name) {
    Optional<ComposeFile> known = files.get(name);
    if (known == null) {
      Optional<SourceText> text = text(name);
      known = text.isEmpty() ? Optional.empty() : Optional.of(ComposeFile.of(text.get()));
      files.put(name, known);
    }
    return known;
  }

  @Override
  public boolean isFolder(String name) {
    inquiry.reached(name);
    return workspace.kind(name) == Workspace.Kind.DIRECTORY;
  }
}
