package dev.plimsoll.rules.dockerfile.size;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ModeArgument;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A layer that changes a file's mode holds the whole file again. */
@RuleInfo(
    id = "dockerfile/copy-then-chmod",
    title = "RUN chmod stores a copied file twice",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    fix = Safety.UNSAFE,
    aliases = "tally:prefer-copy-chmod")
public final class CopyThenChmod extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.delivered()) {
      stage(stage.steps(), context);
    }
  }

  private static void stage(List<Step> steps, RuleContext context) {
    List<Copy> copies = new ArrayList<>();
    for (Step step : steps) {
      if (step instanceof Copy copy) {
        copies.add(copy);
      } else if (!copies.isEmpty() && step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          if (command.isNamed("chmod") && command.host().isEmpty()) {
            check(command, run, copies, context);
          }
        }
      }
    }
  }

  private static void check(Command chmod, Run run, List<Copy> copies, RuleContext context) {
    Optional<ModeArgument> argument = ModeArgument.of(chmod);
    if (argument.isEmpty()
        || argument.get().paths().isEmpty()
        || Invocation.of(chmod).orElseThrow().option("recursive").isPresent()) {
      return;
    }
    List<String> paths = new ArrayList<>();
    List<Copy> sources = new ArrayList<>();
    for (ShellWord word : argument.get().paths()) {
      String path = path(word, run);
      Optional<Copy> source = path.isEmpty() ? Optional.empty() : last(copies, path);
      if (source.isEmpty()
          || !isFile(path, argument.get().mode().text())
          || run.isMounted(path)
          || isTouched(path, run)) {
        return;
      }
      paths.add(path);
      if (!sources.contains(source.get())) {
        sources.add(source.get());
      }
    }
    Finding finding =
        Finding.at(
            chmod.anchor(),
            chmod.name().slice(),
            "chmod stores %s a second time: give it its mode with --chmod as it is copied",
            argument.get().paths().get(0).slice());
    for (Copy source : sources) {
      finding = finding.related(source.tree().keyword().slice(), "copied here");
    }
    Optional<Fix> fix = fix(chmod, run, argument.get(), paths, sources);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  /**
   * Whether it is no folder: by its name, its place, or a mode that no folder needs to be given.
   */
  private static boolean isFile(String path, String mode) {
    int slash = path.lastIndexOf('/');
    String folder = path.substring(0, slash);
    boolean program = folder.endsWith("/bin") || folder.endsWith("/sbin");
    return path.indexOf('.', slash) >= 0 || program || mode.endsWith("+x");
  }

  /** As a path from the root; empty where it is not known. */
  private static String path(ShellWord word, Run run) {
    String text = word.text();
    if (!word.isLiteral() || text.isEmpty() || (!text.startsWith("/") && changesFolder(run))) {
      return "";
    }
    Value path = run.before().path(new Value.Known(text, word.slice()));
    return path instanceof Value.Known known ? known.text() : "";
  }

  private static boolean changesFolder(Run run) {
    for (Command command : run.script().commands()) {
      if (command.isNamed("cd") || command.isNamed("pushd")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Copy> last(List<Copy> copies, String path) {
    for (int i = copies.size() - 1; i >= 0; i--) {
      if (targets(copies.get(i)).contains(path)) {
        return Optional.of(copies.get(i));
      }
    }
    return Optional.empty();
  }

  /** The files that it surely or most likely makes; none where that is not known. */
  private static List<String> targets(Copy copy) {
    List<String> targets = new ArrayList<>();
    if (!(copy.target() instanceof Value.Known target)) {
      return targets;
    }
    for (Word source : copy.tree().sources()) {
      String text = source.text();
      String name = text.substring(text.lastIndexOf('/') + 1);
      boolean unpacked = copy.tree().name().equals("ADD") && name.contains(".t");
      if (!isName(name) || unpacked) {
        return List.of();
      }
      targets.add(target.text().equals("/") ? "/" + name : target.text() + "/" + name);
    }
    if (!copy.isIntoFolder()) {
      targets.add(target.text());
    }
    return targets;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("$*?[\"'\\".indexOf(name.charAt(i)) >= 0) {
        return false;
      }
    }
    return !name.isEmpty() && !name.equals(".") && !name.equals("..");
  }

  /** Whether another command of the layer stores the file anyway, or removes it. */
  private static boolean isTouched(String path, Run run) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    for (Command command : run.script().commands()) {
      if (command.isNamed("chmod") && command.host().isEmpty()) {
        continue;
      }
      boolean deep =
          command.isNamed("chown") || command.isNamed("chgrp") || command.isNamed("find");
      for (ShellWord word : command.arguments()) {
        String text = word.text();
        String other = path(word, run);
        boolean above = deep && !other.isEmpty() && path.startsWith(other);
        boolean pattern = mayMatch(text, path) || (deep && !word.isLiteral());
        if (other.equals(path) || text.contains(name) || above || pattern) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a word with a star may name the file, which {@code /var/lib/apt/lists/*} does not. */
  private static boolean mayMatch(String word, String path) {
    int star = word.indexOf('*');
    if (star < 0) {
      return false;
    }
    String before = word.substring(0, star);
    boolean absolute = before.startsWith("/") && !before.contains("..");
    boolean plain = absolute && isName(before) && before.indexOf('{') < 0;
    return !plain || path.startsWith(before);
  }

  private static Optional<Fix> fix(
      Command chmod, Run run, ModeArgument argument, List<String> paths, List<Copy> sources) {
    String mode = mode(argument.mode().text());
    if (mode.isEmpty()) {
      return Optional.empty();
    }
    List<Edit> edits = new ArrayList<>();
    for (Copy source : sources) {
      if (source.flag("chmod").isPresent() || !isCovered(source, paths)) {
        return Optional.empty();
      }
      edits.add(DockerfileEdits.addFlag(source.tree(), "--chmod=" + mode));
    }
    boolean alone = run.script().commands().size() == 1 && run.run().heredocs().isEmpty();
    if (!alone && run.script().tree().isEmpty()) {
      return Optional.empty();
    }
    edits.add(
        alone
            ? DockerfileEdits.delete(run.tree())
            : ShellEdits.deleteCommand(run.script().tree().orElseThrow(), chmod.slice()));
    String file = chmod.slice().place().file();
    Fix fix =
        Fix.unsafe("Copy with --chmod=" + mode, edits.toArray(new Edit[0]))
            .changing(run.anchor())
            .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, run.anchor()))
            .mayTrigger("dockerfile/syntax-directive-missing");
    for (Copy source : sources) {
      fix = fix.changing(source.anchor());
    }
    return Optional.of(fix);
  }

  /** Whether each file of a copy gets the mode: of several targets for one, either may be it. */
  private static boolean isCovered(Copy copy, List<String> paths) {
    List<String> targets = targets(copy);
    if (!copy.isIntoFolder()) {
      return true;
    }
    return paths.containsAll(targets);
  }

  /** What COPY takes for it: digits, or those that a script has which may be run. */
  private static String mode(String text) {
    Optional<FileMode> mode = FileMode.parse(text);
    if (mode.isEmpty()) {
      return "";
    }
    if (mode.get() instanceof FileMode.Octal) {
      return text;
    }
    return switch (text) {
      case "+x", "a+x", "u+x", "ug+x", "ugo+x", "+rx", "a+rx" -> "755";
      default -> "";
    };
  }
}
