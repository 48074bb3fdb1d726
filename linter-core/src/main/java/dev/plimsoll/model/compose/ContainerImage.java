package dev.plimsoll.model.compose;

import dev.plimsoll.model.command.ScriptContext.Configuration;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/** What is known of the image whose containers a service runs. */
public interface ContainerImage {

  /** The base image that it is or descends from. */
  Optional<BaseImage> base();

  /** Who runs its containers, as USER writes it; absent where nothing is known. */
  Optional<Value> user();

  /** The folder in which they start; absent where nothing is known. */
  Optional<Value> workdir();

  /** What a variable holds that the image sets; absent where none is known to be set. */
  Optional<Value> variable(String name);

  /** The words before the text of a shell form. */
  List<String> shell();

  /** Its ENTRYPOINT in exec form; empty where it has none, or none that is known. */
  List<ShellWord> entrypoint();

  /** Whether its build may have written a configuration. */
  boolean isConfigured(Configuration configuration);
}
