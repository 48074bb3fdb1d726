package dev.plimsoll.report;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fixes of a result that a viewer may apply as they stand: offered, complete, nothing left for
 * a person to fill in. SARIF cannot create a file with its mode, so those that need one are left
 * out.
 */
final class SarifFixes {

  private final Json json;
  private final Texts texts;

  SarifFixes(Json json, Texts texts) {
    this.json = json;
    this.texts = texts;
  }

  void write(List<FixReport> fixes) {
    List<FixReport> whole = new ArrayList<>();
    for (FixReport fix : fixes) {
      if (isApplicable(fix)) {
        whole.add(fix);
      }
    }
    if (whole.isEmpty()) {
      return;
    }
    json.array("fixes");
    for (FixReport fix : whole) {
      json.object().object("description").text("text", SarifPlaces.plain(fix.title())).endObject();
      json.array("artifactChanges");
      for (Map.Entry<String, List<Edit.Replace>> file : byFile(fix.edits()).entrySet()) {
        change(file.getKey(), file.getValue());
      }
      json.endArray().object("properties").text("safety", fix.safety().id()).endObject();
      json.endObject();
    }
    json.endArray();
  }

  private static boolean isApplicable(FixReport fix) {
    return fix.status() == Status.OFFERED
        && (fix.safety() == Safety.SAFE || fix.safety() == Safety.UNSAFE)
        && !fix.redacted()
        && fix.newFiles().isEmpty()
        && !fix.edits().isEmpty();
  }

  private static SortedMap<String, List<Edit.Replace>> byFile(List<Edit.Replace> edits) {
    SortedMap<String, List<Edit.Replace>> files = new TreeMap<>();
    for (Edit.Replace edit : edits) {
      List<Edit.Replace> same = files.get(edit.file());
      if (same == null) {
        same = new ArrayList<>();
        files.put(edit.file(), same);
      }
      same.add(edit);
    }
    return files;
  }

  private void change(String file, List<Edit.Replace> edits) {
    json.object();
    SarifPlaces.artifact(json, file);
    json.array("replacements");
    for (Edit.Replace edit : edits) {
      json.object();
      SarifPlaces.region(json, "deletedRegion", new Place(file, edit.span()), texts);
      json.object("insertedContent").text("text", edit.text()).endObject().endObject();
    }
    json.endArray().endObject();
  }
}
