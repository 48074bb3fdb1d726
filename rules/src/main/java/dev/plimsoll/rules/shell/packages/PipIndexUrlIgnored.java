package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.project.Answer;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.ProjectRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.Optional;

/** pip drops the option without a word and takes the package from the public index. */
@RuleInfo(
    id = "shell/pip-index-url-ignored",
    title = "Index URL on a requirement line has no effect",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class PipIndexUrlIgnored extends ProjectRule {

  @Override
  public void dockerfile(DockerfileModel file, RuleContext context) {
    for (Stage stage : file.stages()) {
      for (Step step : stage.steps()) {
        if (step instanceof Run run && run.workdir() instanceof Value.Known folder) {
          for (Command command : run.script().commands()) {
            if (command.isNamed("cd")) {
              break; // what follows works elsewhere
            }
            Optional<PackageCall> call = PackageCall.of(command);
            if (call.isPresent() && call.get().manager().name().startsWith("pip")) {
              install(file, stage, call.get(), folder.text(), context);
            }
          }
        }
      }
    }
  }

  private static void install(
      DockerfileModel file, Stage stage, PackageCall call, String folder, RuleContext context) {
    for (Option option : call.invocation().options("requirement")) {
      String path = option.value().isEmpty() ? "" : option.value().get().text();
      if (path.isEmpty() || path.indexOf('$') >= 0 || path.contains("://")) {
        continue;
      }
      while (path.startsWith("./")) {
        path = path.substring(2);
      }
      String inImage =
          path.startsWith("/") ? path : (folder.equals("/") ? "" : folder) + "/" + path;
      Slice named = option.value().orElseThrow();
      for (Step step : stage.lineage()) {
        if (step instanceof Copy copy) {
          heredocs(copy, inImage, context);
          copied(file, call, named, copy, inImage, context);
        }
      }
    }
  }

  private static void heredocs(Copy copy, String inImage, RuleContext context) {
    if (!(copy.target() instanceof Value.Known target)) {
      return;
    }
    for (Heredoc heredoc : copy.tree().heredocs()) {
      boolean here =
          inImage.equals(target.text())
              || inImage.equals(target.text() + "/" + heredoc.delimiter());
      if (here) {
        for (RequirementLines.Dropped dropped : RequirementLines.dropped(heredoc.body())) {
          context.report(
              Finding.at(
                      copy.anchor(),
                      dropped.name(),
                      "pip ignores %s behind a requirement: put it on a line of its own",
                      dropped.name())
                  .withFix(fix(dropped, copy.anchor())));
        }
      }
    }
  }

  private static void copied(
      DockerfileModel file,
      PackageCall call,
      Slice named,
      Copy copy,
      String inImage,
      RuleContext context) {
    if (!(context.project().copiedFile(file, copy, inImage)
            instanceof Answer.Known<Optional<SourceText>> known)
        || known.value().isEmpty()) {
      return;
    }
    SourceText text = known.value().get();
    Slice all = text.slice(new Span(0, text.content().length()));
    for (RequirementLines.Dropped dropped : RequirementLines.dropped(all)) {
      context.report(
          Finding.at(
                  call.invocation().command().anchor(),
                  named,
                  "pip ignores %s behind a requirement of %s",
                  dropped.name(),
                  named)
              .related(dropped.whole(), "has no effect here")
              .because(known.because())
              .withFix(fix(dropped, Anchor.FILE)));
    }
  }

  private static Fix fix(RequirementLines.Dropped dropped, Anchor anchor) {
    Slice start = dropped.line().start();
    SourceText host = start.source().host();
    String ending = host.lineEndingAt(start.place().span().start());
    return Fix.unsafe(
            "Put it on a line of its own",
            ShellEdits.deleteWord(dropped.whole()),
            Edit.insertBefore(start, dropped.whole().text() + ending))
        .changing(anchor);
  }
}
