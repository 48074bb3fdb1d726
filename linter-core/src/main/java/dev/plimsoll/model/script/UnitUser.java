package dev.plimsoll.model.script;

import dev.plimsoll.parse.small.tree.UnitCommand;
import dev.plimsoll.parse.small.tree.UnitFile;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;

/** Who runs the commands of a unit, and where: systemd.exec(5), Paths, User/Group Identity. */
final class UnitUser {

  private static final String ELSEWHERE = "another file may say so";

  private final boolean isWhole;
  private String user = "";
  private String folder = "";
  private boolean isDynamic;
  private boolean startsOnly;
  private boolean isOfManager = true;

  /** Takes the last of each setting: it holds for all commands. */
  UnitUser(UnitFile unit, SourceText source) {
    String name = source.name();
    boolean isOfUser = name.contains("user/"); // systemd/user, and folders of its own kind
    this.isWhole = name.endsWith(".service") && !isOfUser;
    for (UnitFile.Setting setting : unit.settings()) {
      String value = setting.value().text();
      switch (setting.key()) {
        case "User" -> user = value;
        case "DynamicUser" -> isDynamic = isOn(value);
        case "PermissionsStartOnly" -> startsOnly = isOn(value);
        case "WorkingDirectory" -> folder = value.startsWith("-") ? value.substring(1) : value;
        case "WantedBy" -> isOfManager &= !value.contains("default.target");
        default -> {
          // a command
        }
      }
    }
  }

  private static boolean isOn(String value) {
    return switch (value) {
      case "1", "yes", "true", "on", "y", "t" -> true;
      default -> false;
    };
  }

  /** Who runs a command: root, where nothing says otherwise and nothing else can. */
  Value of(UnitCommand command, String key) {
    boolean isStart = key.equals("ExecStart");
    if (command.isPrivileged() || (startsOnly && !isStart)) {
      return new Value.Known("root", command.slice());
    }
    boolean isRoot = user.isEmpty() && !isDynamic && isWhole && isOfManager;
    if (isRoot) {
      return new Value.Known("root", command.slice());
    }
    return user.isEmpty() || user.indexOf('%') >= 0
        ? unknown(command.slice())
        : new Value.Known(user, command.slice());
  }

  Value folder(UnitCommand command) {
    return folder.startsWith("/") && folder.indexOf('%') < 0
        ? new Value.Known(folder, command.slice())
        : unknown(command.slice());
  }

  private static Value unknown(Slice origin) {
    return new Value.Unknown(ELSEWHERE, origin);
  }
}
