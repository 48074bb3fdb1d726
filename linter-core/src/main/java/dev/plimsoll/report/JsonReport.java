package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import dev.plimsoll.rule.Severity;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * {@code plimsoll-json/1}: everything a machine may ask. Fields may be added, never renamed; the
 * schema is {@link #SCHEMA_RESOURCE}.
 */
public final class JsonReport implements Report {

  /** The class-path resource with the JSON Schema of this format. */
  public static final String SCHEMA_RESOURCE = "plimsoll/schema/plimsoll-json-1.schema.json";

  private static final String FORMAT = "plimsoll-json/1";

  @Override
  public void write(Outcome outcome, RunInfo run, OutputStream out) throws IOException {
    Json.document(
        out,
        new Json.Content() {
          @Override
          public void write(Json json) {
            content(json, outcome, run);
          }
        });
  }

  private static void content(Json json, Outcome outcome, RunInfo run) {
    json.object().text("schema", FORMAT);
    json.object("tool").text("name", "plimsoll").text("version", run.version()).endObject();
    findings(
        json,
        "findings",
        Listed.of(outcome, run),
        new JsonFinding(json, Texts.asWritten(outcome), run.paths()));
    findings(
        json, "fixed", outcome.fixed(), new JsonFinding(json, Texts.asRead(outcome), run.paths()));
    json.array("notAnalysed");
    for (NotAnalysed entry : outcome.notAnalysed()) {
      json.object().text("file", run.paths().shown(entry.file()));
      json.text("reason", entry.reason()).endObject();
    }
    json.endArray().array("toolFailures");
    for (ToolFailure failure : outcome.failures()) {
      json.object().text("rule", failure.rule()).text("file", run.paths().shown(failure.file()));
      json.text("message", failure.message()).endObject();
    }
    json.endArray();
    summary(json, outcome);
    json.endObject();
  }

  private static void findings(
      Json json, String name, List<Diagnostic> findings, JsonFinding writer) {
    json.array(name);
    for (Diagnostic finding : findings) {
      writer.write(finding);
    }
    json.endArray();
  }

  private static void summary(Json json, Outcome outcome) {
    Counts counts = Counts.of(outcome.findings());
    json.object("summary").number("files", outcome.files());
    json.number("findings", outcome.findings().size());
    for (Severity severity : Severity.values()) {
      json.number(severity.id(), counts.of(severity));
    }
    json.number("fixable", counts.fixable()).endObject();
  }
}
