package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.HostMount;
import dev.plimsoll.project.ServiceUser;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.text.Digits;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code chown} of a script on a host that gives folders to a number, and the services that mount
 * one of them.
 *
 * @param word the owner
 * @param path the first folder that a service mounts
 */
record HostOwner(
    Command command,
    Slice word,
    int uid,
    Optional<Integer> gid,
    Slice path,
    List<HostMount> mounts) {

  /** None where it is another command, or no service is seen to mount what it names. */
  static Optional<HostOwner> of(Command command, ScriptContext script, RuleContext context) {
    if (!command.isNamed("chown") || command.host().isPresent()) {
      return Optional.empty();
    }
    List<ShellWord> operands = new ArrayList<>();
    boolean isDeep = false;
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      if (text.startsWith("-")) {
        isDeep |= text.equals("--recursive") || (!text.startsWith("--") && text.indexOf('R') > 0);
      } else {
        operands.add(word);
      }
    }
    if (operands.size() < 2 || !operands.get(0).isLiteral()) {
      return Optional.empty();
    }
    String owner = operands.get(0).text();
    int colon = owner.indexOf(':');
    Optional<Integer> uid = Digits.number(colon < 0 ? owner : owner.substring(0, colon));
    Optional<Integer> gid =
        colon < 0 ? Optional.empty() : Digits.number(owner.substring(colon + 1));
    if (uid.isEmpty() || uid.get() == 0 || (colon >= 0 && gid.isEmpty())) {
      return Optional.empty();
    }
    String file = command.slice().place().file();
    for (ShellWord word : operands.subList(1, operands.size())) {
      List<HostMount> mounts =
          word.isLiteral() && HostScripts.isOne(script, word.text(), context)
              ? context.compose().hostMounts(file, word.text(), isDeep)
              : List.of();
      if (!mounts.isEmpty()) {
        Slice first = operands.get(0).unquoted();
        return Optional.of(new HostOwner(command, first, uid.get(), gid, word.unquoted(), mounts));
      }
    }
    return Optional.empty();
  }

  /**
   * The first service that starts as another user and may not write there for its group either;
   * none where one of them starts as this owner, or as root, or that is not known.
   */
  Optional<HostMount> other(RuleContext context) {
    Optional<HostMount> other = Optional.empty();
    for (HostMount each : mounts) {
      if (each.mount().readOnly()) {
        continue;
      }
      Optional<ServiceUser> user = userOf(each, context);
      if (user.isEmpty()
          || user.get().isRoot()
          || user.get().uid().isEmpty()
          || user.get().uid().get() == uid
          || (gid.isPresent() && user.get().gid().equals(gid))) {
        return Optional.empty();
      }
      other = other.isPresent() ? other : Optional.of(each);
    }
    return other;
  }

  static Optional<ServiceUser> userOf(HostMount mount, RuleContext context) {
    return context.compose().user(mount.set(), mount.service())
            instanceof Answer.Known<ServiceUser> known
        ? Optional.of(known.value())
        : Optional.empty();
  }
}
