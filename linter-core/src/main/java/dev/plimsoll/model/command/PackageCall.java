package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command asks of a package manager.
 *
 * @param action none for what the table of package managers does not list: {@code npm run}
 * @param subcommand the words that ask for it, as the table has them; empty without an action
 * @param packages the operands after it: names, files, addresses
 */
public record PackageCall(
    PackageManager manager,
    Optional<PackageManager.Action> action,
    String subcommand,
    Invocation invocation,
    List<ShellWord> packages) {

  public PackageCall {
    packages = List.copyOf(packages);
  }

  /** What a command asks of a package manager; none where its program is none. */
  public static Optional<PackageCall> of(Command command) {
    return command.packageCall();
  }

  static Optional<PackageCall> read(Command command) {
    Optional<PackageManager> manager = PackageManager.of(command.program());
    Optional<Invocation> invocation = manager.isEmpty() ? Optional.empty() : command.invocation();
    return invocation.isEmpty()
        ? Optional.empty()
        : Optional.of(read(manager.orElseThrow(), invocation.get()));
  }

  /** The action with the longest subcommand that the command begins with. */
  private static PackageCall read(PackageManager manager, Invocation invocation) {
    Optional<PackageManager.Action> action = Optional.empty();
    String longest = "";
    int operands = 0;
    for (Map.Entry<PackageManager.Action, List<String>> entry : manager.phrases().entrySet()) {
      for (String phrase : entry.getValue()) {
        if (phrase.length() > longest.length() && asks(phrase, invocation)) {
          action = Optional.of(entry.getKey());
          longest = phrase;
          operands = phrase.startsWith("-") ? 0 : Cells.split(phrase, ' ').size();
        }
      }
    }
    List<ShellWord> all = invocation.operands();
    if (all.isEmpty() && installsAlone(manager, invocation)) {
      action = Optional.of(PackageManager.Action.INSTALL);
    }
    List<ShellWord> packages = action.isEmpty() ? List.of() : all.subList(operands, all.size());
    return new PackageCall(manager, action, longest, invocation, packages);
  }

  /** Whether it installs where nothing is asked of it: {@code yarn}, {@code bundle}. */
  private static boolean installsAlone(PackageManager manager, Invocation invocation) {
    if (!manager.name().equals("yarn") && !manager.family().equals("bundle")) {
      return false;
    }
    for (Option option : invocation.options()) {
      if (List.of("v", "version", "h", "help").contains(option.name())) {
        return false;
      }
    }
    return true;
  }

  private static boolean asks(String phrase, Invocation invocation) {
    return phrase.startsWith("-")
        ? asksByOption(phrase, invocation)
        : asksByWords(phrase, invocation);
  }

  private static boolean asksByOption(String letters, Invocation invocation) {
    for (int i = 1; i < letters.length(); i++) {
      boolean given = false;
      for (Option option : invocation.options()) {
        given |= option.name().equals(letters.substring(i, i + 1));
      }
      if (!given) {
        return false;
      }
    }
    return true;
  }

  private static boolean asksByWords(String phrase, Invocation invocation) {
    List<String> words = Cells.split(phrase, ' ');
    if (invocation.operands().size() < words.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!invocation.operands().get(i).unquoted().text().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The words of the subcommand, as written; none where an option asks, as pacman's. */
  public List<ShellWord> verb() {
    boolean isOption = subcommand.isEmpty() || subcommand.startsWith("-");
    return isOption
        ? List.of()
        : invocation.operands().subList(0, Cells.split(subcommand, ' ').size());
  }

  /**
   * Whether it is given one of these options, by itself or by a variable, or may be by one that is
   * not known.
   *
   * @param names without dashes; a letter twice is the option given twice
   */
  public boolean mayHaveOption(List<String> names, ScriptContext script) {
    for (String name : names) {
      boolean isTwice = name.length() == 2 && name.charAt(0) == name.charAt(1);
      String once = isTwice ? name.substring(1) : name;
      int times = 0;
      for (Option option : invocation.options()) {
        times += option.name().equals(once) ? 1 : 0;
      }
      if (times >= (isTwice ? 2 : 1)) {
        return true;
      }
    }
    return new VariableOptions(names, script).mayStandIn(invocation.command().arguments());
  }

  /** Whether an option has it fetch an index of its own: of apk -U, update and no-cache. */
  public boolean fetchesIndex() {
    for (Option option : invocation.options()) {
      boolean fetches =
          option.name().equals("no-cache")
              || option.name().equals("U")
              || option.name().startsWith("update");
      if (fetches) {
        return true;
      }
    }
    return false;
  }

  /** Whether what is asked for is this. */
  public boolean does(PackageManager.Action wanted) {
    return action.isPresent() && action.get() == wanted;
  }

  /**
   * The version that a package is asked for in.
   *
   * @return empty where none is named, or the manager has no mark for it
   */
  public Optional<Slice> version(ShellWord word) {
    Slice name = word.unquoted();
    String text = name.text();
    String pin = manager.pin();
    int at = pin.isEmpty() ? -1 : text.indexOf(pin, 1); // npm's scopes begin with an at sign
    return at < 0 ? Optional.empty() : Optional.of(name.part(at + pin.length(), text.length()));
  }
}
