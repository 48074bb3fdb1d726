package dev.plimsoll.report;

import dev.plimsoll.fix.NewFile;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What goes below a finding's excerpt. The message of a related place with the finding's own range
 * stands behind the carets; a single other file is shown itself; everything else is a line.
 */
final class Evidence {

  private static final int MOST_LINES = 6;
  private static final int MOST_FIXES = 2;

  private final Diagnostic finding;
  private final Texts texts;
  private final PathNames paths;
  private final List<RelatedPlace> own = new ArrayList<>();
  private final List<RelatedPlace> elsewhere = new ArrayList<>();
  private final List<RelatedPlace> listed = new ArrayList<>();

  Evidence(Diagnostic finding, Texts texts, PathNames paths) {
    this.finding = finding;
    this.texts = texts;
    this.paths = paths;
    for (RelatedPlace related : finding.related()) {
      if (related.place().equals(finding.place()) && own.isEmpty()) {
        own.add(related);
      } else if (!related.place().file().equals(finding.place().file())) {
        elsewhere.add(related);
      } else {
        listed.add(related);
      }
    }
    if (elsewhere.size() > 1) {
      listed.clear();
      listed.addAll(finding.related());
      listed.removeAll(own);
      elsewhere.clear();
    }
  }

  /** What stands behind the finding's carets, possibly nothing. */
  String label() {
    return own.isEmpty() ? "" : own.get(0).message();
  }

  Optional<RelatedPlace> otherFile() {
    return elsewhere.isEmpty() ? Optional.empty() : Optional.of(elsewhere.get(0));
  }

  /** At most six, the fixes last. */
  List<String> lines() {
    List<String> last = lastLines();
    List<String> lines = new ArrayList<>();
    int free = MOST_LINES - last.size();
    int shown = listed.size() <= free ? listed.size() : free - 1;
    for (RelatedPlace related : listed.subList(0, shown)) {
      lines.add(related.message() + ", " + place(related.place()));
    }
    if (shown < listed.size()) {
      lines.add((listed.size() - shown) + " more with --format json");
    }
    lines.addAll(last);
    return lines;
  }

  private List<String> lastLines() {
    List<String> lines = new ArrayList<>();
    if (finding.suppression().isPresent()) {
      Diagnostic.Suppression hidden = finding.suppression().get();
      String reason = hidden.reason().isEmpty() ? "" : ": " + hidden.reason();
      lines.add("suppressed at " + place(hidden.comment()) + reason);
    }
    int fixes = 0;
    for (FixReport fix : finding.fixes()) {
      if (fix.status() == Status.OFFERED && fixes < MOST_FIXES) {
        lines.add("fix (" + fix.safety().id() + "): " + fix.title() + writes(fix));
        fixes++;
      }
    }
    return lines;
  }

  private String writes(FixReport fix) {
    if (fix.newFiles().isEmpty()) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (NewFile file : fix.newFiles()) {
      names.add(paths.shown(file.name()));
    }
    return " (writes " + Counted.and(names) + ")";
  }

  private String place(Place place) {
    return paths.shown(place.file()) + ":" + texts.start(place);
  }
}
