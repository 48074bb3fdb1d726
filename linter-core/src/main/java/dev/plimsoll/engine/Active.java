package dev.plimsoll.engine;

import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Rule;
import dev.plimsoll.rule.Severity;

/**
 * A rule that runs over a file.
 *
 * @param slot its number among the rules that run over that file
 * @param errorModel see {@link dev.plimsoll.config.RulePlan#errorModel()}
 * @param role why it runs
 */
record Active<R extends Rule>(
    String id,
    R rule,
    Record options,
    int slot,
    Severity severity,
    Confidence confidence,
    int fixOrder,
    String errorModel,
    Role role) {

  /** Whether its findings are shown, or only watched while fixes are proved. */
  enum Role {
    CHOSEN,
    /** An error rule that is switched off: a fix must not bring what it would report. */
    WITNESS
  }

  boolean isChosen() {
    return role == Role.CHOSEN;
  }
}
