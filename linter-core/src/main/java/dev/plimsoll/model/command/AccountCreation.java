package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * A command that creates a user. Sources: useradd(8) of shadow, adduser(8) of Debian, adduser of
 * busybox.
 *
 * @param name the new user
 * @param uid as written; absent where the system picks one
 */
public record AccountCreation(Invocation invocation, ShellWord name, Optional<Slice> uid) {

  /** The user that a command creates; none where it creates none or only changes defaults. */
  public static Optional<AccountCreation> of(Command command) {
    boolean useradd = command.isNamed("useradd");
    if (!useradd && !command.isNamed("adduser")) {
      return Optional.empty();
    }
    Optional<Invocation> invocation = Invocation.of(command);
    if (invocation.isEmpty()) {
      return Optional.empty();
    }
    List<ShellWord> operands = invocation.get().operands();
    if (operands.size() != 1
        || (useradd ? changesDefaults(invocation.get()) : isGroup(invocation.get()))) {
      return Optional.empty(); // with two operands adduser puts a user into a group
    }
    Optional<Option> uid = invocation.get().option("uid");
    Optional<Slice> number = uid.isEmpty() ? Optional.empty() : uid.get().value();
    return Optional.of(new AccountCreation(invocation.get(), operands.get(0), number));
  }

  private static boolean changesDefaults(Invocation useradd) {
    return has(useradd, "D") || has(useradd, "defaults");
  }

  /** Debian's {@code adduser --group name} creates a group, unless it is a system user's. */
  private static boolean isGroup(Invocation adduser) {
    return has(adduser, "group") && adduser.option("system").isEmpty();
  }

  private static boolean has(Invocation invocation, String option) {
    for (Option each : invocation.options()) {
      if (each.name().equals(option)) {
        return true;
      }
    }
    return false;
  }

  /** The name, where no variable is in it. */
  public Optional<String> knownName() {
    return name.isLiteral() ? Optional.of(name.text()) : Optional.empty();
  }
}
