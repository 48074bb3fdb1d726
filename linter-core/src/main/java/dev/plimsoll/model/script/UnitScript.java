package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * A command of a systemd unit.
 *
 * @param script its words, which no shell reads
 * @param user who runs it
 */
public record UnitScript(Anchor anchor, Script script, Value user, Value workdir)
    implements ScriptContext {

  @Override
  public Host host() {
    return Host.SERVICE;
  }

  @Override
  public List<String> shell() {
    return List.of();
  }

  @Override
  public Optional<BaseImage> image() {
    return Optional.empty();
  }

  /** Not looked for: files that the unit names, and what is added to it, may set more. */
  @Override
  public Value variable(String name) {
    return new Value.Unknown("the unit's environment says so", script.slice().start());
  }

  @Override
  public boolean isConfiguredBefore(Configuration configuration) {
    return false;
  }

  @Override
  public List<Value> mounted() {
    return List.of();
  }
}
