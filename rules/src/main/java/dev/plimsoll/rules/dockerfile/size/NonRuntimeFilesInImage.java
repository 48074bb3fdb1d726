package dev.plimsoll.rules.dockerfile.size;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What nobody runs in the container makes it larger and tells how it is deployed. */
@RuleInfo(
    id = "dockerfile/non-runtime-files-in-image",
    title = "Final image ships documentation or deployment files",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.LOW,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class NonRuntimeFilesInImage extends DockerfileRule {

  private static final Set<String> NAMES =
      Set.of(
          ".circleci",
          ".github",
          ".gitlab",
          ".gitlab-ci.yml",
          "__tests__",
          "ansible",
          "changelog.md",
          "charts",
          "compose.yaml",
          "compose.yml",
          "contributing.md",
          "docker-compose.yaml",
          "docker-compose.yml",
          "docs",
          "e2e",
          "helm",
          "infrastructure",
          "jenkinsfile",
          "k8s",
          "kubernetes",
          "readme.md",
          "readme.rst",
          "terraform",
          "test",
          "tests");

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    Optional<Stage> last = file.finalStage();
    if (last.isEmpty() || !isRun(last.get()) || isForTests(last.get())) {
      return;
    }
    for (Step step : last.get().steps()) {
      if (step instanceof Copy copy && copy.tree().name().equals("COPY")) {
        for (Word source : copy.contextSources()) {
          check(file, last.get(), copy, source, context);
        }
      }
    }
  }

  private static boolean isRun(Stage stage) {
    return stage.end().cmd().isPresent() || stage.end().entrypoint().isPresent();
  }

  private static boolean isForTests(Stage stage) {
    String name = stage.name().orElse("");
    return name.contains("test") || name.contains("dev") || name.contains("doc");
  }

  private static void check(
      DockerfileModel file, Stage stage, Copy copy, Word source, RuleContext context) {
    String name = name(source);
    if (!NAMES.contains(name.toLowerCase(Locale.ROOT))
        || !keepsItsName(copy, name)
        || isNamedElsewhere(stage, copy, name)) {
      return;
    }
    Finding finding =
        Finding.at(
            copy.anchor(),
            source.slice(),
            "%s is copied into the final image, where nothing runs it: leave it out",
            source.slice());
    context.report(finding.withFix(fix(file, copy, source)));
  }

  private static String name(Word source) {
    String text = source.text();
    String path = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A folder that becomes another one, such as a web server's root, is meant to be there. */
  private static boolean keepsItsName(Copy copy, String name) {
    String target = copy.tree().target().text();
    String path = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
    boolean folder = target.endsWith("/") || target.equals(".");
    return path.endsWith("/" + name) || path.equals(name) || (folder && name.indexOf('.') > 0);
  }

  /** Any other instruction of the stage that holds the name, tests that are run among them. */
  private static boolean isNamedElsewhere(Stage stage, Copy copy, String name) {
    String word = name.toLowerCase(Locale.ROOT).startsWith("test") ? "test" : name;
    for (Step step : stage.steps()) {
      if (!step.equals(copy) && step.tree().slice().text().contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static Fix fix(DockerfileModel file, Copy copy, Word source) {
    if (copy.tree().sources().size() > 1) {
      return Fix.unsafe("Do not copy it", ShellEdits.deleteWord(source.slice()))
          .changing(copy.anchor());
    }
    Edit edit = DockerfileEdits.delete(copy.tree());
    return Fix.unsafe("Do not copy it", edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), copy.anchor()));
  }
}
