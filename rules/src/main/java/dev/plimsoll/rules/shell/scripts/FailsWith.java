package dev.plimsoll.rules.shell.scripts;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Commands that cannot succeed where one before them failed. */
final class FailsWith {

  private static final Set<String> MAKES_ACCOUNT =
      Set.of("addgroup", "adduser", "groupadd", "useradd");
  private static final Set<String> NEEDS_ACCOUNT = Set.of("adduser", "useradd", "usermod");

  private FailsWith() {}

  static boolean fails(Command later, Command earlier) {
    return lacksIndex(later, earlier) || lacksAccount(later, earlier);
  }

  private static boolean lacksIndex(Command later, Command earlier) {
    Optional<PackageCall> refresh = PackageCall.of(earlier);
    if (refresh.isEmpty() || !refresh.get().does(PackageManager.Action.REFRESH)) {
      return false;
    }
    Optional<PackageCall> install = PackageCall.of(later);
    return install.isPresent()
        && install.get().does(PackageManager.Action.INSTALL)
        && install.get().manager().family().equals(refresh.get().manager().family());
  }

  private static boolean lacksAccount(Command later, Command earlier) {
    List<ShellWord> made = earlier.arguments();
    if (!MAKES_ACCOUNT.contains(earlier.program())
        || !NEEDS_ACCOUNT.contains(later.program())
        || made.isEmpty()) {
      return false;
    }
    String name = made.get(made.size() - 1).text();
    // Two names and no option: somebody is put into a group.
    boolean isOneName = made.size() == 1 || made.get(0).text().startsWith("-");
    if (!isOneName || name.startsWith("-") || name.contains("$")) {
      return false;
    }
    for (ShellWord word : later.arguments()) {
      if (word.text().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
