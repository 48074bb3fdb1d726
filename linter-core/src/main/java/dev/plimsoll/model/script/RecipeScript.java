package dev.plimsoll.model.script;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * A line of a Makefile's recipe.
 *
 * @param shell the value of SHELL
 */
public record RecipeScript(Anchor anchor, Script script, List<String> shell)
    implements ScriptContext {

  private static final String ELSEWHERE = "whoever calls make says so";

  public RecipeScript {
    shell = List.copyOf(shell);
  }

  @Override
  public Host host() {
    return Host.RECIPE;
  }

  @Override
  public Optional<BaseImage> image() {
    return Optional.empty();
  }

  @Override
  public Value user() {
    return unknown();
  }

  @Override
  public Value workdir() {
    return unknown();
  }

  @Override
  public Value variable(String name) {
    return unknown();
  }

  private Value unknown() {
    return new Value.Unknown(ELSEWHERE, script.slice().start());
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
