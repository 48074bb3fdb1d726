package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.Optional;

/** The number stands in the image, too, and the two drift apart. */
@RuleInfo(
    id = "shell/chown-hardcoded-uid",
    title = "Owner of a mounted directory is a fixed uid",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE)
public final class ChownHardcodedUid extends ShellRule {

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    Optional<HostOwner> owner = HostOwner.of(command, script, context);
    if (owner.isEmpty() || owner.get().other(context).isPresent()) {
      return; // another owner than the container's is a fault of its own
    }
    Slice word = owner.get().word();
    String group =
        owner.get().gid().isPresent() ? ":${APP_GID:-" + owner.get().gid().get() + "}" : "";
    String variable = "\"${APP_UID:-" + owner.get().uid() + "}" + group + "\"";
    Finding finding =
        Finding.at(
            command.anchor(),
            word,
            "owner %s of %s, which %s mounts, is fixed here and in the image: use a named volume or"
                + " a variable",
            word,
            owner.get().path(),
            owner.get().mounts().get(0).service().name());
    boolean isBare = word.place().span().equals(bare(command, word));
    context.report(
        isBare
            ? finding.withFix(
                Fix.unsafe("Let APP_UID say so", Edit.replace(word, variable))
                    .changing(command.anchor()))
            : finding);
  }

  /** The place of the whole word; that of the owner within quotes is another. */
  private static Span bare(Command command, Slice word) {
    for (ShellWord each : command.arguments()) {
      if (each.slice().place().span().contains(word.place().span())) {
        return each.slice().place().span();
      }
    }
    return word.place().span();
  }
}
