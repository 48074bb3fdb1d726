package dev.plimsoll.policy;

import dev.plimsoll.rule.RuleMeta;
import dev.plimsoll.text.Language;
import dev.plimsoll.text.Slice;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One of the user's own rules, as data.
 *
 * @param languages whose files it judges
 * @param bad in each of these it finds something
 * @param good in these it finds nothing
 * @param origin its name, where it is written
 */
public record Policy(
    RuleMeta meta,
    Set<Language> languages,
    List<Check> checks,
    PolicyMessage message,
    List<Sample> bad,
    List<Sample> good,
    Slice origin) {

  /** What the ids of all policies begin with. */
  public static final String PREFIX = "policy/";

  /** The languages that policies can judge. */
  public static final Set<Language> JUDGED =
      EnumSet.of(Language.DOCKERFILE, Language.COMPOSE, Language.OPENAPI);

  public Policy {
    languages = Set.copyOf(languages);
    checks = List.copyOf(checks);
    bad = List.copyOf(bad);
    good = List.copyOf(good);
  }

  /** {@code policy/} and its name. */
  public String id() {
    return meta.id();
  }

  /**
   * A file to try a policy on.
   *
   * @param file its name, where that matters
   */
  public record Sample(Language language, Optional<String> file, String text, Slice origin) {}
}
