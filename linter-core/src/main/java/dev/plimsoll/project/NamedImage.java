package dev.plimsoll.project;

import dev.plimsoll.model.command.ScriptContext.Configuration;
import dev.plimsoll.model.compose.ContainerImage;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * An image that is taken as it is published.
 *
 * @param base absent where nothing is known of it
 * @param name where it is named
 */
record NamedImage(Optional<BaseImage> base, Slice name) implements ContainerImage {

  private static final List<String> SH = List.of("/bin/sh", "-c");

  @Override
  public Optional<Value> user() {
    return base.isPresent()
        ? Optional.of(new Value.Known(base.get().user(), name))
        : Optional.empty();
  }

  @Override
  public Optional<Value> workdir() {
    return base.isPresent() && base.get().workdir().isPresent()
        ? Optional.of(new Value.Known(base.get().workdir().get(), name))
        : Optional.empty();
  }

  @Override
  public Optional<Value> variable(String variable) {
    return Optional.empty();
  }

  @Override
  public List<String> shell() {
    return base.isPresent() && !base.get().shell().isEmpty() ? base.get().shell() : SH;
  }

  /** Their own scripts start what they get as a command of its own. */
  @Override
  public List<ShellWord> entrypoint() {
    return List.of();
  }

  @Override
  public boolean isConfigured(Configuration configuration) {
    return false;
  }
}
