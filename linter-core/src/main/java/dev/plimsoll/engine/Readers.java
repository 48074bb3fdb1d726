package dev.plimsoll.engine;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.text.SourceText;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The parsers of one engine, lent to one thread at a time: their lookup tables grow with use. */
final class Readers {

  private record Reader(DockerfileParser parser, ScriptReader scripts, BaseImages images) {}

  private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

  DockerfileModel dockerfile(SourceText text) {
    Reader reader = idle.poll();
    if (reader == null) {
      reader = new Reader(new DockerfileParser(), new ScriptReader(), new BaseImages());
    }
    DockerfileModel model =
        DockerfileModel.of(reader.parser().parse(text), reader.scripts(), reader.images());
    idle.add(reader);
    return model;
  }
}
