package dev.plimsoll.project;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which Compose files bring in others, by {@code include} or {@code extends}, of one state of the
 * files. They are looked for in the folder of the file that is brought and in those above it.
 */
final class Includers {

  private static final int MOST_FILES = 200;

  private final Workspace workspace;
  private final Map<String, Map<String, List<Includer>>> folders = new HashMap<>();

  /**
   * A file that brings in another.
   *
   * @param isInclude whether all of the other comes, not only services that are extended
   */
  record Includer(String name, boolean isInclude) {}

  Includers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The files that bring in one, the nearest first. */
  synchronized List<Includer> of(String name, SetFiles files) {
    List<Includer> found = new ArrayList<>();
    String at = name;
    while (!at.isEmpty()) {
      at = WorkspacePaths.parent(at);
      Map<String, List<Includer>> known = folders.get(at);
      if (known == null) {
        known = read(at, files);
        folders.put(at, known);
      }
      for (Includer each : known.getOrDefault(name, List.of())) {
        if (!each.name().equals(name)) {
          found.add(each);
        }
      }
    }
    return found;
  }

  private Map<String, List<Includer>> read(String folder, SetFiles files) {
    Map<String, List<Includer>> brought = new HashMap<>();
    try {
      int looked = 0;
      for (String entry : workspace.list(folder)) {
        if (looked < MOST_FILES && FileKind.of(entry) == FileKind.COMPOSE) {
          looked++;
          read(WorkspacePaths.below(folder, entry), files, brought);
        }
      }
    } catch (IOException e) {
      return brought; // a folder that cannot be listed says nothing
    }
    return brought;
  }

  private static void read(String name, SetFiles files, Map<String, List<Includer>> brought) {
    Optional<SourceText> text = files.text(name);
    if (text.isEmpty()
        || !(text.get().content().contains("include") || text.get().content().contains("file:"))) {
      return;
    }
    Optional<List<YamlDocument>> documents = files.documents(name);
    for (YamlDocument document : documents.isEmpty() ? List.<YamlDocument>of() : documents.get()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        String folder = WorkspacePaths.parent(name);
        for (String path : included(root)) {
          add(folder, path, new Includer(name, true), brought);
        }
        for (String path : extended(root)) {
          add(folder, path, new Includer(name, false), brought);
        }
      }
    }
  }

  private static void add(
      String folder, String path, Includer includer, Map<String, List<Includer>> brought) {
    Optional<String> name =
        path.indexOf('$') >= 0 ? Optional.empty() : WorkspacePaths.resolve(folder, path);
    if (name.isPresent()) {
      List<Includer> known = brought.get(name.get());
      if (known == null) {
        known = new ArrayList<>();
        brought.put(name.get(), known);
      }
      if (!known.contains(includer)) {
        known.add(includer);
      }
    }
  }

  /** A path, a mapping with one or several, or a list of these. */
  private static Set<String> included(YamlNode.Mapping root) {
    Set<String> paths = new LinkedHashSet<>();
    Optional<YamlNode> include = root.find("include");
    if (include.isPresent() && include.get() instanceof YamlNode.Sequence items) {
      for (YamlNode item : items.items()) {
        Optional<YamlNode> path =
            item instanceof YamlNode.Mapping mapping ? mapping.find("path") : Optional.of(item);
        if (path.isPresent() && path.get() instanceof YamlNode.Sequence several) {
          for (YamlNode each : several.items()) {
            addText(each, paths);
          }
        } else if (path.isPresent()) {
          addText(path.get(), paths);
        }
      }
    }
    return paths;
  }

  private static Set<String> extended(YamlNode.Mapping root) {
    Set<String> paths = new LinkedHashSet<>();
    Optional<YamlNode> services = root.find("services");
    if (services.isPresent() && services.get() instanceof YamlNode.Mapping all) {
      for (YamlNode.Entry service : all.entries()) {
        if (service.value() instanceof YamlNode.Mapping body
            && body.find("extends").isPresent()
            && body.find("extends").get() instanceof YamlNode.Mapping extended
            && extended.find("file").isPresent()) {
          addText(extended.find("file").get(), paths);
        }
      }
    }
    return paths;
  }

  private static void addText(YamlNode node, Set<String> paths) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
      paths.add(scalar.text());
    }
  }
}
