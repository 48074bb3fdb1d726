package dev.plimsoll.project;

import dev.plimsoll.model.command.ScriptContext.Configuration;
import dev.plimsoll.model.compose.ContainerImage;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The image that a stage of a Dockerfile builds. */
record ImageOfStage(Stage stage) implements ContainerImage {

  @Override
  public Optional<BaseImage> base() {
    return stage.base().image();
  }

  @Override
  public Optional<Value> user() {
    return Optional.of(stage.end().user());
  }

  @Override
  public Optional<Value> workdir() {
    return Optional.of(stage.end().workdir());
  }

  @Override
  public Optional<Value> variable(String name) {
    return stage.end().setVariable(name, stage.from().keyword());
  }

  @Override
  public List<String> shell() {
    return stage.end().shell().words();
  }

  @Override
  public List<ShellWord> entrypoint() {
    List<ShellWord> words = new ArrayList<>();
    if (stage.end().entrypoint().isPresent()
        && stage.end().entrypoint().get().command() instanceof CommandLine.ExecForm exec) {
      for (Word word : exec.words()) {
        words.add(ShellWord.verbatim(word.slice()));
      }
    }
    return words;
  }

  @Override
  public boolean isConfigured(Configuration configuration) {
    return stage.end().isConfigured(configuration);
  }
}
