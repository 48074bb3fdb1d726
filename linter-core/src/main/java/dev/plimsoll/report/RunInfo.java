package dev.plimsoll.report;

import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.rule.Severity;
import java.util.List;

/**
 * What reports say of a run beside its outcome.
 *
 * @param version the tool's own
 * @param rules all enabled rules, whether they fired or not
 */
public record RunInfo(
    String version,
    Profile profile,
    Severity failOn,
    FixMode fixMode,
    Suppressed suppressed,
    List<RuleMeta> rules,
    PathNames paths,
    Console console,
    Search search) {

  public RunInfo {
    rules = List.copyOf(rules);
  }

  /** The same run for another reader: a file beside the console gets {@link Console#FILE}. */
  public RunInfo on(Console other) {
    return new RunInfo(version, profile, failOn, fixMode, suppressed, rules, paths, other, search);
  }
}
