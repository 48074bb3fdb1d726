package dev.plimsoll.rules.compose.secrets;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import java.util.List;
import java.util.Optional;

/** Finds where the command lines of a service speak of a name. */
final class Mentions {

  private static final List<String> COMMANDS =
      List.of("command", "entrypoint", "healthcheck", "post_start", "pre_stop");

  private Mentions() {}

  static boolean inCommands(ComposeService service, String name) {
    for (String key : COMMANDS) {
      Optional<ComposeNode> command = service.find(key);
      if (command.isPresent() && in(command.get(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean in(ComposeNode node, String name) {
    if (node instanceof Scalar scalar) {
      return scalar.written().contains(name);
    }
    if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (in(item, name)) {
          return true;
        }
      }
    } else if (node instanceof Table table) {
      for (Member member : table.members().values()) {
        if (in(member.value(), name)) {
          return true;
        }
      }
    }
    return false;
  }
}
