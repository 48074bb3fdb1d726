package dev.plimsoll.report;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became of the fixes, and what is left. */
final class FixSummary {

  private static final int MOST_FILES = 3;

  private final Outcome outcome;
  private final RunInfo run;
  private final Texts texts;
  private final StringBuilder out = new StringBuilder();

  FixSummary(Outcome outcome, RunInfo run) {
    this.outcome = outcome;
    this.run = run;
    this.texts = Texts.asWritten(outcome);
  }

  @Override
  public String toString() {
    boolean nothing = outcome.fixed().isEmpty() && outcome.findings().isEmpty();
    if (nothing) {
      return new CheckSummary(outcome, run).toString();
    }
    out.setLength(0);
    fixed();
    refused(Status.WITHDRAWN, "Withdrawn, nothing written for it:");
    refused(Status.CONFLICT, "Skipped, it overlaps a fix that was chosen:");
    left();
    return out.toString();
  }

  private void fixed() {
    if (outcome.fixed().isEmpty()) {
      out.append("Fixed nothing.\n");
      return;
    }
    int count = outcome.fixed().size();
    out.append(run.fixMode() == FixMode.DIFF ? "Would fix " : "Fixed ");
    out.append(Counted.of(count, "problem")).append(" in ");
    out.append(Counted.of(Counts.of(outcome.fixed()).files(), "file")).append(created());
    out.append(":\n").append(table());
  }

  private String created() {
    if (outcome.created().isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (NewFile file : outcome.created()) {
      names.add(shown(file.name()));
    }
    return (run.fixMode() == FixMode.DIFF ? ", write " : ", wrote ") + Counted.and(names);
  }

  /** The rules that mended most come first. */
  private String table() {
    Map<String, List<Diagnostic>> byRule = new TreeMap<>();
    int most = 0;
    int longest = 0;
    for (Diagnostic fixed : outcome.fixed()) {
      String rule = fixed.rule().id();
      List<Diagnostic> same = byRule.get(rule);
      if (same == null) {
        same = new ArrayList<>();
        byRule.put(rule, same);
      }
      same.add(fixed);
      most = Math.max(most, same.size());
      longest = Math.max(longest, rule.length());
    }
    StringBuilder rows = new StringBuilder();
    int digits = Counted.grouped(most).length();
    for (int count = most; count > 0; count--) {
      for (Map.Entry<String, List<Diagnostic>> rule : byRule.entrySet()) {
        if (rule.getValue().size() == count) {
          rows.append("  ").append(padded("", digits - Counted.grouped(count).length()));
          rows.append(Counted.grouped(count)).append(" × ").append(padded(rule.getKey(), longest));
          rows.append("  ").append(files(rule.getValue())).append('\n');
        }
      }
    }
    return rows.toString();
  }

  private String files(List<Diagnostic> findings) {
    Set<String> names = new TreeSet<>();
    for (Diagnostic finding : findings) {
      names.add(shown(finding.place().file()));
    }
    List<String> all = new ArrayList<>(names);
    if (all.size() <= MOST_FILES) {
      return String.join(", ", all);
    }
    String rest = " and " + Counted.grouped(all.size() - MOST_FILES) + " more";
    return String.join(", ", all.subList(0, MOST_FILES)) + rest;
  }

  private void refused(Status status, String title) {
    List<Diagnostic> refused = with(status);
    int longest = 0;
    for (Diagnostic finding : refused) {
      longest = Math.max(longest, finding.rule().id().length());
    }
    out.append(refused.isEmpty() ? "" : title + "\n");
    for (Diagnostic finding : refused) {
      Place place = finding.place();
      out.append("  ").append(padded(finding.rule().id(), longest)).append("  ");
      out.append(shown(place.file())).append(':').append(texts.start(place)).append('\n');
      for (FixReport fix : finding.fixes()) {
        if (fix.status() == status && fix.reason().isPresent()) {
          out.append("      ").append(Visible.line(fix.reason().get())).append('\n');
        }
      }
    }
  }

  private void left() {
    int left = outcome.findings().size();
    if (left == 0) {
      out.append("Nothing is left.\n");
      return;
    }
    int withdrawn = with(Status.WITHDRAWN).size();
    int fixable = Counts.of(outcome.findings()).fixable();
    out.append(fixable == 0 ? "Left for a person: " : "Left: ");
    out.append(Counted.of(left, "problem"));
    if (withdrawn == 1) {
      out.append(left == 1 ? ", the withdrawn one" : ", the withdrawn one among them");
    } else if (withdrawn > 1) {
      out.append(", the ").append(Counted.grouped(withdrawn)).append(" withdrawn ones among them");
    }
    if (fixable > 0) {
      out.append("; --fix --unsafe-fixes fixes ").append(Counted.grouped(fixable));
    }
    out.append(". See ").append(left == 1 ? "it" : "them").append(" with: plimsoll check\n");
  }

  private List<Diagnostic> with(Status status) {
    List<Diagnostic> found = new ArrayList<>();
    for (Diagnostic finding : outcome.findings()) {
      for (FixReport fix : finding.fixes()) {
        if (fix.status() == status) {
          found.add(finding);
          break;
        }
      }
    }
    return found;
  }

  private String shown(String file) {
    return Visible.line(run.paths().shown(file));
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
