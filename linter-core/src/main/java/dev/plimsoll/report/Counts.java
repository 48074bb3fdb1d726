package dev.plimsoll.report;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.rule.Diagnostic;
import dev.plimsoll.rule.Diagnostic.FixReport;
import dev.plimsoll.rule.Diagnostic.Status;
import dev.plimsoll.rule.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the numbers of a summary are counted from.
 *
 * @param bySeverity how many findings of each; one without any is absent
 * @param files in which findings lie
 * @param safe how many have an offered fix that {@code --fix} applies
 * @param unsafe how many more have one that needs {@code --unsafe-fixes}
 */
record Counts(Map<Severity, Integer> bySeverity, int files, int safe, int unsafe) {

  static Counts of(List<Diagnostic> findings) {
    Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    Set<String> files = new TreeSet<>();
    int safe = 0;
    int unsafe = 0;
    for (Diagnostic finding : findings) {
      bySeverity.put(finding.severity(), 1 + bySeverity.getOrDefault(finding.severity(), 0));
      files.add(finding.place().file());
      if (offers(finding, Safety.SAFE)) {
        safe++;
      } else if (offers(finding, Safety.UNSAFE)) {
        unsafe++;
      }
    }
    return new Counts(bySeverity, files.size(), safe, unsafe);
  }

  int of(Severity severity) {
    return bySeverity.getOrDefault(severity, 0);
  }

  int fixable() {
    return safe + unsafe;
  }

  private static boolean offers(Diagnostic finding, Safety safety) {
    for (FixReport fix : finding.fixes()) {
      if (fix.status() == Status.OFFERED && fix.safety() == safety) {
        return true;
      }
    }
    return false;
  }
}
