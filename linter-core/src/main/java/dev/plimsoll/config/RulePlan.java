package dev.plimsoll.config;

import dev.plimsoll.policy.Policy;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.OptionValues;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules run on a file, and how. Files for which the same is configured share one plan, the
 * very object.
 */
public final class RulePlan {

  /**
   * Which rules run.
   *
   * @param only their ids, if anything but the profile decides
   * @param named those switched on by their own name
   */
  record Choice(Optional<Set<String>> only, Set<String> named) {
    static final Choice OF_THE_PROFILE = new Choice(Optional.empty(), Set.of());
  }

  /** How rules run, where something is said about it; by id. */
  record Tuning(Map<String, Severity> severities, Map<String, ConfiguredOptions> options) {
    static final Tuning NONE = new Tuning(Map.of(), Map.of());
  }

  /** Problem details (RFC 9457). */
  static final String PROBLEM = "problem";

  /** Rules that are silent below some addresses. */
  record Hidden(Set<String> rules, List<Anchor> within) {}

  private final Profile profile;
  private final Choice choice;
  private final Tuning tuning;
  private final List<Hidden> hidden;
  private final Optional<List<Policy>> policies;
  private final String errorModel;

  /**
   * A plan.
   *
   * @param policies the user's own rules; absent where no configuration is looked at
   */
  RulePlan(
      Profile profile,
      Choice choice,
      Tuning tuning,
      List<Hidden> hidden,
      Optional<List<Policy>> policies) {
    this(profile, choice, tuning, hidden, policies, PROBLEM);
  }

  private RulePlan(
      Profile profile,
      Choice choice,
      Tuning tuning,
      List<Hidden> hidden,
      Optional<List<Policy>> policies,
      String errorModel) {
    this.policies = policies;
    this.profile = profile;
    this.choice = choice;
    this.tuning = tuning;
    this.hidden = List.copyOf(hidden);
    this.errorModel = errorModel;
  }

  RulePlan withErrorModel(String model) {
    return new RulePlan(profile, choice, tuning, hidden, policies, model);
  }

  /**
   * What fixes make the errors of an API look like that has no model of its own: {@code problem},
   * {@code google}, {@code microsoft}, or a reference, its file as the workspace calls it.
   */
  public String errorModel() {
    return errorModel;
  }

  /**
   * Whether a rule runs.
   *
   * @param ruleProfile the smallest profile that holds it
   */
  public boolean enabled(String ruleId, Profile ruleProfile) {
    return choice.only().isEmpty()
        ? profile.includes(ruleProfile)
        : choice.only().get().contains(ruleId);
  }

  /** The user's own rules, whether they run or not. */
  public List<Policy> policies() {
    return policies.orElse(List.of());
  }

  /** Whether a policy that is none of {@link #policies} is none at all. */
  public boolean knowsPolicies() {
    return policies.isPresent();
  }

  public Severity severity(String ruleId, Severity byDefault) {
    return tuning.severities().getOrDefault(ruleId, byDefault);
  }

  public OptionValues options(String ruleId) {
    ConfiguredOptions set = tuning.options().get(ruleId);
    return set == null ? OptionValues.NONE : set;
  }

  /** Whether findings of a confidence are shown for rules that nobody asked for by name. */
  public boolean shows(Confidence confidence) {
    return profile != Profile.RECOMMENDED || confidence != Confidence.LOW;
  }

  /** The same for a given rule: one that was asked for by name shows all it finds. */
  public boolean shows(String ruleId, Confidence confidence) {
    return shows(confidence) || choice.named().contains(ruleId);
  }

  /** Whether an override bound to a part of the file silences a rule at an address. */
  public boolean hides(String ruleId, Anchor anchor) {
    for (Hidden each : hidden) {
      if (each.rules().contains(ruleId)) {
        for (Anchor within : each.within()) {
          if (anchor.isWithin(within)) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
