package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.BuildUser;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word of a script with which a mounted cache is of no use.
 *
 * @param text what is at fault, as people call it
 * @param folder the cache
 * @param empties whether it throws the content away; else it goes past the cache
 * @param edit takes it out of the script
 */
record CacheDefeat(
    Command command, Slice culprit, String text, String folder, boolean empties, Edit edit) {

  private static final Set<String> KEEPING = Set.of("bundle", "cargo", "apk", "gem");

  /** All of them in the RUN of a call, those of other calls of the same manager among them. */
  static List<CacheDefeat> of(CacheUse use, List<String> folders) {
    List<CacheDefeat> defeats = new ArrayList<>();
    for (Command command : use.run().script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent() && call.get().manager().family().equals(use.manager().family())) {
        options(call.get(), use.run(), folders.get(0), defeats);
        cleaning(call.get(), use.run(), folders.get(0), defeats);
      } else if (command.isNamed("rm")) {
        removal(command, use, folders, defeats);
      }
    }
    return defeats;
  }

  private static void options(PackageCall call, Run run, String folder, List<CacheDefeat> defeats) {
    if (call.manager().family().equals("gradle")) {
      return; // its build cache is another than that of what it fetches
    }
    for (Option option : call.invocation().options()) {
      boolean drops =
          call.manager().dropOptions().contains(option.name())
              || (call.manager().family().equals("pip") && option.name().equals("no-cache"));
      if (drops) {
        Slice slice = option.slice();
        Edit edit = new Edit.Impossible("other letters are joined to it");
        for (ShellWord word : call.invocation().command().arguments()) {
          if (word.unquoted().equals(slice)) {
            boolean apk = call.manager().family().equals("apk");
            edit = apk ? refresh(call, run, slice) : ShellEdits.deleteWord(slice);
          }
        }
        Command command = call.invocation().command();
        defeats.add(new CacheDefeat(command, slice, slice.text(), folder, false, edit));
      }
    }
  }

  /** Without it apk would look for an index that nothing has fetched. */
  private static Edit refresh(PackageCall call, Run run, Slice option) {
    for (Option other : call.invocation().options()) {
      if (other.name().startsWith("update") || other.name().equals("U")) {
        return ShellEdits.deleteWord(option);
      }
    }
    return isRefreshed(run, call)
        ? ShellEdits.deleteWord(option)
        : Edit.replace(option, "--update-cache");
  }

  private static void cleaning(
      PackageCall call, Run run, String folder, List<CacheDefeat> defeats) {
    if (!call.does(Action.CLEAN) || KEEPING.contains(call.manager().family()) || isPartial(call)) {
      return;
    }
    Command command = call.invocation().command();
    List<ShellWord> operands = call.invocation().operands();
    Slice culprit = operands.isEmpty() ? command.name().slice() : operands.get(0).slice();
    String text = call.manager().name() + " " + call.subcommand();
    defeats.add(new CacheDefeat(command, culprit, text, folder, true, deletion(run, command)));
  }

  /** {@code go clean} without options leaves the caches, {@code dnf clean expire-cache} too. */
  private static boolean isPartial(PackageCall call) {
    boolean go = call.manager().family().equals("go");
    for (Option option : call.invocation().options()) {
      go &= !option.name().equals("cache") && !option.name().equals("modcache");
    }
    boolean expires = false;
    for (ShellWord word : call.packages()) {
      expires |= word.text().equals("expire-cache");
    }
    return go || expires;
  }

  private static Edit deletion(Run run, Command command) {
    Optional<ScriptTree> tree = run.script().tree();
    return tree.isEmpty()
        ? new Edit.Impossible("no shell runs it")
        : ShellEdits.deleteCommand(tree.get(), command.slice());
  }

  private static void removal(
      Command command, CacheUse use, List<String> folders, List<CacheDefeat> defeats) {
    List<ShellWord> operands = operands(command);
    List<CacheDefeat> found = new ArrayList<>();
    for (ShellWord word : operands) {
      String path = path(word, use);
      for (String folder : folders) {
        boolean below = CacheUse.isWithin(path, folder);
        if (below || CacheUse.isWithin(folder, path) || mayExpandTo(path, folder)) {
          // What removes a whole folder above would stumble over the mount.
          Edit edit =
              below
                  ? ShellEdits.deleteWord(word.slice())
                  : new Edit.Impossible("it removes more than the cache");
          found.add(
              new CacheDefeat(command, word.slice(), "rm " + word.text(), folder, true, edit));
          break;
        }
      }
    }
    if (found.size() < operands.size() || !arePossible(found)) {
      defeats.addAll(found);
      return;
    }
    for (CacheDefeat each : found) {
      defeats.add(each.with(deletion(use.run(), command)));
    }
  }

  private static boolean arePossible(List<CacheDefeat> defeats) {
    for (CacheDefeat defeat : defeats) {
      if (defeat.edit() instanceof Edit.Impossible) {
        return false;
      }
    }
    return true;
  }

  private CacheDefeat with(Edit changed) {
    return new CacheDefeat(command, culprit, text, folder, empties, changed);
  }

  private static List<ShellWord> operands(Command command) {
    List<ShellWord> operands = new ArrayList<>();
    for (ShellWord word : command.arguments()) {
      if (!word.text().startsWith("-")) {
        operands.add(word);
      }
    }
    return operands;
  }

  /** The folder that a word removes, or removes something in. */
  private static String path(ShellWord word, CacheUse use) {
    String text = word.unquoted().text();
    Optional<BuildUser> user = BuildUser.of(use.stage(), use.run());
    Optional<String> home = user.isEmpty() ? Optional.empty() : user.get().home();
    for (String start : List.of("~", "$HOME", "${HOME}")) {
      if (home.isPresent() && text.startsWith(start + "/")) {
        text = home.get() + text.substring(start.length());
      }
    }
    // rm -rf "$(yarn cache dir)"
    if (text.startsWith("${_}") || text.startsWith("$(")) {
      String asked = word.slice().text();
      boolean own = asked.contains("(" + use.manager().name() + " ") && asked.contains("cache");
      return own ? use.folders().orElse(List.of("")).get(0) : text;
    }
    int star = text.indexOf('*');
    text = star < 0 ? text : text.substring(0, text.lastIndexOf('/', star) + 1);
    return text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /** A word with braces or variables may name any folder that begins as it does. */
  private static boolean mayExpandTo(String path, String folder) {
    int brace = path.indexOf('{');
    return brace > 1 && path.startsWith("/") && folder.startsWith(path.substring(0, brace));
  }

  /** Whether a call of the manager in this RUN goes to the network by itself. */
  static boolean hasOwnIndex(Run run, PackageCall call) {
    return call.fetchesIndex() || isRefreshed(run, call);
  }

  /** Whether a command before it fetches the index. */
  private static boolean isRefreshed(Run run, PackageCall call) {
    Invocation invocation = call.invocation();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> other = PackageCall.of(command);
      if (command.equals(invocation.command())) {
        return false;
      }
      if (other.isPresent()
          && other.get().manager().family().equals(call.manager().family())
          && other.get().does(Action.REFRESH)) {
        return true;
      }
    }
    return false;
  }
}
