package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.text.Anchor;
import java.util.List;

/**
 * A line of a Makefile's recipe.
 *
 * @param shell the value of SHELL
 */
public record RecipeScript(Anchor anchor, Script script, List<String> shell)
    implements OutsideScript {

  public RecipeScript {
    shell = List.copyOf(shell);
  }

  @Override
  public Host host() {
    return Host.RECIPE;
  }

  @Override
  public String elsewhere() {
    return "whoever calls make says so";
  }
}
