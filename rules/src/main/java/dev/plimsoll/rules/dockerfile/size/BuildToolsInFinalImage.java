package dev.plimsoll.rules.dockerfile.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A compiler is large, needed once, and of use to whoever breaks into the container. */
@RuleInfo(
    id = "dockerfile/build-tools-in-final-image",
    title = "Build tools remain in the final image",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = "tally:prefer-multi-stage-build")
public final class BuildToolsInFinalImage extends DockerfileRule {

  private static final Set<String> SYSTEM_MANAGERS =
      Set.of("apt-get", "apt", "apk", "dnf", "yum", "microdnf", "tdnf", "zypper");

  private static final Set<String> TOOLS =
      Set.of(
          "autoconf",
          "automake",
          "build-base",
          "build-essential",
          "cargo",
          "clang",
          "cmake",
          "g++",
          "gcc",
          "gcc-c++",
          "golang",
          "golang-go",
          "gradle",
          "make",
          "maven",
          "meson",
          "musl-dev",
          "ninja-build",
          "rustc");

  /** Programs that compile, or install what may have to be compiled. */
  private static final Set<String> BUILDERS =
      Set.of(
          "bundle", "cargo", "cmake", "g++", "gcc", "gem", "go", "gradle", "gradlew", "make",
          "meson", "mvn", "mvnw", "ninja", "npm", "pip", "pip3", "pnpm", "poetry", "uv", "yarn");

  /** Where a build tool was put in, and whether anything was built after that. */
  private record Tool(Anchor anchor, Slice word) {}

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty() || !isRun(last.get()) || file.name().contains(".devcontainer")) {
      return;
    }
    Optional<Tool> tool = Optional.empty();
    boolean built = false;
    for (Step step : file.finalSteps()) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          built |= tool.isPresent() && BUILDERS.contains(command.program());
          tool = tool.isPresent() ? tool : tool(command);
          if (removes(command)) {
            return;
          }
        }
      }
    }
    if (tool.isPresent() && built) {
      report(tool.get(), context);
    }
  }

  private static void report(Tool tool, RuleContext context) {
    context.report(
        Finding.at(
            tool.anchor(),
            tool.word(),
            "%s stays in the final image: build in an earlier stage, and copy the result",
            tool.word()));
  }

  /** Whether the image is made to run a program, not to be built on or worked in. */
  private static boolean isRun(Stage stage) {
    return stage.end().cmd().isPresent() || stage.end().entrypoint().isPresent();
  }

  private static Optional<Tool> tool(Command command) {
    Optional<PackageCall> call = call(command);
    if (call.isEmpty() || !call.get().does(PackageManager.Action.INSTALL)) {
      return Optional.empty();
    }
    if (call.get().invocation().option("virtual").isPresent()) {
      return Optional.empty();
    }
    List<ShellWord> packages = call.get().packages();
    for (ShellWord word : packages) {
      if (TOOLS.contains(word.text())) {
        return Optional.of(new Tool(command.anchor(), word.unquoted()));
      }
    }
    return Optional.empty();
  }

  private static boolean removes(Command command) {
    Optional<PackageCall> call = call(command);
    return call.isPresent() && call.get().does(PackageManager.Action.REMOVE);
  }

  private static Optional<PackageCall> call(Command command) {
    return SYSTEM_MANAGERS.contains(command.program()) ? PackageCall.of(command) : Optional.empty();
  }
}
