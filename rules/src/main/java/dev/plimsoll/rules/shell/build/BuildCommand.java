package dev.plimsoll.rules.shell.build;

import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command that builds an image from a Dockerfile of the project.
 *
 * @param tags the names that it gives, as written
 */
record BuildCommand(Command command, List<String> tags, DockerfileModel file) {

  BuildCommand {
    tags = List.copyOf(tags);
  }

  /** Those of a script, where it goes to no other folder. */
  static List<BuildCommand> in(ScriptContext script, RuleContext context) {
    List<BuildCommand> found = new ArrayList<>();
    for (Command command : script.script().commands()) {
      if (command.isNamed("cd") || command.isNamed("pushd")) {
        return List.of();
      }
      Optional<BuildCall> call = BuildCall.of(command);
      Optional<BuildCommand> build = call.isEmpty() ? Optional.empty() : read(call.get(), context);
      if (build.isPresent()) {
        found.add(build.get());
      }
    }
    return found;
  }

  private static Optional<BuildCommand> read(BuildCall call, RuleContext context) {
    if (call.tags().isEmpty()) {
      return Optional.empty();
    }
    List<String> tags = new ArrayList<>();
    for (ShellWord tag : call.tags()) {
      tags.add(tag.text());
    }
    Optional<DockerfileModel> model = dockerfile(call, context);
    return model.isPresent()
        ? Optional.of(new BuildCommand(call.command(), tags, model.get()))
        : Optional.empty();
  }

  /** The Dockerfile of a command whose folder is known; nothing where none is to be seen. */
  static Optional<DockerfileModel> dockerfile(BuildCall call, RuleContext context) {
    if (call.context().isEmpty() || !call.context().get().isLiteral()) {
      return Optional.empty();
    }
    String path =
        call.file().isEmpty()
            ? call.context().get().text() + "/Dockerfile"
            : call.file().get().text();
    return dockerfile(call.command().name().slice().place().file(), path, context);
  }

  /** The Dockerfile as seen from the script's folder, or from one above it. */
  static Optional<DockerfileModel> dockerfile(String script, String path, RuleContext context) {
    if (path.startsWith("/") || path.contains("..") || path.contains("$") || path.contains(":")) {
      return Optional.empty();
    }
    String clean = clean(path);
    String at = script;
    while (!at.isEmpty()) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
      Optional<DockerfileModel> found =
          context.project().dockerfile(at.isEmpty() ? clean : at + "/" + clean);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String clean(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  /** The name in its Dockerfile of an image that another command builds. */
  Optional<String> takes(BuildCommand other) {
    for (ImageUse use : file.images()) {
      for (String tag : other.tags()) {
        if (bare(tag).equals(bare(use.name().text()))) {
          return Optional.of(use.name().text());
        }
      }
    }
    return Optional.empty();
  }

  /** A name without its tag, in which a variable may stand. */
  private static String bare(String image) {
    int colon = image.lastIndexOf(':');
    return colon > image.lastIndexOf('/') ? image.substring(0, colon) : image;
  }
}
