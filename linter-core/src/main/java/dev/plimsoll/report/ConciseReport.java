package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** {@code file:line:column: severity rule message}: one line a finding, and nothing else. */
public final class ConciseReport implements Report {

  @Override
  public void write(Outcome outcome, RunInfo run, OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    Texts texts = Texts.asWritten(outcome);
    for (Diagnostic finding : Listed.of(outcome, run)) {
      String file = run.paths().shown(finding.place().file());
      String hidden = finding.suppression().isPresent() ? " (suppressed)" : "";
      String line =
          file
              + ":"
              + texts.start(finding.place())
              + ": "
              + finding.severity().id()
              + " "
              + finding.rule().id()
              + " "
              + finding.message()
              + hidden;
      writer.write(Visible.line(line));
      writer.write('\n');
    }
    writer.flush();
  }
}
