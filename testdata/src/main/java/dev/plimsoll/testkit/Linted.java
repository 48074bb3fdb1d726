package dev.plimsoll.testkit;

import dev.plimsoll.engine.LintResult;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A sample after its run. */
public record Linted(Sample sample, LintResult result) {

  public Outcome outcome() {
    return result.outcome();
  }

  /** Each finding as {@code file:line:column: rule: message}, in order. */
  public List<String> findings() {
    List<String> lines = new ArrayList<>();
    for (Diagnostic finding : outcome().findings()) {
      lines.add(line(finding));
    }
    return lines;
  }

  private String line(Diagnostic finding) {
    var text = outcome().texts().get(finding.place().file());
    if (text == null) {
      throw new AssertionError("no text of " + finding.place().file());
    }
    var position = text.written().lines().position(finding.place().span().start());
    return finding.place().file()
        + ":"
        + position
        + ": "
        + finding.rule().id()
        + ": "
        + finding.message();
  }

  /** All files of the workspace after the fixes, created ones included. */
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>(sample.files());
    outcome().changed().forEach((name, text) -> files.put(name, encoded(text)));
    for (NewFile file : outcome().created()) {
      files.put(file.name(), file.text());
    }
    return files;
  }

  /** One file after the fixes. */
  public String text(String name) {
    String text = files().get(name);
    if (text == null) {
      throw new AssertionError("no file " + name);
    }
    return text;
  }

  private static String encoded(Outcome.FileText text) {
    return new String(
        text.read().encode(text.written().content()), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The reasons of all withdrawn fixes, as {@code rule: reason}, in order. */
  public List<String> withdrawn() {
    List<String> reasons = new ArrayList<>();
    for (Diagnostic finding : outcome().findings()) {
      for (FixReport fix : finding.fixes()) {
        if (fix.status() == Status.WITHDRAWN) {
          reasons.add(finding.rule().id() + ": " + fix.reason().orElse(""));
        }
      }
    }
    return reasons;
  }

  /** The sample with the files as they now are. */
  public Sample again() {
    Sample again = sample;
    for (Map.Entry<String, String> file : files().entrySet()) {
      again = again.file(file.getKey(), file.getValue());
    }
    return again;
  }
}
