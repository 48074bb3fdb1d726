package dev.plimsoll.report;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Suppression;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Position;
import java.util.List;

/** One finding as {@code plimsoll-json/1} has it. */
final class JsonFinding {

  private static final List<String> SOURCES = List.of("plimsoll");

  private final Json json;
  private final Texts texts;
  private final PathNames paths;

  JsonFinding(Json json, Texts texts, PathNames paths) {
    this.json = json;
    this.texts = texts;
    this.paths = paths;
  }

  void write(Diagnostic finding) {
    RuleMeta rule = finding.rule();
    json.object().text("rule", rule.id()).texts("aliases", finding.aliases());
    json.text("url", RulePages.url(rule)).numbers("cwe", rule.cwe());
    json.texts("sources", SOURCES).text("severity", finding.severity().id());
    json.text("category", rule.category().id()).text("group", rule.group());
    json.text("confidence", finding.confidence().id()).text("message", finding.message());
    place(finding.place());
    json.texts("contexts", List.of()).array("related");
    for (RelatedPlace related : finding.related()) {
      json.object();
      place(related.place());
      json.text("message", related.message()).endObject();
    }
    json.endArray().array("fixes");
    for (FixReport fix : finding.fixes()) {
      fix(fix);
    }
    json.endArray().text("fingerprint", finding.fingerprint());
    if (finding.suppression().isPresent()) {
      suppression(finding.suppression().get());
    }
    json.endObject();
  }

  private void place(Place place) {
    json.text("file", paths.shown(place.file())).object("range");
    position("start", texts.start(place), place.span().start());
    position("end", texts.end(place), place.span().end());
    json.endObject();
  }

  private void position(String name, Position position, int offset) {
    json.object(name).number("line", position.line()).number("column", position.column());
    json.number("offset", offset).endObject();
  }

  private void fix(FixReport fix) {
    json.object().text("title", fix.title()).text("safety", fix.safety().id());
    json.text("status", fix.status().id());
    if (fix.reason().isPresent()) {
      json.text("reason", fix.reason().get());
    }
    if (fix.redacted()) {
      json.flag("redacted", true);
    }
    json.array("edits");
    for (Edit.Replace edit : fix.edits()) {
      json.object().text("file", paths.shown(edit.file()));
      json.number("start", edit.span().start()).number("end", edit.span().end());
      textOf(fix, edit.text());
      json.endObject();
    }
    json.endArray().array("newFiles");
    for (NewFile file : fix.newFiles()) {
      json.object().text("file", paths.shown(file.name())).text("mode", mode(file.mode()));
      textOf(fix, file.text());
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void textOf(FixReport fix, String text) {
    if (!fix.redacted()) {
      json.text("text", text);
    }
  }

  private static String mode(int bits) {
    String octal = Integer.toOctalString(bits);
    return "0".repeat(Math.max(0, 4 - octal.length())) + octal;
  }

  private void suppression(Suppression suppression) {
    json.object("suppression").object("comment");
    place(suppression.comment());
    json.endObject().text("reason", suppression.reason()).endObject();
  }
}
