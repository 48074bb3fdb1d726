package dev.plimsoll.engine;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.policy.Policy;
import dev.plimsoll.policy.PolicyRule;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.RelatedPlace;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleIndex;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes findings ready for reports: rendered, masked, fingerprinted, with the fate of their fixes.
 */
final class Diagnostics {

  private final Map<String, RuleMeta> metadata;
  private final Masks masks;
  private final Renderer renderer;
  private final Fingerprints fingerprints;

  Diagnostics(Map<String, RuleMeta> metadata, Masks masks) {
    this.metadata = metadata;
    this.masks = masks;
    this.renderer = new Renderer(masks);
    this.fingerprints = new Fingerprints(masks);
  }

  /** The metadata of all rules, by id. */
  static Map<String, RuleMeta> metadata(RuleIndex index) {
    Map<String, RuleMeta> byId = new HashMap<>();
    for (RuleMeta meta : index.metadata()) {
      byId.put(meta.id(), meta);
    }
    return byId;
  }

  /** What became of the fix with an index; offered where nothing was tried. */
  interface Fate {
    Fate OFFERED = choice -> Optional.empty();

    /** The status and reason of a fix that was tried. */
    Optional<Tried> of(int choice);

    /** A fix that was applied or refused. */
    record Tried(Status status, Optional<String> reason) {}
  }

  /**
   * One finding for the reports.
   *
   * @param place where it stands in the text that the report shows
   */
  Diagnostic of(Reported reported, Place place, Fate fate) {
    Finding finding = reported.finding();
    RuleMeta meta = meta(reported.by());
    List<RelatedPlace> related = new ArrayList<>();
    for (Finding.Related other : finding.related()) {
      related.add(new RelatedPlace(other.slice().place(), renderer.render(other.message())));
    }
    List<FixReport> fixes = new ArrayList<>();
    for (int choice = 0; choice < finding.fixes().size(); choice++) {
      fixes.add(fix(finding.fixes().get(choice), fate.of(choice)));
    }
    return new Diagnostic(
        meta,
        reported.by().severity(),
        finding.confidence().atMost(reported.by().confidence()),
        renderer.render(finding.message()),
        place,
        finding.anchor(),
        meta.aliases(),
        related,
        fixes,
        fingerprints.of(reported),
        reported.suppression());
  }

  /** A policy brings its own: files under different configurations may have two of one name. */
  private RuleMeta meta(Active<?> by) {
    if (by.id().startsWith(Policy.PREFIX) && by.rule() instanceof PolicyRule policy) {
      return policy.meta();
    }
    RuleMeta meta = metadata.get(by.id());
    if (meta == null) {
      throw new IllegalStateException("no metadata for " + by.id());
    }
    return meta;
  }

  private FixReport fix(Fix fix, Optional<Fate.Tried> tried) {
    Status status = tried.isPresent() ? tried.get().status() : Status.OFFERED;
    Optional<String> reason = tried.isPresent() ? tried.get().reason() : Optional.empty();
    return new FixReport(
        masks.mask(fix.title()),
        fix.safety(),
        status,
        reason,
        fix.replacements(),
        fix.newFiles(),
        carriesSecret(fix));
  }

  private boolean carriesSecret(Fix fix) {
    for (Replace edit : fix.replacements()) {
      boolean rewrites =
          !edit.text().isEmpty() && masks.touches(new Place(edit.file(), edit.span()));
      if (rewrites || masks.isIn(edit.text())) {
        return true;
      }
    }
    for (NewFile file : fix.newFiles()) {
      if (masks.isIn(file.text())) {
        return true;
      }
    }
    return false;
  }
}
