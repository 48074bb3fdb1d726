package dev.plimsoll.report;

import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a check. */
final class CheckSummary {

  private final Outcome outcome;
  private final RunInfo run;
  private final StringBuilder out = new StringBuilder();

  CheckSummary(Outcome outcome, RunInfo run) {
    this.outcome = outcome;
    this.run = run;
  }

  @Override
  public String toString() {
    out.setLength(0);
    if (!outcome.findings().isEmpty()) {
      found();
    } else if (!outcome.notAnalysed().isEmpty() || !outcome.failures().isEmpty()) {
      clearAsFarAsKnown();
    } else if (outcome.files() == 0) {
      nothingToCheck();
    } else {
      allClear();
    }
    return out.toString();
  }

  private void found() {
    Counts counts = Counts.of(outcome.findings());
    out.append("Found ").append(Counted.of(outcome.findings().size(), "problem")).append(" in ");
    if (counts.files() < outcome.files()) {
      out.append(Counted.grouped(counts.files())).append(" of ");
      out.append(Counted.of(outcome.files(), "file"));
    } else {
      out.append(Counted.of(counts.files(), "file"));
    }
    out.append(": ").append(bySeverity(counts)).append(".\n");
    fixable(counts);
  }

  private static String bySeverity(Counts counts) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = counts.of(severity);
      if (count > 0) {
        boolean countable = severity == Severity.ERROR || severity == Severity.WARNING;
        parts.add(
            countable
                ? Counted.of(count, severity.id())
                : Counted.grouped(count) + " " + severity.id());
      }
    }
    return String.join(", ", parts);
  }

  private void fixable(Counts counts) {
    if (counts.fixable() == 0) {
      return;
    }
    int first = counts.safe() > 0 ? counts.safe() : counts.unsafe();
    out.append(Counted.grouped(first)).append(first == 1 ? " is fixed by " : " are fixed by ");
    out.append(counts.safe() > 0 ? "--fix" : "--fix --unsafe-fixes");
    if (counts.safe() > 0 && counts.unsafe() > 0) {
      out.append(", ").append(Counted.grouped(counts.unsafe()));
      out.append(" more by --fix --unsafe-fixes");
    }
    out.append("; --diff shows ").append(counts.fixable() == 1 ? "it" : "them").append(" first.\n");
  }

  private void allClear() {
    if (outcome.rules() == 0) {
      out.append("No rule was run on ").append(Counted.of(outcome.files(), "file")).append(".\n");
      return;
    }
    out.append("All clear: ").append(Counted.of(outcome.files(), "file")).append(", ");
    out.append(Counted.of(outcome.rules(), "rule")).append(".\n");
  }

  private void clearAsFarAsKnown() {
    int skipped = outcome.notAnalysed().size();
    int failed = outcome.failures().size();
    List<String> limits = new ArrayList<>();
    if (skipped > 0) {
      limits.add(Counted.of(skipped, "file") + (skipped == 1 ? " was" : " were") + " not analysed");
    }
    if (failed > 0) {
      limits.add(failed == 1 ? "a rule failed" : "rules failed " + Counted.of(failed, "time"));
    }
    out.append("No problem in ").append(Counted.of(outcome.files(), "file")).append(", but ");
    out.append(Counted.and(limits)).append(".\n");
  }

  private void nothingToCheck() {
    Search search = run.search();
    out.append("Nothing to check: ");
    if (search.seen() == 0) {
      out.append("there are no files.\n");
    } else if (search.seen() == 1) {
      out.append("the one file seen is of no kind that is checked.\n");
    } else {
      out.append("none of the ").append(Counted.of(search.seen(), "file"));
      out.append(" seen is of a kind that is checked.\n");
    }
    if (!search.shapes().isEmpty()) {
      out.append("Looked for ").append(String.join(", ", search.shapes())).append(".\n");
    }
    out.append("Name a file of another shape under files: in plimsoll.yaml, or with");
    out.append(" --as dockerfile=build/image.txt\n");
  }
}
