package dev.plimsoll.engine;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fixes of a run that are not applied, and why. */
final class Bans {

  /**
   * A withdrawal.
   *
   * @param progress how many fixes had been applied when its proof failed
   */
  private record Ban(String reason, int progress) {}

  private final Map<Candidate.Id, Ban> bans = new HashMap<>();
  private final Map<RuleInFile, String> rules = new HashMap<>();
  private final Set<Candidate.Id> tried = new HashSet<>();

  /** All fixes of a rule whose findings lie in a file. */
  private record RuleInFile(String rule, String file) {
    static RuleInFile of(Candidate.Id fix) {
      return new RuleInFile(fix.rule(), fix.file());
    }
  }

  boolean contains(Candidate fix) {
    return reason(fix.id()).isPresent();
  }

  /** Why a fix is not applied. */
  Optional<String> reason(Candidate.Id fix) {
    Ban ban = bans.get(fix);
    return ban != null
        ? Optional.of(ban.reason())
        : Optional.ofNullable(rules.get(RuleInFile.of(fix)));
  }

  /** Bans whatever the rules of these fixes offer in the same files. */
  void banRules(Collection<Candidate> fixes, String reason) {
    for (Candidate fix : fixes) {
      rules.put(RuleInFile.of(fix.id()), reason);
    }
  }

  /** For good. */
  void ban(Collection<Candidate> fixes, String reason) {
    for (Candidate fix : fixes) {
      bans.put(fix.id(), new Ban(reason, Integer.MAX_VALUE));
    }
  }

  /** Since its proof failed; it may succeed once others have been applied. */
  void withdraw(Candidate fix, String reason, int progress) {
    boolean again = !tried.add(fix.id());
    bans.put(fix.id(), new Ban(reason, again ? Integer.MAX_VALUE : progress));
  }

  /**
   * Lets withdrawn fixes try once more if others were applied since: else a second run would, and
   * change what the first one left.
   */
  boolean giveSecondChance(int progress) {
    return bans.values().removeIf(ban -> ban.progress() < progress);
  }
}
