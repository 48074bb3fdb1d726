package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.model.script.MakefileModel;
import dev.plimsoll.model.script.ScriptModel;
import dev.plimsoll.model.script.UnitModel;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The parsers of one engine, lent to one thread at a time: their lookup tables grow with use. */
final class Readers {

  private static final Set<Language> KNOWN =
      EnumSet.of(Language.DOCKERFILE, Language.SHELL, Language.COMPOSE);

  private record Reader(DockerfileParser parser, ScriptReader scripts, BaseImages images) {}

  private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

  static boolean isRead(Language language) {
    return KNOWN.contains(language);
  }

  /**
   * Reads a text.
   *
   * @param language one that {@linkplain #isRead is read}
   */
  SourceModel read(SourceText text, Language language) {
    if (language == Language.COMPOSE) {
      return ComposeFile.of(text);
    }
    if (language == Language.DOCKERFILE) {
      return dockerfile(text, BuildArguments.UNKNOWN);
    }
    Reader reader = lent();
    SourceModel model = script(text, reader.scripts());
    idle.add(reader);
    return model;
  }

  /** Reads a Dockerfile as a build with some arguments does. */
  DockerfileModel dockerfile(SourceText text, BuildArguments arguments) {
    Reader reader = lent();
    DockerfileModel model =
        DockerfileModel.of(
            reader.parser().parse(text), reader.scripts(), reader.images(), arguments);
    idle.add(reader);
    return model;
  }

  private Reader lent() {
    Reader reader = idle.poll();
    return reader == null
        ? new Reader(new DockerfileParser(), new ScriptReader(), new BaseImages())
        : reader;
  }

  private static SourceModel script(SourceText text, ScriptReader scripts) {
    return switch (FileKind.of(text.name())) {
      case MAKEFILE -> MakefileModel.of(text, scripts);
      case UNIT -> UnitModel.of(text, scripts);
      default -> ScriptModel.of(text, scripts);
    };
  }
}
