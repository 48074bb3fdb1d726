package dev.plimsoll.rules.compose.syntax;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Refusal;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;

/** A tag that takes away what no other file has does nothing, or removes what it stands at. */
@RuleInfo(
    id = "compose/reset-tag-without-base",
    title = "Reset or override tag has nothing to act on",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT)
public final class ResetTagWithoutBase extends ComposeRule {

  @Override
  public void file(ComposeFile file, RuleContext context) {
    String content = file.source().content();
    if (!content.contains("!reset") && !content.contains("!override")) {
      return;
    }
    List<ComposeSet> sets = context.compose().composeSets(file);
    for (ComposeSet set : sets) {
      if (!isKnown(set, file)) {
        return;
      }
    }
    for (Slice idle : sets.get(0).idleResets()) {
      if (idle.place().file().equals(file.name()) && isIdleInAll(idle, sets)) {
        report(idle, file, context);
      }
    }
  }

  /** Whether all that lies below the file is known. */
  private static boolean isKnown(ComposeSet set, ComposeFile file) {
    for (Refusal refusal : set.refusals()) {
      if (refusal.kind() == Refusal.Kind.YAML
          || refusal.kind() == Refusal.Kind.INCLUDE
          || refusal.kind() == Refusal.Kind.EXTENDS) {
        return false;
      }
    }
    boolean isTold = set.files().size() > 1 || !set.evidence().isEmpty();
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    boolean isDefault = name.startsWith("compose.") || name.startsWith("docker-compose.y");
    return set.isWhole() && set.files().contains(file.name()) && (isTold || isDefault);
  }

  private static boolean isIdleInAll(Slice idle, List<ComposeSet> sets) {
    for (ComposeSet set : sets) {
      if (!isIdle(idle, set)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIdle(Slice idle, ComposeSet set) {
    for (Slice each : set.idleResets()) {
      if (each.place().equals(idle.place())) {
        return true;
      }
    }
    return false;
  }

  private static void report(Slice value, ComposeFile file, RuleContext context) {
    String before = file.source().content().substring(0, value.place().span().start());
    int at = Math.max(before.lastIndexOf("!reset"), before.lastIndexOf("!override"));
    if (at >= 0) {
      int length = before.startsWith("!reset", at) ? "!reset".length() : "!override".length();
      Slice tag = file.source().slice(new Span(at, at + length));
      context.report(
          Finding.at(
              file.anchor(value),
              tag,
              before.startsWith("!reset", at)
                  ? "%s finds nothing to take away: no file before this one has it"
                  : "%s finds nothing to replace: no file before this one has it",
              tag));
    }
  }
}
