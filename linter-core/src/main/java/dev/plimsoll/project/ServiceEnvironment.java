package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of a service: those of its {@code env_file}s, then those of its own. */
final class ServiceEnvironment {

  /**
   * An {@code env_file}.
   *
   * @param path as written
   * @param name in the workspace; where a variable decides, by its default
   */
  record EnvFile(Scalar path, String name) {}

  private final DotEnvFiles files;

  ServiceEnvironment(DotEnvFiles files) {
    this.files = files;
  }

  /** By name; those without a value, which the machine gives, are left out. */
  Map<String, Scalar> of(ComposeSet set, ComposeService service) {
    Map<String, Scalar> variables = new LinkedHashMap<>();
    for (EnvFile file : files(set, service)) {
      addAll(file.name(), variables);
    }
    for (Map.Entry<String, Member> entry : service.members("environment").entrySet()) {
      if (entry.getValue().value() instanceof Scalar scalar) {
        if (scalar.type() == ComposeNode.Type.NULL) {
          variables.remove(entry.getKey());
        } else {
          variables.put(entry.getKey(), scalar);
        }
      }
    }
    return variables;
  }

  /** The files that a service takes variables from, as far as they may lie in the workspace. */
  static List<EnvFile> files(ComposeSet set, ComposeService service) {
    List<EnvFile> files = new ArrayList<>();
    for (ComposeNode item : service.items("env_file")) {
      Optional<ComposeNode> path =
          item instanceof Table table ? table.find("path") : Optional.of(item);
      if (path.isPresent() && path.get() instanceof Scalar scalar && scalar.known().isPresent()) {
        Optional<String> name = WorkspacePaths.resolve(set.folder(), scalar.known().get());
        if (name.isPresent()) {
          files.add(new EnvFile(scalar, name.get()));
        }
      }
    }
    return files;
  }

  private void addAll(String file, Map<String, Scalar> variables) {
    Optional<DotEnvFile> read = files.read(file);
    if (read.isEmpty()) {
      return;
    }
    for (DotEnvFile.Entry entry : read.get().entries()) {
      if (entry.text().isPresent() && entry.value().isPresent()) {
        Slice slice = entry.value().get();
        String text = entry.text().get();
        Value value =
            entry.references().isEmpty()
                ? new Value.Known(text, slice)
                : new Value.Unknown("a variable sets it", slice);
        variables.put(entry.key().text(), new Scalar(slice, text, ComposeNode.Type.STRING, value));
      }
    }
  }
}
