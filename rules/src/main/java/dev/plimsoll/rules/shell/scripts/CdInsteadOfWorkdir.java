package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.WordPart;
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
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A folder that WORKDIR names is seen by every later step, and by whoever reads the file. */
@RuleInfo(
    id = "shell/cd-instead-of-workdir",
    title = "RUN changes directory where WORKDIR would do",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"hadolint:DL3003", "trivy:DS-0013", "sonar:S6597"})
public final class CdInsteadOfWorkdir extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      List<Step> steps = stage.steps();
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i) instanceof Run run) {
          check(run, i + 1 == steps.size() && isLast(file, stage), context);
        }
      }
    }
  }

  private static boolean isLast(DockerfileModel file, Stage stage) {
    return stage.index() + 1 == file.stages().size();
  }

  /** Only the first command of a step, and only where no other command changes folders. */
  private static void check(Run run, boolean isLast, RuleContext context) {
    Optional<ScriptTree> tree = run.script().tree();
    List<Command> commands = run.script().commands();
    int at = 0;
    while (at < commands.size() && commands.get(at).isNamed("set")) {
      at++;
    }
    if (tree.isEmpty() || commands.size() < at + 2 || !commands.get(at).isNamed("cd")) {
      return;
    }
    for (Command command : commands.subList(at + 1, commands.size())) {
      if (command.isNamed("cd") || command.isNamed("pushd") || command.isNamed("popd")) {
        return;
      }
    }
    Command cd = commands.get(at);
    Optional<List<Chain.Link>> links = leading(cd, at, tree.get().body().chains());
    if (links.isPresent() && cd.arguments().size() == 1) {
      ShellWord folder = cd.arguments().get(0);
      if (!folder.text().startsWith("-") && isKnownBefore(run, folder)) {
        context.report(finding(run, cd, folder, links.get(), isLast));
      }
    }
  }

  /**
   * The links of a list from a command on, where the script always comes to it and goes on after
   * it.
   *
   * @param before how many commands stand before it
   */
  private static Optional<List<Chain.Link>> leading(Command cd, int before, List<Chain> chains) {
    int passed = 0;
    for (int i = 0; i < chains.size(); i++) {
      List<Chain.Link> links = chains.get(i).links();
      for (int j = 0; j < links.size(); j++) {
        if (j > 0 && !isAnd(links.get(j))) {
          return Optional.empty();
        }
        if (links.get(j).pipeline().slice().equals(cd.slice())) {
          boolean leads = j + 1 < links.size() ? isAnd(links.get(j + 1)) : i + 1 < chains.size();
          return leads ? Optional.of(links.subList(j, links.size())) : Optional.empty();
        }
        if (passed++ == before) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether WORKDIR would come to the same folder: each variable in it is one of the build. */
  private static boolean isKnownBefore(Run run, ShellWord folder) {
    if (folder.isLiteral()) {
      return true;
    }
    boolean first = true;
    for (WordPart part : folder.parts()) {
      boolean known =
          part instanceof WordPart.Plain plain
              ? !plain.hasPattern(first)
              : !(part instanceof WordPart.Expansion) || isOfBuild(run, part.text());
      if (!known) {
        return false;
      }
      first = false;
    }
    return true;
  }

  /** Whether an expansion, {@code $A} or <code>${A}</code>, names what ARG or ENV declares. */
  private static boolean isOfBuild(Run run, String expansion) {
    boolean braces = expansion.startsWith("${") && expansion.endsWith("}");
    String name = braces ? expansion.substring(2, expansion.length() - 1) : expansion.substring(1);
    return run.before().declares(name);
  }

  private static boolean isAnd(Chain.Link link) {
    return link.operator().isPresent() && link.operator().get().text().equals("&&");
  }

  private static Finding finding(
      Run run, Command cd, ShellWord folder, List<Chain.Link> links, boolean isLast) {
    Finding finding =
        Finding.at(
            cd.anchor(),
            cd.name().slice(),
            "cd %s holds for this RUN only: use WORKDIR",
            folder.slice());
    boolean known = run.workdir() instanceof Value.Known;
    boolean fixable = links.size() > 1 && (known || isLast) && !run.isTrigger();
    return fixable ? finding.withFix(fix(run, cd, folder, links, isLast)) : finding;
  }

  /** WORKDIR before the step, and the folder of before after it, where more steps follow. */
  private static Fix fix(
      Run run, Command cd, ShellWord folder, List<Chain.Link> links, boolean isLast) {
    Slice gone = cd.slice().start().to(links.get(1).pipeline().slice().start());
    String file = run.tree().slice().source().host().name();
    List<Edit> edits = new ArrayList<>();
    edits.add(
        hostText(gone).contains("#")
            ? new Edit.Impossible("a comment would be lost")
            : new Edit.Replace(file, gone.source().toHost(gone.span()), ""));
    edits.add(DockerfileEdits.insertLineBefore(run.tree(), "WORKDIR " + folder.slice().text()));
    if (!isLast && run.workdir() instanceof Value.Known here) {
      edits.add(DockerfileEdits.insertLineAfter(run.tree(), "WORKDIR " + here.text()));
    }
    String address = run.anchor().address();
    Anchor workdir =
        new Anchor(address.substring(0, address.lastIndexOf('/') + 1) + "WORKDIR"); // of its stage
    return Fix.unsafe("Use WORKDIR for this step", edits.toArray(new Edit[0]))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file, workdir))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, run.anchor()));
  }

  private static String hostText(Slice slice) {
    Span span = slice.source().toHost(slice.span());
    return slice.source().host().content().substring(span.start(), span.end());
  }
}
