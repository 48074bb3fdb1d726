package dev.plimsoll.report;

import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;

/** What went wrong in the run itself: files not analysed, rules that failed. */
public final class Notices {

  private final Outcome outcome;
  private final RunInfo run;

  public Notices(Outcome outcome, RunInfo run) {
    this.outcome = outcome;
    this.run = run;
  }

  /** Lines with their endings, possibly none. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (NotAnalysed entry : outcome.notAnalysed()) {
      String file = run.paths().shown(entry.file());
      out.append(Visible.line(file + ": not analysed: " + entry.reason())).append('\n');
    }
    for (ToolFailure failure : outcome.failures()) {
      out.append(failure(failure));
    }
    return out.toString();
  }

  private String failure(ToolFailure failure) {
    String file = run.paths().shown(failure.file());
    int others = outcome.rules() - 1;
    String rest =
        others < 1
            ? ""
            : ", the other " + (others == 1 ? "rule" : Counted.of(others, "rule")) + " went on";
    return Visible.line("rule " + failure.rule() + " failed on " + file + rest + ":")
        + "\n  "
        + Visible.line(failure.message())
        + "\n  please report it with: plimsoll check --select "
        + Visible.line(failure.rule() + " --format json " + quoted(file))
        + "\n";
  }

  /** As a shell takes it for one word. */
  private static String quoted(String file) {
    for (int i = 0; i < file.length(); i++) {
      char character = file.charAt(i);
      boolean plain = Character.isLetterOrDigit(character) || "._/-+@%,".indexOf(character) >= 0;
      if (!plain) {
        return "'" + file.replace("'", "'\\''") + "'";
      }
    }
    return file;
  }
}
