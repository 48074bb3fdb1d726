package dev.plimsoll.rule;

import dev.plimsoll.fix.Safety;
import java.util.List;
import java.util.Optional;

/**
 * What is said about a rule without running it.
 *
 * @param group the folder it lies in, one word of the shared vocabulary
 * @param aliases {@code tool:id}
 * @param cwe numbers of the Common Weakness Enumeration
 * @param url where users of their own say more about it; absent for a rule with a page of ours
 */
public record RuleMeta(
    String id,
    String group,
    String title,
    Severity severity,
    Category category,
    Confidence confidence,
    Profile profile,
    Safety fix,
    List<String> aliases,
    List<Integer> cwe,
    List<OptionMeta> options,
    Optional<String> url) {

  /** A rule with a page of ours. */
  public RuleMeta(
      String id,
      String group,
      String title,
      Severity severity,
      Category category,
      Confidence confidence,
      Profile profile,
      Safety fix,
      List<String> aliases,
      List<Integer> cwe,
      List<OptionMeta> options) {
    this(
        id,
        group,
        title,
        severity,
        category,
        confidence,
        profile,
        fix,
        aliases,
        cwe,
        options,
        Optional.empty());
  }

  /** A policy of a configuration: it has no page of ours and no fix, and runs in every profile. */
  public static RuleMeta ofPolicy(
      String id, String title, Severity severity, Category category, Optional<String> url) {
    return new RuleMeta(
        id,
        "policy",
        title,
        severity,
        category,
        Confidence.HIGH,
        Profile.RECOMMENDED,
        Safety.NONE,
        List.of(),
        List.of(),
        List.of(),
        url);
  }

  /**
   * One option of a rule.
   *
   * @param type {@code boolean}, {@code integer}, {@code number}, {@code string}, {@code list} or
   *     {@code map}
   * @param byDefault as in YAML, several for a list
   * @param pattern what each text must match; empty where any will do
   * @param form what the pattern wants, in words
   */
  public record OptionMeta(
      String name, String type, List<String> byDefault, String help, String pattern, String form) {
    public OptionMeta {
      byDefault = List.copyOf(byDefault);
    }
  }

  public RuleMeta {
    aliases = List.copyOf(aliases);
    cwe = List.copyOf(cwe);
    options = List.copyOf(options);
  }

  /** The first part of the id. */
  public String language() {
    return id.substring(0, id.indexOf('/'));
  }

  /** The class-path resource with its page, in Markdown. */
  public String pageResource() {
    return "plimsoll/pages/" + id + ".md";
  }
}
