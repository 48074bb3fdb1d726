package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.source.Glob;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files in which users of other OpenAPI linters list what they accept: Redocly's {@code
 * .redocly.lint-ignore.yaml}, and the {@code overrides} of Spectral's ruleset that turn rules off.
 * The nearest one of each counts. One that cannot be understood asks for nothing.
 */
final class OtherIgnores {

  private static final List<String> REDOCLY = List.of(".redocly.lint-ignore.yaml");
  private static final List<String> SPECTRAL =
      List.of(".spectral.yaml", ".spectral.yml", ".spectral.json");

  private final Workspace workspace;
  private final Map<String, List<Asked>> byFolder = new HashMap<>();

  /**
   * What a file asks.
   *
   * @param folder in which it lies: names count from there
   * @param name of the one file that it is about, where no glob tells them
   */
  private record Asked(String folder, String name, Optional<Glob> files, PointerIgnore ignore) {

    boolean isAbout(String file) {
      String within = file.substring(folder.isEmpty() ? 0 : folder.length() + 1);
      return files.isPresent() ? files.get().matches(within) : name.equals(within);
    }
  }

  OtherIgnores(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is asked for a file. */
  List<PointerIgnore> of(String file) {
    List<PointerIgnore> found = new ArrayList<>();
    for (Asked asked : in(WorkspacePaths.parent(file))) {
      if (asked.isAbout(file)) {
        found.add(asked.ignore());
      }
    }
    return found;
  }

  private List<Asked> in(String folder) {
    List<Asked> known = byFolder.get(folder);
    if (known == null) {
      known = new ArrayList<>(nearest(folder, REDOCLY));
      known.addAll(nearest(folder, SPECTRAL));
      byFolder.put(folder, known);
    }
    return known;
  }

  private List<Asked> nearest(String folder, List<String> names) {
    String at = folder;
    while (true) {
      for (String name : names) {
        Optional<Mapping> root = root(WorkspacePaths.below(at, name));
        if (root.isPresent()) {
          return names.equals(REDOCLY) ? redocly(at, root.get()) : spectral(at, root.get());
        }
      }
      if (at.isEmpty()) {
        return List.of();
      }
      at = WorkspacePaths.parent(at);
    }
  }

  private Optional<Mapping> root(String name) {
    if (workspace.kind(name) != Workspace.Kind.FILE) {
      return Optional.empty();
    }
    try {
      SourceFile file = workspace.read(name);
      if (file.whyNotText().isPresent()) {
        return Optional.empty();
      }
      for (YamlDocument document : YamlReader.readFile(file.text()).tree().documents()) {
        if (document.root().isPresent() && document.root().get() instanceof Mapping root) {
          return Optional.of(root);
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** File, rule, list of pointers. */
  private static List<Asked> redocly(String folder, Mapping root) {
    List<Asked> asked = new ArrayList<>();
    for (Entry file : root.entries()) {
      if (file.key() instanceof Scalar name && file.value() instanceof Mapping rules) {
        String path = name.text().startsWith("./") ? name.text().substring(2) : name.text();
        for (PointerIgnore ignore : redocly(rules)) {
          asked.add(new Asked(folder, path, Optional.empty(), ignore));
        }
      }
    }
    return asked;
  }

  private static List<PointerIgnore> redocly(Mapping rules) {
    List<PointerIgnore> ignores = new ArrayList<>();
    for (Entry rule : rules.entries()) {
      if (rule.key() instanceof Scalar id && rule.value() instanceof Sequence pointers) {
        for (YamlNode each : pointers.items()) {
          if (each instanceof Scalar pointer && pointer.text().startsWith("#")) {
            String fragment = pointer.text().equals("#/") ? "" : pointer.text().substring(1);
            ignores.add(new PointerIgnore("redocly:" + id.text(), fragment, pointer.slice()));
          }
        }
      }
    }
    return ignores;
  }

  private static List<Asked> spectral(String folder, Mapping root) {
    List<Asked> asked = new ArrayList<>();
    if (!(root.find("overrides").orElse(root) instanceof Sequence overrides)) {
      return asked;
    }
    for (YamlNode each : overrides.items()) {
      if (each instanceof Mapping override
          && override.find("files").orElse(override) instanceof Sequence files
          && override.find("rules").orElse(files) instanceof Mapping rules) {
        for (YamlNode file : files.items()) {
          if (file instanceof Scalar name) {
            override(folder, name.text(), rules, asked);
          }
        }
      }
    }
    return asked;
  }

  private static void override(String folder, String name, Mapping rules, List<Asked> asked) {
    int hash = name.indexOf('#');
    Glob glob = Glob.of(hash < 0 ? name : name.substring(0, hash));
    String pointer = hash < 0 ? "" : name.substring(hash + 1);
    for (Entry rule : rules.entries()) {
      if (rule.key() instanceof Scalar id && isOff(rule.value())) {
        PointerIgnore ignore = new PointerIgnore("spectral:" + id.text(), pointer, id.slice());
        asked.add(new Asked(folder, "", Optional.of(glob), ignore));
      }
    }
  }

  private static boolean isOff(YamlNode value) {
    YamlNode severity =
        value instanceof Mapping mapping ? mapping.find("severity").orElse(value) : value;
    return severity instanceof Scalar scalar
        && (scalar.text().equals("off") || scalar.text().equals("false"));
  }
}
