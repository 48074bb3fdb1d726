package dev.plimsoll.model.compose;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * What a container of a service runs.
 *
 * @param source as it is written
 * @param script what a shell reads, or the words of an exec form
 */
public record ComposeScript(ServiceCommand source, Script script, ServiceAround around)
    implements ScriptContext {

  @Override
  public Anchor anchor() {
    return source.anchor();
  }

  @Override
  public Host host() {
    return Host.COMPOSE;
  }

  @Override
  public List<String> shell() {
    return around.image().shell();
  }

  @Override
  public Optional<BaseImage> image() {
    return around.image().base();
  }

  @Override
  public Value user() {
    return around.user(script.slice().start());
  }

  @Override
  public Value workdir() {
    return around.workdir(script.slice().start());
  }

  @Override
  public Value variable(String name) {
    return around.variable(name, script.slice().start());
  }

  @Override
  public boolean isConfiguredBefore(Configuration configuration) {
    return around.image().isConfigured(configuration);
  }

  @Override
  public List<Value> mounted() {
    return List.of();
  }

  @Override
  public Optional<Slice> dropped() {
    return source.dropped();
  }
}
