package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that was copied stays in its layer, whatever a later instruction deletes. */
@RuleInfo(
    id = "dockerfile/credential-file-copied",
    title = "Credential file is copied into the image",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = "trivy:DS-0031",
    cwe = 538)
public final class CredentialFileCopied extends DockerfileRule {

  /** Instructions of a stage beyond which none are looked for: more than any real stage has. */
  private static final int MAX_STEPS = 500;

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Copy copy) {
          for (Word source : copy.tree().sources()) {
            check(file, stage, copy, source, context);
          }
        } else if (step.tree() instanceof Instruction.Onbuild onbuild
            && onbuild.trigger() instanceof Instruction.Copy trigger) {
          for (Word source : trigger.sources()) {
            later(step, source, context);
          }
        }
      }
    }
  }

  private static void check(
      DockerfileModel file, Stage stage, Copy copy, Word source, RuleContext context) {
    String path = source.text();
    CredentialFile kind = CredentialFile.of(path);
    if (kind == CredentialFile.NONE || path.contains("://")) {
      return;
    }
    boolean removed = isHandled(stage, copy, baseName(path), true);
    if (kind == CredentialFile.PERHAPS && !removed) {
      return; // whether it holds a credential, its name does not say
    }
    boolean last = stage.index() == file.stages().size() - 1;
    Finding finding =
        Finding.at(copy.anchor(), source.slice(), message(removed, last), source.slice());
    if (!removed && last) {
      finding = withMount(finding, stage, copy, source);
    }
    context.report(weighed(finding, path));
  }

  /** What a later build copies into its image. */
  private static void later(Step step, Word source, RuleContext context) {
    boolean certain = CredentialFile.of(source.text()) == CredentialFile.CERTAIN;
    if (certain && !source.text().contains("://")) {
      context.report(
          weighed(
              Finding.at(step.anchor(), source.slice(), message(false, true), source.slice()),
              source.text()));
    }
  }

  /** An env file may hold settings alone. */
  private static Finding weighed(Finding finding, String path) {
    return CredentialFile.isEnvironment(baseName(path).toLowerCase(Locale.ROOT))
        ? finding.confidence(Confidence.MEDIUM)
        : finding;
  }

  private static String message(boolean removed, boolean last) {
    if (removed) {
      return "%s stays in this layer though a later RUN removes it: use a secret mount";
    }
    return last
        ? "%s is copied into the image: use a secret mount, or mount it at run time"
        : "%s stays in the layers and the cache of the build: use a secret mount";
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether a later command works on the file: removes it, or changes it at all. */
  private static boolean isHandled(Stage stage, Copy copy, String name, boolean removal) {
    for (Run run : runsAfter(stage, copy)) {
      for (Command command : run.script().commands()) {
        boolean wanted = command.isNamed("rm") || (!removal && isChange(command.program()));
        for (ShellWord word : command.arguments()) {
          if (wanted && baseName(word.text()).equals(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isChange(String program) {
    return switch (program) {
      case "chmod", "chown", "cp", "ln", "mv", "sed" -> true;
      default -> false;
    };
  }

  private static List<Run> runsAfter(Stage stage, Copy copy) {
    List<Run> runs = new ArrayList<>();
    if (stage.steps().size() > MAX_STEPS) {
      return runs;
    }
    boolean after = false;
    for (Step step : stage.steps()) {
      after |= step.equals(copy);
      if (after && step instanceof Run run) {
        runs.add(run);
      }
    }
    return runs;
  }

  /** Lets each later RUN have the file for as long as it runs. */
  private static Finding withMount(Finding finding, Stage stage, Copy copy, Word source) {
    String name = baseName(source.text());
    Optional<String> target = target(copy, name);
    List<Run> runs = runsAfter(stage, copy);
    boolean simple =
        copy.tree().sources().size() == 1 && copy.tree().flags().isEmpty() && copy.readsContext();
    boolean build = !CredentialFile.isEnvironment(name.toLowerCase(Locale.ROOT));
    if (!simple
        || !build
        || target.isEmpty()
        || runs.isEmpty()
        || !isRoot(copy)
        || isHandled(stage, copy, name, false)) {
      return finding;
    }
    String id = name.startsWith(".") ? name.substring(1) : name;
    List<Edit> edits = new ArrayList<>();
    edits.add(DockerfileEdits.delete(copy.tree()));
    for (Run run : runs) {
      if (run.isTrigger() || !run.before().user().equals(copy.before().user())) {
        return finding;
      }
      String flag = "--mount=type=secret,id=" + id + ",target=" + target.get();
      edits.add(DockerfileEdits.addFlag(run.run(), flag));
    }
    return finding.withFix(
        Fix.unsafe("Mount " + name + " as a secret", edits.toArray(new Edit[0]))
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE, source.slice().place().file(), copy.anchor()))
            .changing(runs.get(0).anchor()));
  }

  private static boolean isRoot(Copy copy) {
    return copy.before().user() instanceof Value.Known known
        && (known.text().equals("root") || known.text().equals("0"));
  }

  /** The whole path of the copy, where it is known. */
  private static Optional<String> target(Copy copy, String name) {
    if (!(copy.before().valueOf(copy.tree().target()) instanceof Value.Known known)) {
      return Optional.empty();
    }
    String path = known.text();
    if (!path.startsWith("/") || path.indexOf(',') >= 0 || path.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    if (path.endsWith("/")) {
      return Optional.of(path + name);
    }
    return path.endsWith("/" + name) ? Optional.of(path) : Optional.empty();
  }
}
