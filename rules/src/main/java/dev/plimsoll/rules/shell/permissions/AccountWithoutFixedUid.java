package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.AccountCreation;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rule.ShellRule;
import java.util.Optional;

/** A number that the next build may pick anew does not own the files of the last one's volume. */
@RuleInfo(
    id = "shell/account-without-fixed-uid",
    title = "Service user has no fixed UID",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    options = AccountWithoutFixedUid.Options.class)
public final class AccountWithoutFixedUid extends ShellRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "the number that its fix gives to an account", byDefault = "10001") int uid) {}

  @Override
  public void command(Command command, ScriptContext script, RuleContext context) {
    if (script.host() != ScriptContext.Host.BUILD) {
      return;
    }
    Optional<AccountCreation> creation = AccountCreation.of(command);
    if (creation.isEmpty() || creation.get().uid().isPresent()) {
      return;
    }
    ShellWord name = creation.get().name();
    if (isNumberedLater(name, command, script)) {
      return;
    }
    Finding finding =
        Finding.at(
            command.anchor(),
            name.slice(),
            "account %s gets whatever UID is free: fix it, so that volumes keep their owner",
            name.slice());
    int uid = context.options(Options.class).uid();
    String option = option(creation.get(), script.image());
    if (!option.isEmpty() && isFree(uid, command, script)) {
      finding =
          finding.withFix(
              Fix.unsafe(
                      "Give it UID " + uid,
                      Edit.insertAfter(command.name().slice(), " " + option + " " + uid))
                  .changing(command.anchor()));
    }
    context.report(finding);
  }

  private static boolean isNumberedLater(ShellWord name, Command command, ScriptContext script) {
    for (Command each : script.script().commands()) {
      if (each.isNamed("usermod")) {
        Optional<Invocation> usermod = Invocation.of(each);
        if (usermod.isPresent()
            && usermod.get().option("uid").isPresent()
            && each.arguments().get(each.arguments().size() - 1).text().equals(name.text())
            && !each.anchor().equals(command.anchor())) {
          return true;
        }
      }
    }
    return false;
  }

  /** How the number is named; empty where it is not known which adduser this is. */
  private static String option(AccountCreation creation, Optional<BaseImage> image) {
    if (creation.invocation().command().isNamed("useradd")) {
      return "--uid";
    }
    if (image.isEmpty()) {
      return "";
    }
    return switch (image.get().family()) {
      case ALPINE, BUSYBOX -> "-u";
      case DEBIAN, UBUNTU, RPM -> "--uid";
      default -> "";
    };
  }

  /** Whether no other account is known that has the number, or gets it by the same fix. */
  @SuppressWarnings("ReferenceEquality") // the very command: another may read the same
  private static boolean isFree(int uid, Command command, ScriptContext script) {
    if (script.image().isPresent()) {
      for (BaseImage.Account account : script.image().get().accounts()) {
        if (account.uid() == uid) {
          return false;
        }
      }
    }
    for (Command each : script.script().commands()) {
      if (each != command && AccountCreation.of(each).isPresent()) {
        return false;
      }
    }
    return true;
  }
}
