package dev.plimsoll.model.script;

import dev.plimsoll.parse.small.tree.UsedAction;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** A step of a CI workflow that an action does. */
public record ActionStep(Anchor anchor, UsedAction used) {

  /** The action as it is named, its version included. */
  public Slice name() {
    return used.name().slice();
  }

  /** Whether it is an action of that name, whatever its version. */
  public boolean isOf(String action) {
    String text = used.name().text();
    return text.startsWith(action)
        && (text.length() == action.length() || text.charAt(action.length()) == '@');
  }

  /** Whether something stands at an input, be it empty. */
  public boolean has(String input) {
    return used.inputs().isPresent() && used.inputs().get().find(input).isPresent();
  }

  /** The text at an input; nothing where there is none, or no text. */
  public Optional<Scalar> input(String name) {
    Optional<YamlNode> node =
        used.inputs().isEmpty() ? Optional.empty() : used.inputs().get().find(name);
    return node.isPresent() && node.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Whether the Docker that it talks to is known to hold no layer of an earlier run. */
  public boolean hasNewDocker() {
    return used.scope().hasNewDocker();
  }
}
