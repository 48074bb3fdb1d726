package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The old form of a resource that is made elsewhere: {@code external} with a name of its own. */
final class External {

  private External() {}

  /** The name within {@code external}, where nothing else is in it. */
  static Optional<YamlNode> name(YamlNode.Entry entry) {
    return entry.key() instanceof YamlNode.Scalar key
            && key.text().equals("external")
            && entry.value() instanceof YamlNode.Mapping external
            && external.entries().size() == 1
            && external.properties().isEmpty()
        ? external.find("name")
        : Optional.empty();
  }

  /** A volume, network, secret or config with {@code external} as a flag. */
  static ComposeNode resource(ComposeNode node, List<Refusal> refusals) {
    if (!(node instanceof Table table)
        || table.find("external").isEmpty()
        || !(table.find("external").get() instanceof Table external)) {
      return node;
    }
    Map<String, Member> members = new LinkedHashMap<>(table.members());
    members.put("external", new Member(external.slice(), Scalars.added(external.slice(), true)));
    Optional<String> name = Scalars.text(external.find("name"));
    Optional<String> own = Scalars.text(table.find("name"));
    if (name.isPresent() && own.isEmpty()) {
      members.put("name", external.members().get("name"));
    } else if (name.isPresent() && !name.equals(own)) {
      String message = "name and external.name differ: keep name alone";
      refusals.add(new Refusal(Refusal.Kind.SHAPE, external.slice(), message));
    }
    return new Table(table.slice(), members);
  }
}
