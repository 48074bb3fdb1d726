package dev.plimsoll.engine;

import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.dockerfile.BuildArguments;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.script.MakefileModel;
import dev.plimsoll.model.script.ScriptModel;
import dev.plimsoll.model.script.UnitModel;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.project.ScriptReaders;
import dev.plimsoll.source.FileKind;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.SourceText;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The parsers of one engine, lent to one thread at a time: their lookup tables grow with use. */
final class Readers {

  private static final Set<Language> KNOWN =
      EnumSet.of(Language.DOCKERFILE, Language.SHELL, Language.COMPOSE, Language.OPENAPI);

  private final ConcurrentLinkedQueue<DockerfileParser> parsers = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<ScriptReaders> idle = new ConcurrentLinkedQueue<>();

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
    if (language == Language.OPENAPI) {
      return OpenApiFile.of(text);
    }
    if (language == Language.DOCKERFILE) {
      return dockerfile(text, BuildArguments.UNKNOWN);
    }
    ScriptReaders reader = borrow();
    SourceModel model = script(text, reader);
    giveBack(reader);
    return model;
  }

  ScriptReaders borrow() {
    ScriptReaders reader = idle.poll();
    return reader == null ? new ScriptReaders() : reader;
  }

  void giveBack(ScriptReaders reader) {
    idle.add(reader);
  }

  /** Reads a Dockerfile as a build with some arguments does. */
  DockerfileModel dockerfile(SourceText text, BuildArguments arguments) {
    DockerfileParser parser = parsers.poll();
    if (parser == null) {
      parser = new DockerfileParser();
    }
    ScriptReaders reader = borrow();
    DockerfileModel model =
        DockerfileModel.of(parser.parse(text), reader.scripts(), reader.images(), arguments);
    giveBack(reader);
    parsers.add(parser);
    return model;
  }

  private static SourceModel script(SourceText text, ScriptReaders reader) {
    ScriptReader scripts = reader.scripts();
    return switch (FileKind.of(text.name())) {
      case MAKEFILE -> MakefileModel.of(text, scripts);
      case UNIT -> UnitModel.of(text, scripts);
      case WORKFLOW -> WorkflowModel.of(text, scripts, reader.images());
      default -> ScriptModel.of(text, scripts);
    };
  }
}
