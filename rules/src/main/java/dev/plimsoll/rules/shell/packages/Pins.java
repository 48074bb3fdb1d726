package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.parse.shell.tree.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the packages of an install say which version they are. */
final class Pins {

  /** Package managers by program, under the names that the rule's option has. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("apt-get", "apt"),
          Map.entry("apt", "apt"),
          Map.entry("aptitude", "apt"),
          Map.entry("apk", "apk"),
          Map.entry("dnf", "dnf"),
          Map.entry("dnf5", "dnf"),
          Map.entry("yum", "dnf"),
          Map.entry("microdnf", "dnf"),
          Map.entry("tdnf", "dnf"),
          Map.entry("zypper", "zypper"),
          Map.entry("pip", "pip"),
          Map.entry("pip3", "pip"),
          Map.entry("npm", "npm"),
          Map.entry("gem", "gem"),
          Map.entry("go", "go"));

  private static final Map<String, Set<String>> VERBS =
      Map.of(
          "apt", Set.of("install"),
          "apk", Set.of("add"),
          "dnf", Set.of("install", "localinstall", "reinstall"),
          "zypper", Set.of("install", "in"),
          "pip", Set.of("install"),
          "npm", Set.of("install", "i", "add", "in"),
          "gem", Set.of("install", "i"),
          "go", Set.of("install", "get", "run"));

  /** Options that say the version of all packages, or that the operands are something else. */
  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "apt", Set.of("t", "target-release", "default-release"),
          "apk", Set.of(),
          "dnf", Set.of(),
          "zypper", Set.of("t", "type"),
          "pip", Set.of("r", "requirement", "c", "constraint", "no-index"),
          "npm", Set.of(),
          "gem", Set.of("v", "version", "file", "g"),
          "go", Set.of());

  private Pins() {}

  /** The manager as the option names it; empty where it is none of those that are looked at. */
  static String manager(PackageCall call) {
    return NAMES.getOrDefault(call.manager().name(), "");
  }

  /** The packages of a call that are asked for in no version. */
  static List<ShellWord> unpinned(PackageCall call) {
    String manager = manager(call);
    List<ShellWord> found = new ArrayList<>();
    if (!VERBS.getOrDefault(manager, Set.of()).contains(call.subcommand())) {
      return found;
    }
    Set<String> deciding = OPTIONS.getOrDefault(manager, Set.of());
    for (Option option : call.invocation().options()) {
      if (deciding.contains(option.name())) {
        return found;
      }
    }
    int operands = 0;
    for (ShellWord word : call.packages()) {
      boolean first = operands++ == 0;
      if (manager.equals("go") && !first && call.subcommand().equals("run")) {
        break; // what follows is the program's own
      }
      if (isName(word) && !isPinned(manager, call, word.text())) {
        found.add(word);
      }
    }
    return found;
  }

  private static boolean isName(ShellWord word) {
    String text = word.text();
    return !text.isEmpty() && text.indexOf('$') < 0 && text.indexOf('`') < 0;
  }

  private static boolean isPinned(String manager, PackageCall call, String text) {
    return switch (manager) {
      case "apt" ->
          has(text, "=/^") || text.endsWith(".deb") || (text.endsWith("-") && text.length() > 1);
      case "apk" ->
          has(text, "=<>~/")
              || text.startsWith(".")
              || text.startsWith("!")
              || text.endsWith(".apk");
      case "dnf" -> has(text, "/@:") || text.endsWith(".rpm") || hasVersion(text);
      case "zypper" -> has(text, "=<>/:") || text.endsWith(".rpm") || hasVersion(text);
      case "pip" -> isPipPinned(text);
      case "npm" -> isNpmPinned(text);
      case "gem" -> has(text, ":/") || text.endsWith(".gem");
      case "go" -> isGoPinned(call.subcommand(), text);
      default -> true;
    };
  }

  private static boolean has(String text, String characters) {
    for (int i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name ends in its version, or in version and release: {@code git-2.47.1-1.fc42}. */
  private static boolean hasVersion(String text) {
    int last = text.lastIndexOf('-');
    return last > 0 && last + 1 < text.length() && isDigitOrPattern(text.charAt(last + 1));
  }

  private static boolean isDigitOrPattern(char c) {
    return (c >= '0' && c <= '9') || c == '*';
  }

  private static boolean isPipPinned(String text) {
    if (text.startsWith("git+") || text.startsWith("hg+") || text.startsWith("svn+")) {
      return text.lastIndexOf('@') > text.indexOf("://") + 3;
    }
    return has(text, "=<>~!@/\\*")
        || text.startsWith(".")
        || text.endsWith(".whl")
        || text.endsWith(".zip")
        || text.endsWith(".gz");
  }

  private static boolean isNpmPinned(String text) {
    boolean scoped = text.startsWith("@");
    int slash = text.indexOf('/');
    boolean path = !scoped && (slash >= 0 || text.startsWith("."));
    return path || text.indexOf('@', 1) > 0 || text.endsWith(".tgz") || text.contains(":");
  }

  /**
   * A path of this module, or another's with a version; without one, go.mod or the newest decides.
   */
  private static boolean isGoPinned(String subcommand, String text) {
    int at = text.indexOf('@');
    int slash = text.indexOf('/');
    boolean remote = slash > 0 && text.substring(0, slash).indexOf('.') > 0;
    if (!remote || text.startsWith(".") || text.endsWith("/...")) {
      return true;
    }
    if (at < 0) {
      return subcommand.equals("run");
    }
    String version = text.substring(at + 1);
    return !version.equals("latest") && !version.equals("none");
  }
}
