package dev.plimsoll.rules.shell.build;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.ImageUse;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command that builds an image from a Dockerfile of the project.
 *
 * @param tags the names that it gives, as written
 */
record BuildCommand(Command command, List<String> tags, DockerfileModel file) {

  private static final Set<String> VALUED =
      Set.of(
          "-t",
          "--tag",
          "-f",
          "--file",
          "--build-arg",
          "--target",
          "--platform",
          "--cache-from",
          "--cache-to",
          "-o",
          "--output",
          "--label",
          "--network",
          "--secret",
          "--ssh",
          "--progress",
          "--add-host",
          "--builder",
          "--build-context",
          "--iidfile",
          "--metadata-file",
          "--shm-size",
          "--ulimit",
          "--annotation",
          "--attest",
          "--provenance",
          "--sbom",
          "-m",
          "--memory");

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
      int verb = verb(command);
      Optional<BuildCommand> build = verb < 0 ? Optional.empty() : read(command, verb + 1, context);
      if (build.isPresent()) {
        found.add(build.get());
      }
    }
    return found;
  }

  /** Whether a command builds one image. */
  static boolean is(Command command) {
    return verb(command) >= 0;
  }

  /** Where the word stands that asks for a build; -1 for none. */
  private static int verb(Command command) {
    List<ShellWord> words = command.arguments();
    if (!command.isNamed("docker") || words.isEmpty()) {
      return -1;
    }
    if (words.get(0).text().equals("build")) {
      return 0;
    }
    boolean isLong =
        words.size() > 1
            && (words.get(0).text().equals("buildx") || words.get(0).text().equals("image"))
            && words.get(1).text().equals("build");
    return isLong ? 1 : -1;
  }

  private static Optional<BuildCommand> read(Command command, int from, RuleContext context) {
    List<ShellWord> words = command.arguments();
    List<String> tags = new ArrayList<>();
    String file = "";
    Optional<ShellWord> folder = Optional.empty();
    for (int i = from; i < words.size(); i++) {
      String text = words.get(i).text();
      int equals = text.startsWith("--") ? text.indexOf('=') : -1;
      String option = equals < 0 ? text : text.substring(0, equals);
      if (!text.startsWith("-")) {
        folder = Optional.of(words.get(i));
      } else if (VALUED.contains(option)) {
        i += equals < 0 ? 1 : 0;
        String value =
            equals >= 0 ? text.substring(equals + 1) : i < words.size() ? words.get(i).text() : "";
        if (option.equals("-t") || option.equals("--tag")) {
          tags.add(value);
        } else if (option.equals("-f") || option.equals("--file")) {
          file = value;
        }
      }
    }
    if (folder.isEmpty() || !folder.get().isLiteral() || tags.isEmpty()) {
      return Optional.empty();
    }
    String path = file.isEmpty() ? folder.get().text() + "/Dockerfile" : file;
    Optional<DockerfileModel> model = dockerfile(command, path, context);
    return model.isPresent()
        ? Optional.of(new BuildCommand(command, tags, model.get()))
        : Optional.empty();
  }

  /** The Dockerfile as seen from the script's folder, or from one above it. */
  private static Optional<DockerfileModel> dockerfile(
      Command command, String path, RuleContext context) {
    if (path.startsWith("/") || path.contains("..") || path.contains("$") || path.contains(":")) {
      return Optional.empty();
    }
    String clean = clean(path);
    String at = command.name().slice().place().file();
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
