package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.Map;
import java.util.Optional;

/**
 * What stands around a command of a service.
 *
 * @param own what says it for this command before its service does: that of a hook, else the
 *     service's own body
 */
public record ServiceAround(ComposeService service, Table own, ContainerImage image) {

  private static final String ELSEWHERE = "no file says so";

  Value user(Slice asked) {
    Optional<Value> said = said("user");
    return said.isPresent() ? said.get() : image.user().orElse(unknown(asked));
  }

  Value workdir(Slice asked) {
    Optional<Value> said = said("working_dir");
    return said.isPresent() ? said.get() : image.workdir().orElse(unknown(asked));
  }

  private Optional<Value> said(String key) {
    for (Table table : new Table[] {own, service.body()}) {
      Optional<ComposeNode> node = table.find(key);
      if (node.isPresent()
          && node.get() instanceof Scalar scalar
          && scalar.type() != ComposeNode.Type.NULL
          && !scalar.text().isEmpty()) {
        return Optional.of(scalar.value());
      }
    }
    return Optional.empty();
  }

  /** A name without a value takes the one of whoever starts the project. */
  Value variable(String name, Slice asked) {
    for (Table table : new Table[] {own, service.body()}) {
      Optional<ComposeNode> environment = table.find("environment");
      Map<String, Member> members =
          environment.isEmpty() ? Map.of() : KeyValues.table(environment.get()).members();
      if (members.containsKey(name) && members.get(name).value() instanceof Scalar scalar) {
        return scalar.type() == ComposeNode.Type.NULL ? unknown(asked) : scalar.value();
      }
    }
    return service.has("env_file") ? unknown(asked) : image.variable(name).orElse(unknown(asked));
  }

  private static Value unknown(Slice asked) {
    return new Value.Unknown(ELSEWHERE, asked);
  }
}
