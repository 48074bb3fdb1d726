package dev.plimsoll.rules.dockerfile.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** A blank line looks like the end of an instruction that goes on behind it. */
@RuleInfo(
    id = "dockerfile/empty-continuation",
    title = "Blank line inside a continued instruction",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = "buildkit:NoEmptyContinuation")
public final class EmptyContinuation extends DockerfileRule {

  @Override
  public void file(DockerfileModel file, RuleContext context) {
    for (Step step : file.steps()) {
      Instruction instruction = step.tree();
      Span span = instruction.slice().place().span();
      Span lines = new Span(span.start(), endOfLines(instruction, span));
      List<Span> blank = blankLines(file.source().content(), lines);
      if (!blank.isEmpty()) {
        report(file.source(), step, blank, context);
      }
    }
  }

  /** Where its continued lines end: a heredoc may hold blank lines. */
  private static int endOfLines(Instruction instruction, Span span) {
    List<Heredoc> heredocs = heredocs(instruction);
    return heredocs.isEmpty() ? span.end() : heredocs.get(0).slice().place().span().start();
  }

  private static List<Heredoc> heredocs(Instruction instruction) {
    if (instruction instanceof Instruction.Onbuild onbuild) {
      return heredocs(onbuild.trigger());
    }
    if (instruction instanceof Instruction.Run run) {
      return run.heredocs();
    }
    return instruction instanceof Instruction.Copy copy ? copy.heredocs() : List.of();
  }

  /** Blank lines with their line endings; those that follow each other are one span. */
  private static List<Span> blankLines(String text, Span lines) {
    List<Span> found = new ArrayList<>();
    int newline = text.indexOf('\n', lines.start());
    while (newline >= 0 && newline < lines.end()) {
      int next = text.indexOf('\n', newline + 1);
      if (next >= 0 && next < lines.end() && isBlank(text, newline + 1, next)) {
        Span line = new Span(newline + 1, next + 1);
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).end() == line.start()) {
          found.set(last, found.get(last).union(line));
        } else {
          found.add(line);
        }
      }
      newline = next;
    }
    return found;
  }

  private static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (" \t\r\f\u000B".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void report(SourceText source, Step step, List<Span> blank, RuleContext context) {
    Slice first = source.slice(Span.at(blank.get(0).start()));
    List<Edit> edits = new ArrayList<>();
    for (Span line : blank) {
      edits.add(Edit.delete(source.slice(line)));
    }
    context.report(
        Finding.at(
                step.anchor(),
                first,
                "a blank line stands inside %s, which goes on behind it: delete it",
                step.tree().keyword().slice())
            .withFix(Fix.safe("Delete the blank lines", edits.toArray(new Edit[0]))));
  }
}
