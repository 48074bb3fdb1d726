package dev.plimsoll.run;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.FileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Corrects an outcome after some files could not be written: what was to be mended in them is not
 * mended, and the findings are those of the files as they lie on the disk.
 *
 * @param files those of the refused sets
 */
record Unwritten(Set<String> files) {

  /**
   * What truly came of the run.
   *
   * @param planned as if everything had been written
   * @param onDisk the files linted again after the write
   */
  LintResult correct(LintResult planned, LintResult onDisk) {
    Outcome wished = planned.outcome();
    Outcome real = onDisk.outcome();
    List<Diagnostic> fixed = new ArrayList<>();
    for (Diagnostic finding : wished.fixed()) {
      if (!touches(finding)) {
        fixed.add(finding);
      }
    }
    List<NewFile> created = new ArrayList<>();
    for (NewFile file : wished.created()) {
      if (!files.contains(file.name())) {
        created.add(file);
      }
    }
    TreeMap<String, FileText> texts = new TreeMap<>(wished.texts());
    texts.keySet().removeAll(files);
    real.texts().forEach(texts::putIfAbsent);
    Outcome outcome =
        new Outcome(
            real.findings(),
            real.suppressed(),
            fixed,
            real.notAnalysed(),
            real.failures(),
            texts,
            created,
            real.files(),
            real.rules());
    return new LintResult(outcome, planned.changeSets(), planned.hashes());
  }

  private boolean touches(Diagnostic finding) {
    for (FixReport fix : finding.fixes()) {
      if (fix.status() == Status.APPLIED && touches(fix)) {
        return true;
      }
    }
    return false;
  }

  private boolean touches(FixReport fix) {
    for (Replace edit : fix.edits()) {
      if (files.contains(edit.file())) {
        return true;
      }
    }
    for (NewFile file : fix.newFiles()) {
      if (files.contains(file.name())) {
        return true;
      }
    }
    return false;
  }
}
