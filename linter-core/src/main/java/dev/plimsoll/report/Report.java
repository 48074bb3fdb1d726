package dev.plimsoll.report;

import dev.plimsoll.rule.Outcome;
import java.io.IOException;
import java.io.OutputStream;

/** A format. The same outcome and run give the same bytes. */
public interface Report {

  /** Writes in UTF-8 and flushes; the stream stays open and is the caller's to close. */
  void write(Outcome outcome, RunInfo run, OutputStream out) throws IOException;
}
