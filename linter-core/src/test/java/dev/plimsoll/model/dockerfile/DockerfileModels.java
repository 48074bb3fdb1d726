package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.text.SourceText;

/** Models of Dockerfiles for tests. */
public final class DockerfileModels {

  private DockerfileModels() {}

  public static DockerfileModel model(String text) {
    return model(SourceText.of("Dockerfile", text));
  }

  public static DockerfileModel model(SourceText source) {
    return DockerfileModel.of(
        new DockerfileParser().parse(source), new ScriptReader(), new BaseImages());
  }
}
