package dev.plimsoll.report;

import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.text.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The results of a SARIF run. */
final class SarifResults {

  private final Json json;
  private final Texts texts;
  private final SarifRules rules;
  private final SarifFixes fixes;
  private final Map<String, List<String>> hashes = new HashMap<>();

  SarifResults(Json json, Texts texts, SarifRules rules) {
    this.json = json;
    this.texts = texts;
    this.rules = rules;
    this.fixes = new SarifFixes(json, texts);
  }

  /** Where suppressed results are listed, all results say whether they are, as SARIF wants it. */
  void write(List<Diagnostic> findings, Suppressed suppressed) {
    json.array("results");
    for (Diagnostic finding : findings) {
      json.object().text("ruleId", finding.rule().id());
      json.number("ruleIndex", rules.index(finding.rule().id()));
      json.text("level", SarifRules.level(finding.severity()));
      message(finding.message());
      json.array("locations").object();
      SarifPlaces.physical(json, finding.place(), texts);
      json.endObject().endArray();
      related(finding.related());
      fingerprints(finding);
      fixes.write(finding.fixes());
      if (suppressed == Suppressed.SHOWN) {
        suppressions(finding.suppression());
      }
      json.object("properties").text("confidence", finding.confidence().id()).endObject();
      json.endObject();
    }
    json.endArray();
  }

  private void message(String text) {
    json.object("message").text("text", SarifPlaces.plain(text)).endObject();
  }

  private void related(List<RelatedPlace> places) {
    if (places.isEmpty()) {
      return;
    }
    json.array("relatedLocations");
    int id = 1;
    for (RelatedPlace related : places) {
      json.object().number("id", id++);
      SarifPlaces.physical(json, related.place(), texts);
      message(related.message());
      json.endObject();
    }
    json.endArray();
  }

  private void fingerprints(Diagnostic finding) {
    json.object("partialFingerprints");
    Optional<String> hash = lineHash(finding.place());
    if (hash.isPresent()) {
      json.text("primaryLocationLineHash", hash.get());
    }
    json.text("plimsoll/v1", finding.fingerprint()).endObject();
  }

  /** Reckoned over the masked text: a hash over a secret would let it be guessed. */
  private Optional<String> lineHash(Place place) {
    Optional<Texts.Masked> source = texts.of(place.file());
    if (source.isEmpty()) {
      return Optional.empty();
    }
    List<String> ofFile = hashes.get(place.file());
    if (ofFile == null) {
      ofFile = LineHashes.of(source.get().hidden());
      hashes.put(place.file(), ofFile);
    }
    int line = texts.start(place).line();
    return line <= ofFile.size() ? Optional.of(ofFile.get(line - 1)) : Optional.empty();
  }

  private void suppressions(Optional<Diagnostic.Suppression> suppression) {
    json.array("suppressions");
    if (suppression.isPresent()) {
      json.object().text("kind", "inSource").text("status", "accepted");
      if (!suppression.get().reason().isEmpty()) {
        json.text("justification", suppression.get().reason());
      }
      json.object("location");
      SarifPlaces.physical(json, suppression.get().comment(), texts);
      json.endObject().endObject();
    }
    json.endArray();
  }
}
