package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Outcome;
import dev.plimsoll.rule.Outcome.NotAnalysed;
import dev.plimsoll.rule.Outcome.ToolFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * SARIF 2.1.0, as GitHub's code scanning and other viewers take it. Files are named from the
 * workspace's root, since viewers know the repository and not the working directory.
 */
public final class SarifReport implements Report {

  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final RulePages pages;

  public SarifReport(RulePages pages) {
    this.pages = pages;
  }

  @Override
  public void write(Outcome outcome, RunInfo run, OutputStream out) throws IOException {
    List<Diagnostic> listed = Listed.of(outcome, run);
    SarifRules rules = new SarifRules(run.rules(), listed);
    Json.document(
        out,
        new Json.Content() {
          @Override
          public void write(Json json) throws IOException {
            json.object().text("$schema", SCHEMA).text("version", "2.1.0").array("runs").object();
            tool(json, run, rules);
            invocation(json, outcome, rules);
            frame(json);
            rules.taxonomy(json);
            new SarifResults(json, Texts.asWritten(outcome), rules).write(listed, run.suppressed());
            json.object("properties").text("profile", run.profile().id());
            json.text("failOn", run.failOn().id()).endObject();
            json.endObject().endArray().endObject();
          }
        });
  }

  private void tool(Json json, RunInfo run, SarifRules rules) throws IOException {
    json.object("tool").object("driver").text("name", "plimsoll");
    json.text("version", run.version()).text("semanticVersion", run.version());
    json.text("informationUri", RulePages.HOME);
    rules.write(json, pages);
    json.endObject().endObject();
  }

  private static void invocation(Json json, Outcome outcome, SarifRules rules) {
    boolean successful = outcome.failures().isEmpty();
    for (NotAnalysed entry : outcome.notAnalysed()) {
      successful &= !entry.named();
    }
    json.array("invocations").object().flag("executionSuccessful", successful);
    json.array("toolExecutionNotifications");
    for (NotAnalysed entry : outcome.notAnalysed()) {
      json.object().text("level", entry.named() ? "error" : "warning");
      message(json, "not analysed: " + entry.reason(), entry.file());
      json.endObject();
    }
    for (ToolFailure failure : outcome.failures()) {
      json.object().text("level", "error");
      message(json, "rule " + failure.rule() + " failed: " + failure.message(), failure.file());
      json.object("associatedRule").text("id", failure.rule());
      int index = rules.index(failure.rule());
      if (index >= 0) {
        json.number("index", index);
      }
      json.endObject().endObject();
    }
    json.endArray().endObject().endArray();
  }

  private static void message(Json json, String text, String file) {
    json.object("message").text("text", SarifPlaces.plain(text)).endObject();
    json.array("locations").object().object("physicalLocation");
    SarifPlaces.artifact(json, file);
    json.endObject().endObject().endArray();
  }

  private static void frame(Json json) {
    json.object("automationDetails").text("id", "plimsoll/").endObject();
    json.object("originalUriBaseIds").object(SarifPlaces.ROOT).object("description");
    json.text("text", "The root of the repository.").endObject().endObject().endObject();
    json.text("columnKind", "utf16CodeUnits");
  }
}
