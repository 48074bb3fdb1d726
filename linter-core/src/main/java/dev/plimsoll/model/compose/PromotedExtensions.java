package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys that were extensions before they were in the specification: x-develop, x-initialSync. */
final class PromotedExtensions extends NodePass {

  private static final PathTable<Map.Entry<String, String>> PLACES =
      new PathTable<Map.Entry<String, String>>()
          .put("services.*", Map.entry("x-develop", "develop"))
          .put("services.*.develop.watch.*", Map.entry("x-initialSync", "initial_sync"));

  /** What a key is called today. */
  static String today(String key) {
    return switch (key) {
      case "x-develop" -> "develop";
      case "x-initialSync" -> "initial_sync";
      default -> key;
    };
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    Optional<Map.Entry<String, String>> place = PLACES.find(path);
    if (place.isEmpty() || !(node instanceof Table table)) {
      return Optional.empty();
    }
    String from = place.get().getKey();
    Member extension = table.members().get(from);
    if (extension == null) {
      return Optional.empty();
    }
    Map<String, Member> members = new LinkedHashMap<>(table.members());
    members.remove(from);
    String to = place.get().getValue();
    Member own = members.get(to);
    members.put(to, own == null ? extension : under(extension, own, path.child(to)));
    return Optional.of(children(new Table(table.slice(), members), path));
  }

  private static Member under(Member extension, Member own, ComposePath path) {
    ComposeMerge merge = new ComposeMerge(new ArrayList<>());
    return new Member(own.key(), merge.nodes(extension.value(), own.value(), path));
  }
}
