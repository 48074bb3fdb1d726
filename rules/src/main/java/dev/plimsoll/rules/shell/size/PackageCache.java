package dev.plimsoll.rules.shell.size;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.command.ScriptContext;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Set;

/**
 * Where package managers leave what a finished image has no use for, and what keeps or takes it
 * out.
 *
 * @param name as the rule's option has it
 * @param programs the managers that share it
 * @param filledBy what puts something there
 * @param folders where it lies; a tilde is the home of whoever runs it
 * @param avoidedBy options without dashes with which nothing is left; the first is proposed
 * @param elsewhere options that move it to another place
 * @param variables that empty it or move it when they are set
 * @param left what it is
 */
record PackageCache(
    String name,
    Set<String> programs,
    Set<Action> filledBy,
    List<String> folders,
    List<String> avoidedBy,
    List<String> elsewhere,
    List<String> variables,
    String left) {

  private static final Set<Action> FETCHING =
      Set.of(Action.INSTALL, Action.UPGRADE, Action.REFRESH);

  static final PackageCache APT =
      new PackageCache(
          "apt",
          Set.of("apt-get", "apt", "aptitude"),
          Set.of(Action.REFRESH),
          List.of("/var/lib/apt/lists"),
          List.of(),
          List.of(),
          List.of(),
          "the package lists");

  static final PackageCache APK =
      new PackageCache(
          "apk",
          Set.of("apk"),
          FETCHING,
          List.of("/var/cache/apk", "/etc/apk/cache"),
          List.of("no-cache", "no-network"),
          List.of("root", "p", "cache-dir"),
          List.of(),
          "its index");

  static final PackageCache DNF =
      new PackageCache(
          "dnf",
          Set.of("dnf", "dnf5", "yum", "microdnf", "tdnf"),
          FETCHING,
          List.of("/var/cache/dnf", "/var/cache/yum", "/var/cache/libdnf5", "/var/cache/tdnf"),
          List.of(),
          List.of("installroot"),
          List.of(),
          "its cache");

  static final PackageCache ZYPPER =
      new PackageCache(
          "zypper",
          Set.of("zypper"),
          FETCHING,
          List.of("/var/cache/zypp"),
          List.of(),
          List.of("root", "installroot", "R"),
          List.of(),
          "its cache");

  static final PackageCache PIP =
      new PackageCache(
          "pip",
          Set.of("pip", "pip3"),
          Set.of(Action.INSTALL),
          List.of("~/.cache/pip"),
          List.of("no-cache-dir", "no-index"),
          List.of("cache-dir"),
          List.of("PIP_NO_CACHE_DIR", "PIP_CACHE_DIR", "XDG_CACHE_HOME"),
          "its cache");

  static final PackageCache NPM =
      new PackageCache(
          "npm",
          Set.of("npm"),
          Set.of(Action.INSTALL),
          List.of("~/.npm"),
          List.of(),
          List.of("cache"),
          List.of("npm_config_cache", "NPM_CONFIG_CACHE"),
          "its cache");

  static final PackageCache YARN =
      new PackageCache(
          "yarn",
          Set.of("yarn"),
          Set.of(Action.INSTALL),
          List.of("/usr/local/share/.cache/yarn", "~/.cache/yarn", "~/.yarn/berry/cache"),
          List.of("immutable", "mode", "use-yarnrc"),
          List.of("cache-folder"),
          List.of("YARN_CACHE_FOLDER", "YARN_ENABLE_GLOBAL_CACHE"),
          "its cache");

  static final List<PackageCache> ALL = List.of(APT, APK, DNF, ZYPPER, PIP, NPM, YARN);

  boolean isOf(PackageCall call) {
    return programs.contains(call.manager().name());
  }

  /** Whether a command puts something there that nothing but a later command takes away. */
  boolean isFilledBy(PackageCall call, ScriptContext script) {
    boolean fills = call.action().isPresent() && filledBy.contains(call.action().get());
    if (!isOf(call) || !(fills || isBareYarn(call))) {
      return false;
    }
    boolean other = name.equals("pip") && !call.subcommand().equals("install");
    if (other || isSet(call.invocation().command()) || call.mayHaveOption(elsewhere, script)) {
      return false;
    }
    return !call.mayHaveOption(avoidedBy, script);
  }

  /** {@code yarn} alone installs. */
  private static boolean isBareYarn(PackageCall call) {
    return call.manager().name().equals("yarn")
        && call.invocation().operands().isEmpty()
        && !call.invocation().command().slice().text().contains("-v");
  }

  private boolean isSet(Command command) {
    for (Assignment assignment : command.environment()) {
      if (variables.contains(assignment.name().text())) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is left there never reaches the image, or is none, whatever the commands are. */
  boolean isKeptOut(ScriptContext script) {
    for (Value mount : script.mounted()) {
      if (!(mount instanceof Value.Known known) || covers(known.text())) {
        return true;
      }
    }
    String text = script.script().slice().text();
    for (String variable : variables) {
      if (isSet(script.variable(variable)) || text.contains(variable)) {
        return true;
      }
    }
    return name.equals("pip") && script.isConfigured(ScriptContext.Configuration.NO_PIP_CACHE);
  }

  /** What a base image may set is not known, and seldom is. */
  private static boolean isSet(Value variable) {
    for (Value value : variable.alternatives()) {
      if (value instanceof Value.Known known && !known.text().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(String mount) {
    for (String folder : folders) {
      String path = folder.startsWith("~") ? folder.substring(1) : folder;
      while (!path.isEmpty()) {
        if (folder.startsWith("~") ? mount.endsWith(path) : mount.equals(path)) {
          return true;
        }
        path = path.substring(0, path.lastIndexOf('/'));
      }
    }
    return false;
  }

  /** Whether a command takes out what is there. */
  boolean isCleanedBy(Command command) {
    String program = command.program();
    if (program.equals("rm") || program.equals("find")) {
      for (ShellWord word : command.arguments()) {
        if (isWithin(word.text()) || word.text().contains("cache dir")) {
          return true;
        }
      }
      return false;
    }
    if (!programs.contains(program)) {
      return program.contains("clean");
    }
    String line = command.slice().text();
    return name.equals("apt")
        ? line.contains("distclean") || line.contains("dist-clean")
        : line.contains("clean") || line.contains(" cc") || line.contains("cache purge");
  }

  /** Whether a path lies there, or what is there lies below it. */
  private boolean isWithin(String written) {
    String path = written.replace("${HOME}", "~").replace("$HOME", "~").replace("\"", "");
    path = path.startsWith("/root/") ? "~" + path.substring(5) : path;
    int open = path.indexOf('{');
    int close = path.indexOf('}');
    if (open < 0 || close < open) {
      return isOneWithin(path);
    }
    for (String part : Cells.split(path.substring(open + 1, close), ',')) {
      if (isWithin(path.substring(0, open) + part + path.substring(close + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean isOneWithin(String written) {
    int end = written.length();
    while (end > 1 && "/*.".indexOf(written.charAt(end - 1)) >= 0) {
      end--;
    }
    String path = written.substring(0, end);
    if (path.length() < 2) {
      return false;
    }
    for (String folder : folders) {
      String home = folder.startsWith("~") ? folder.substring(1) : "\0";
      if (folder.equals(path)
          || folder.startsWith(path + "/")
          || path.startsWith(folder + "/")
          || path.endsWith(home)) {
        return true;
      }
    }
    return false;
  }
}
