package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * For people: every finding with its line, then what was not looked at, then a summary. Where fixes
 * were written or shown as a patch, the summary tells what became of them in place of the findings.
 */
public final class TextReport implements Report {

  @Override
  public void write(Outcome outcome, RunInfo run, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (run.fixMode() == FixMode.CHECK) {
      FindingText text = new FindingText(outcome, run);
      for (Diagnostic finding : Listed.of(outcome, run)) {
        writer.write(text.of(finding));
        writer.write('\n');
      }
    }
    writer.write(new Notices(outcome, run).toString());
    writer.write(
        run.fixMode() == FixMode.CHECK
            ? new CheckSummary(outcome, run).toString()
            : new FixSummary(outcome, run).toString());
    writer.flush();
  }
}
