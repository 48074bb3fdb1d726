package dev.plimsoll.rule;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Place;
import java.util.List;
import java.util.Optional;

/**
 * A finding as reports show it: configured, rendered, and masked where it rested on a secret.
 *
 * @param aliases the {@code tool:id}s under which that tool would report this very place
 * @param fingerprint {@code p1:} and a hash that outlives moved lines and a renamed file
 * @param suppression what hides it, if anything does
 */
public record Diagnostic(
    RuleMeta rule,
    Severity severity,
    Confidence confidence,
    String message,
    Place place,
    Anchor anchor,
    List<String> aliases,
    List<RelatedPlace> related,
    List<FixReport> fixes,
    String fingerprint,
    Optional<Suppression> suppression) {

  public Diagnostic {
    aliases = List.copyOf(aliases);
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** A second place and its sentence. */
  public record RelatedPlace(Place place, String message) {}

  /**
   * What hides a finding.
   *
   * @param comment where the comment stands
   * @param reason the user's own words, possibly empty
   */
  public record Suppression(Place comment, String reason) {}

  /** What became of a fix. */
  public enum Status {
    OFFERED,
    APPLIED,
    /** Its proof failed; nothing of it was written. */
    WITHDRAWN,
    /** It overlaps another that was applied. */
    CONFLICT;

    /** As it stands in reports. */
    public String id() {
      return switch (this) {
        case OFFERED -> "offered";
        case APPLIED -> "applied";
        case WITHDRAWN -> "withdrawn";
        case CONFLICT -> "conflict";
      };
    }
  }

  /**
   * A fix and its fate.
   *
   * @param reason why it was withdrawn or skipped
   * @param redacted whether the texts of its edits are left out, because one would carry a secret
   */
  public record FixReport(
      String title,
      Safety safety,
      Status status,
      Optional<String> reason,
      List<Edit.Replace> edits,
      List<NewFile> newFiles,
      boolean redacted) {
    public FixReport {
      edits = List.copyOf(edits);
      newFiles = List.copyOf(newFiles);
    }
  }
}
