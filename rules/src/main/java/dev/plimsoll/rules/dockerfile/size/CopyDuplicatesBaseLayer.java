package dev.plimsoll.rules.dockerfile.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Source;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files that both stages have from their common base are stored once more by the copy. */
@RuleInfo(
    id = "dockerfile/copy-duplicates-base-layer",
    title = "Copy repeats packages the base layer already holds",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM)
public final class CopyDuplicatesBaseLayer extends DockerfileRule {

  /** What every image with a system fills itself, before anything is installed. */
  private static final Set<String> SYSTEM = Set.of("/usr", "/usr/lib", "/usr/share");

  private static final Set<String> LOCAL = Set.of("/usr/local", "/usr/local/lib");

  /** Images that keep their language below {@code /usr/local}, where others have nothing. */
  private static final Set<String> LANGUAGES =
      Set.of("golang", "httpd", "node", "php", "python", "ruby", "rust");

  private static final Set<String> PYTHON = Set.of("pip", "pip3", "uv", "poetry", "pipenv");
  private static final Set<String> NODE = Set.of("npm", "yarn", "pnpm", "bun");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    if (file.stages().size() < 2) {
      return;
    }
    Stage last = file.finalStage().orElseThrow();
    for (Step step : last.steps()) {
      if (step instanceof Copy copy
          && copy.source().isPresent()
          && copy.source().get() instanceof Source.OfStage from) {
        check(copy, last, file.stages().get(from.index()), context);
      }
    }
  }

  private static void check(Copy copy, Stage last, Stage from, RuleContext context) {
    if (copy.tree().sources().size() != 1 || !(copy.target() instanceof Value.Known target)) {
      return;
    }
    Word word = copy.tree().sources().get(0);
    String source = word.text();
    while (source.length() > 1 && source.endsWith("/")) {
      source = source.substring(0, source.length() - 1);
    }
    if (!source.equals(target.text())) {
      return;
    }
    Optional<Stage> shared = shared(last, from);
    boolean repeats =
        shared.isPresent()
            ? fills(shared.get(), source)
            : haveSameImage(last, from) && isFilledByImage(last, source);
    if (repeats) {
      context.report(
          Finding.at(
              copy.anchor(),
              word.slice(),
              "%s holds all that both stages have from their base, which is stored once more",
              word.slice()));
    }
  }

  private static boolean haveSameImage(Stage one, Stage other) {
    return one.base().root() instanceof Base.OfImage first
        && other.base().root() instanceof Base.OfImage second
        && first.reference().isPresent()
        && first.reference().equals(second.reference());
  }

  private static boolean isFilledByImage(Stage stage, String folder) {
    if (!(stage.base().root() instanceof Base.OfImage image)
        || image.known().isEmpty()
        || image.reference().isEmpty()) {
      return false;
    }
    return SYSTEM.contains(folder)
        || (LOCAL.contains(folder) && LANGUAGES.contains(image.reference().get().familiarName()));
  }

  /** The nearest stage that both are built on, the source itself included. */
  private static Optional<Stage> shared(Stage last, Stage from) {
    Optional<Stage> below = parent(last);
    while (below.isPresent()) {
      Optional<Stage> other = Optional.of(from);
      while (other.isPresent()) {
        if (other.get().index() == below.get().index()) {
          return below;
        }
        other = parent(other.get());
      }
      below = parent(below.get());
    }
    return Optional.empty();
  }

  private static Optional<Stage> parent(Stage stage) {
    return stage.base() instanceof Base.OfStage base ? Optional.of(base.stage()) : Optional.empty();
  }

  /** Whether a stage, or one below it, installs into a folder. */
  private static boolean fills(Stage stage, String folder) {
    if (isFilledByImage(stage, folder)) {
      return true;
    }
    boolean python = folder.endsWith("/site-packages") || folder.endsWith("/dist-packages");
    boolean node = folder.endsWith("/node_modules");
    if (!python && !node) {
      return false;
    }
    for (Step step : stage.steps()) {
      if (step instanceof Run run && installs(run, folder, python ? PYTHON : NODE)) {
        return true;
      }
    }
    Optional<Stage> below = parent(stage);
    return below.isPresent() && fills(below.get(), folder);
  }

  private static boolean installs(Run run, String folder, Set<String> managers) {
    List<Command> commands = run.script().commands();
    for (Command command : commands) {
      boolean here =
          !folder.endsWith("/node_modules")
              || (run.workdir() instanceof Value.Known workdir
                  && folder.equals(
                      (workdir.text().equals("/") ? "" : workdir.text()) + "/node_modules"));
      if (here && managers.contains(command.program())) {
        Optional<PackageCall> call = PackageCall.of(command);
        boolean elsewhere =
            call.isPresent()
                && (call.get().invocation().option("target").isPresent()
                    || call.get().invocation().option("global").isPresent());
        if (call.isPresent() && call.get().does(PackageManager.Action.INSTALL) && !elsewhere) {
          return true;
        }
      }
    }
    return false;
  }
}
