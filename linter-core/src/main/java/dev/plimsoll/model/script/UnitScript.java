package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;

/**
 * A command of a systemd unit.
 *
 * @param script its words, which no shell reads
 * @param user who runs it
 */
public record UnitScript(Anchor anchor, Script script, Value user, Value workdir)
    implements OutsideScript {

  @Override
  public Host host() {
    return Host.SERVICE;
  }

  @Override
  public List<String> shell() {
    return List.of();
  }

  /** Its variables are not looked for: files that it names, and what is added to it, set more. */
  @Override
  public String elsewhere() {
    return "the unit's environment says so";
  }
}
