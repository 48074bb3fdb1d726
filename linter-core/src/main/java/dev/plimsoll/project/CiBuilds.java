package dev.plimsoll.project;

import dev.plimsoll.model.command.BuildCall;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.script.ActionStep;
import dev.plimsoll.model.script.StepScript;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the images that a CI workflow builds. */
final class CiBuilds {

  private static final String ACTION = "docker/build-push-action";

  private final String root;
  private final List<CiBuild> builds = new ArrayList<>();
  private boolean isWhole = true;

  private CiBuilds(String root) {
    this.root = root;
  }

  /**
   * Those of a workflow.
   *
   * @param root the folder of the checkout
   */
  static CiBuilds of(WorkflowModel workflow, String root) {
    CiBuilds found = new CiBuilds(root);
    for (StepScript step : workflow.steps()) {
      found.script(step);
    }
    for (ActionStep step : workflow.actions()) {
      if (step.isOf(ACTION)) {
        for (Map<String, Scalar> run : runs(step.used().scope().runs())) {
          found.action(step, run);
        }
      } else {
        found.isWhole &= !mayBuild(step.used().name().text());
      }
    }
    return found;
  }

  /** In their order. */
  List<CiBuild> builds() {
    return builds;
  }

  /** Whether it is known of all builds what they build. */
  boolean isWhole() {
    return isWhole;
  }

  /** Whether an action that is not known may build images. */
  private static boolean mayBuild(String action) {
    if (action.startsWith("docker/")) {
      return action.startsWith("docker/bake");
    }
    return action.contains("docker")
        || action.contains("build")
        || action.contains("image")
        || action.contains("kaniko")
        || action.contains("container");
  }

  private static List<Map<String, Scalar>> runs(List<Map<String, Scalar>> known) {
    return known.isEmpty() ? List.of(Map.of()) : known;
  }

  private void script(StepScript step) {
    boolean isMoved = step.scope().folder().isPresent();
    for (Command command : step.script().commands()) {
      Optional<BuildCall> build = BuildCall.of(command);
      Optional<ComposeCall> call = build.isPresent() ? Optional.empty() : ComposeCall.of(command);
      isMoved |= command.isNamed("cd") || command.isNamed("pushd");
      if (build.isPresent()) {
        for (Map<String, Scalar> run : runs(step.scope().runs())) {
          command(step, build.get(), run, isMoved);
        }
      } else if (call.isPresent()) {
        composed(step, call.get());
      } else {
        isWhole &= !mayBuild(command);
      }
    }
  }

  /** Whether a program that is not looked into may build images. */
  private static boolean mayBuild(Command command) {
    String program = command.program();
    if (program.equals("docker")) {
      for (ShellWord word : command.arguments()) {
        if (word.text().equals("bake")) {
          return true;
        }
      }
      return false;
    }
    return switch (program) {
      case "make", "just", "task", "podman", "buildah", "earthly", "skaffold", "bazel", "nx" ->
          true;
      default -> BuildPrograms.isScript(command);
    };
  }

  private void composed(StepScript step, ComposeCall call) {
    boolean builds = call.isOf("build") || (call.isOf("up") && call.hasOption("--build"));
    if (!builds) {
      return;
    }
    isWhole &= !call.services().isEmpty(); // else it builds all
    for (ShellWord service : call.services()) {
      isWhole &= service.isLiteral();
      if (service.isLiteral()) {
        this.builds.add(
            new CiBuild(
                step.anchor(),
                service.slice(),
                Optional.empty(),
                List.of(),
                Optional.of(service.text())));
      }
    }
  }

  private void command(StepScript step, BuildCall call, Map<String, Scalar> run, boolean isMoved) {
    Optional<ShellCommand.For> loop = loop(step, call.command());
    List<ShellWord> items =
        loop.isPresent() ? loop.get().items().orElse(List.of()) : List.<ShellWord>of();
    String variable =
        loop.isPresent() && loop.get().variable().isPresent()
            ? loop.get().variable().get().text()
            : "";
    if (items.isEmpty()) {
      command(step, call, new CiValues(run, "", Optional.empty()), isMoved);
    }
    for (ShellWord item : items) {
      CiValues values =
          new CiValues(
              run, variable, item.isLiteral() ? Optional.of(item.slice()) : Optional.empty());
      command(step, call, values, isMoved);
    }
  }

  private void command(StepScript step, BuildCall call, CiValues values, boolean isMoved) {
    String context = call.context().isPresent() ? values.fill(written(call.context().get())) : "$";
    String file =
        call.file().isPresent() ? values.fill(written(call.file().get())) : context + "/Dockerfile";
    List<String> names = new ArrayList<>();
    for (ShellWord tag : call.tags()) {
      addName(values.fill(written(tag)), names);
    }
    Slice otherwise =
        call.tags().isEmpty()
            ? call.context().orElse(call.verb()).slice()
            : call.tags().get(0).slice();
    Slice place = values.place().orElse(otherwise);
    Optional<String> dockerfile = isMoved ? Optional.empty() : resolve(file);
    add(new CiBuild(step.anchor(), place, dockerfile, names, Optional.empty()));
  }

  /** A word as it stands in the file, expressions in it, without quotes. */
  private static String written(ShellWord word) {
    Slice slice = word.slice();
    String text = slice.source().host().content();
    int start = slice.place().span().start();
    int end = slice.place().span().end();
    String raw = end >= start ? text.substring(start, end) : slice.text();
    return raw.replace("\"", "").replace("'", "");
  }

  /** The loop at the top of a script around a command. */
  private static Optional<ShellCommand.For> loop(StepScript step, Command command) {
    Optional<ScriptTree> tree = step.script().tree();
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    for (Chain chain : tree.get().body().chains()) {
      for (Chain.Link link : chain.links()) {
        for (ShellCommand each : link.pipeline().commands()) {
          if (each instanceof ShellCommand.For loop
              && loop.slice().source() == command.slice().source()
              && loop.slice().span().contains(command.slice().span())) {
            return Optional.of(loop);
          }
        }
      }
    }
    return Optional.empty();
  }

  private void action(ActionStep step, Map<String, Scalar> run) {
    CiValues values = new CiValues(run, "", Optional.empty());
    String context = input(step, "context", ".", values);
    String file = input(step, "file", context + "/Dockerfile", values);
    List<String> names = new ArrayList<>();
    for (String tag : input(step, "tags", "", values).split("[,\\s]+", -1)) {
      addName(tag, names);
    }
    Optional<String> dockerfile = CiValues.isClear(context) ? resolve(file) : Optional.empty();
    Slice place = values.place().orElse(step.name());
    add(new CiBuild(step.anchor(), place, dockerfile, names, Optional.empty()));
  }

  private static String input(ActionStep step, String name, String otherwise, CiValues values) {
    Optional<Scalar> input = step.input(name);
    return input.isPresent() && !input.get().text().isEmpty()
        ? values.fill(input.get().text())
        : otherwise;
  }

  private static void addName(String tag, List<String> names) {
    String end = CiBuild.end(tag);
    if (!end.isEmpty() && !names.contains(end)) {
      names.add(end);
    }
  }

  private Optional<String> resolve(String path) {
    return CiValues.isClear(path) && !path.contains("://")
        ? WorkspacePaths.resolve(root, path)
        : Optional.empty();
  }

  private void add(CiBuild build) {
    isWhole &= build.isKnown();
    builds.add(build);
  }
}
