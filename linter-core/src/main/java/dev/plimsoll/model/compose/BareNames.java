package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the variables of a container that are named alone the values that the project has. */
final class BareNames extends NodePass {

  private static final PathTable<Boolean> PLACES =
      new PathTable<Boolean>()
          .put("services.*.environment", true)
          .put("jobs.*.environment", true)
          .put("services.*.pre_start.*.environment", true);

  private final Environment environment;

  BareNames(Environment environment) {
    this.environment = environment;
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    return node instanceof Table table && PLACES.find(path).isPresent()
        ? Optional.of(resolved(table))
        : Optional.empty();
  }

  private Table resolved(Table table) {
    Map<String, Member> members = new LinkedHashMap<>(table.members());
    for (Map.Entry<String, Member> entry : table.members().entrySet()) {
      Optional<Value.Known> value = environment.find(entry.getKey());
      if (value.isPresent() && ComposeMerge.isNull(entry.getValue().value())) {
        Slice name = entry.getValue().key();
        members.put(entry.getKey(), new Member(name, scalar(name, value.get())));
      }
    }
    return new Table(table.slice(), members);
  }

  private static Scalar scalar(Slice name, Value.Known value) {
    Value other = new Value.Unknown("the environment may set it", name);
    return new Scalar(name, value.text(), ComposeNode.Type.STRING, Value.of(List.of(value, other)));
  }
}
