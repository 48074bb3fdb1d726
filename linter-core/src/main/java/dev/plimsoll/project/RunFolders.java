package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.command.HostVariables;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.dockerfile.ImageAccounts;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the commands of one RUN do to a folder. Sources: mkdir(1), install(1), chown(1) and chmod(1)
 * of coreutils; useradd(8) of shadow.
 */
final class RunFolders {

  private static final String RUNS = "a command that is not understood may make it";

  private final FolderState folder;
  private final ImageAccounts accounts;
  private final Run run;
  private final HostVariables variables;
  private final boolean isPlain;
  private Optional<String> here;

  RunFolders(FolderState folder, ImageAccounts accounts, Run run) {
    this.folder = folder;
    this.accounts = accounts;
    this.run = run;
    this.variables = new HostVariables(run);
    this.isPlain = PlainScript.is(run.script());
    this.here =
        run.workdir().alternatives().get(0) instanceof Value.Known known
            ? Optional.of(known.text())
            : Optional.empty();
  }

  void read() {
    if (run.isMounted(folder.path())) {
      folder.doubtIfAbsent("a mount of the build stands there");
      return;
    }
    if (run.script().commands().isEmpty() && !run.script().slice().text().isBlank()) {
      folder.doubt(RUNS);
    }
    for (Command command : run.script().commands()) {
      read(command);
    }
  }

  private void read(Command command) {
    switch (command.program()) {
      case "cd" -> enter(command);
      case "pushd", "popd" -> here = Optional.empty();
      case "mkdir" -> mkdir(command);
      case "install" -> install(command);
      case "chown", "chgrp" -> chown(command);
      case "chmod" -> chmod(command);
      case "rm" -> remove(command);
      case "useradd", "adduser" -> home(command);
      default -> other(command);
    }
  }

  private void enter(Command command) {
    List<ShellWord> words = command.arguments();
    here = words.size() == 1 ? path(words.get(0)) : Optional.empty();
  }

  /** The whole path of a word; none where only a run tells it. */
  private Optional<String> path(ShellWord word) {
    String text = word.unquoted().text();
    Optional<String> told = text.indexOf('*') >= 0 ? Optional.empty() : variables.replace(text);
    if (told.isEmpty() || told.get().isEmpty()) {
      return Optional.empty();
    }
    if (told.get().startsWith("/")) {
      return Optional.of(CleanPath.of(told.get()));
    }
    return here.isEmpty()
        ? Optional.empty()
        : Optional.of(CleanPath.of(here.get() + "/" + told.get()));
  }

  /** Whether a word whose path is not known may mean the folder, one around it or one in it. */
  private boolean mayMean(ShellWord word) {
    String text = word.unquoted().text();
    int end = 0;
    while (end < text.length() && "$`*?[{~\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String head = text.substring(0, end);
    if (!head.startsWith("/")) {
      if (here.isEmpty() || (end < text.length() && head.isEmpty() && text.charAt(0) == '$')) {
        return true;
      }
      head = here.get().equals("/") ? "/" + head : here.get() + "/" + head;
    }
    return folder.path().startsWith(head) || head.startsWith(folder.path() + "/");
  }

  private Optional<ServiceUser> runner(Command command) {
    if (!command.wrappers().isEmpty()) {
      List<String> words = new ArrayList<>();
      for (var wrapper : command.wrappers()) {
        String name = wrapper.name().text();
        if (name.equals("sudo")) {
          return Optional.of(ServiceUser.ROOT);
        }
        words.add(name.substring(name.lastIndexOf('/') + 1));
      }
      for (String word : words) {
        if (PrivilegeDrop.isSign(word)) {
          return Optional.empty();
        }
      }
    }
    return run.user().alternatives().get(0) instanceof Value.Known known
        ? Optional.of(ServiceUsers.named(known.text(), accounts))
        : Optional.empty();
  }

  /** Takes note of a change, or of a doubt where it may not happen. */
  private boolean isSure(Command command) {
    if (isPlain && command.host().isEmpty()) {
      return true;
    }
    folder.doubt("a command that may not run changes it");
    return false;
  }

  private void mkdir(Command command) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty()) {
      return;
    }
    boolean parents = call.get().option("parents").isPresent();
    for (ShellWord word : call.get().operands()) {
      Optional<String> made = path(word);
      if (made.isEmpty()) {
        if (mayMean(word)) {
          folder.doubtIfAbsent(RUNS);
        }
      } else if (folder.holds(made.get())) {
        boolean itself = made.get().equals(folder.path());
        make(command, itself ? mode(call.get()) : Optional.of(0755), itself && !parents);
      }
    }
  }

  private void make(Command command, Optional<Integer> mode, boolean isNew) {
    Optional<ServiceUser> by = runner(command);
    if ((!folder.isAbsent() && !isNew) || folder.isPresent() || !isSure(command)) {
      return;
    }
    if (by.isEmpty()) {
      folder.doubt("it is not known who makes it");
    } else {
      folder.make(by.get(), mode, command.slice().place());
    }
  }

  private Optional<Integer> mode(Invocation call) {
    Optional<Option> option = call.option("mode");
    if (option.isPresent()) {
      return option.get().value().isPresent()
          ? bits(option.get().value().get().text())
          : Optional.empty();
    }
    return run.script().slice().text().contains("umask") ? Optional.empty() : Optional.of(0755);
  }

  static Optional<Integer> bits(String mode) {
    Optional<FileMode> read = FileMode.parse(mode);
    return read.isPresent() && read.get() instanceof FileMode.Octal octal
        ? Optional.of(Integer.parseInt(octal.text(), 8))
        : Optional.empty();
  }

  private void install(Command command) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty() || call.get().option("directory").isEmpty()) {
      other(command);
      return;
    }
    for (ShellWord word : call.get().operands()) {
      Optional<String> made = path(word);
      if (made.isEmpty()) {
        if (mayMean(word)) {
          folder.doubt(RUNS);
        }
      } else if (folder.holds(made.get())) {
        boolean itself = made.get().equals(folder.path());
        make(command, itself ? mode(call.get()) : Optional.of(0755), false);
        if (itself) {
          installed(command, call.get());
        }
      }
    }
  }

  /** Whether it was there before or not, it gets the owner and the mode that are asked for. */
  private void installed(Command command, Invocation call) {
    Optional<Option> owner = call.option("owner");
    if (owner.isPresent() && owner.get().value().isPresent()) {
      String group = "";
      Optional<Option> given = call.option("group");
      if (given.isPresent() && given.get().value().isPresent()) {
        group = ":" + given.get().value().get().text();
      }
      give(owner.get().value().get().text() + group, true, command);
    }
    folder.chmod(mode(call), command.slice().place());
  }

  private void give(String spec, boolean isNamed, Command command) {
    Optional<String> told = variables.replace(spec);
    if (told.isEmpty()) {
      folder.doubt("a variable names its owner");
    } else if (isSure(command)) {
      String text = told.get();
      boolean groupOnly = text.startsWith(":") || command.isNamed("chgrp");
      if (groupOnly) {
        String group = text.startsWith(":") ? text.substring(1) : text;
        folder.give(Optional.empty(), accounts.group(group), isNamed, command.slice().place());
      } else {
        folder.give(Optional.of(owner(text)), Optional.empty(), isNamed, command.slice().place());
      }
    }
  }

  /** {@code user} alone leaves the group as it is, {@code user:} gives the user's own. */
  private ServiceUser owner(String text) {
    String spec = text.indexOf(':') < 0 ? text.replace('.', ':') : text;
    ServiceUser user = ServiceUsers.named(spec, accounts);
    return spec.indexOf(':') >= 0
        ? user
        : new ServiceUser(user.name(), user.uid(), folder.groupOf());
  }

  private void chown(Command command) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty() || call.get().operands().size() < 2) {
      return;
    }
    boolean all = call.get().option("recursive").isPresent();
    List<ShellWord> words = call.get().operands();
    for (ShellWord word : words.subList(1, words.size())) {
      Optional<String> path = path(word);
      if (path.isEmpty() ? mayMean(word) : isHit(path.get(), all)) {
        if (path.isEmpty() || call.get().option("reference").isPresent()) {
          folder.doubt("a command that is not understood gives it to somebody");
        } else {
          boolean itself = path.get().equals(folder.path());
          give(words.get(0).unquoted().text(), itself, command);
        }
      }
    }
  }

  private boolean isHit(String path, boolean all) {
    return path.equals(folder.path()) || (all && folder.liesIn(path));
  }

  private void chmod(Command command) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty() || call.get().operands().size() < 2) {
      return;
    }
    boolean all = call.get().option("recursive").isPresent();
    List<ShellWord> words = call.get().operands();
    for (ShellWord word : words.subList(1, words.size())) {
      Optional<String> path = path(word);
      if (path.isEmpty() ? mayMean(word) : isHit(path.get(), all)) {
        Optional<Integer> bits =
            path.isPresent() && isPlain ? bits(words.get(0).unquoted().text()) : Optional.empty();
        folder.chmod(bits, command.slice().place());
      }
    }
  }

  private void remove(Command command) {
    for (ShellWord word : command.arguments()) {
      if (!word.text().startsWith("-")) {
        Optional<String> path = path(word);
        if (path.isPresent()
            && (path.get().equals(folder.path()) || folder.liesIn(path.get()))
            && isSure(command)) {
          folder.remove(command.slice().place());
        } else if (path.isEmpty() && mayBeRemoved(word)) {
          folder.doubt("a command may remove it");
        }
      }
    }
  }

  /**
   * A pattern takes what lies in a folder, and not the folder; what a variable names is seldom one
   * that an image is made for.
   */
  private boolean mayBeRemoved(ShellWord word) {
    String text = word.unquoted().text();
    int star = text.indexOf('*');
    if (text.startsWith("$")) {
      return false;
    }
    if (star < 0 || text.indexOf('$') >= 0 || (here.isEmpty() && !text.startsWith("/"))) {
      return mayMean(word);
    }
    String whole = text.startsWith("/") ? text : here.orElseThrow() + "/" + text;
    String head = whole.substring(0, whole.indexOf('*'));
    int slash = head.lastIndexOf('/');
    String around = CleanPath.of(head.substring(0, slash + 1));
    return folder.liesIn(around)
        && folder.path().startsWith((around.equals("/") ? "" : around) + head.substring(slash));
  }

  private void home(Command command) {
    Optional<Invocation> call = Invocation.of(command);
    if (call.isEmpty() || call.get().operands().isEmpty()) {
      return;
    }
    Slice word = call.get().operands().get(0).unquoted();
    Optional<String> name = variables.replace(word.text());
    Optional<ImageAccounts.Account> account =
        name.isEmpty() ? Optional.empty() : accounts.user(name.get());
    if (name.isEmpty()
        || account.isEmpty()
        || !folder.path().equals(account.get().home().orElse("/home/" + name.get()))) {
      return;
    }
    boolean system = call.get().option("system").isPresent();
    boolean none = call.get().option("no-create-home").isPresent();
    boolean made =
        command.isNamed("useradd")
            ? call.get().option("create-home").isPresent()
            : !system && !none;
    Place place = command.slice().place();
    if (made && isPlain) {
      ServiceUser owner =
          new ServiceUser(
              Optional.of(account.get().name()), account.get().uid(), account.get().gid());
      folder.makeIfAbsent(owner, Optional.empty(), place);
    } else if (!none) {
      folder.doubtIfAbsent("the program that makes the account may make it");
    }
  }

  /** Programs that may do anything, and those of which it is known that they do little. */
  private void other(Command command) {
    String program = command.program();
    if (BuildPrograms.isScript(command)) {
      folder.doubt("a script may change it");
    } else if (!BuildPrograms.isHarmless(program) && folder.isAbsent()) {
      boolean named = isNamedIn(command);
      boolean package_ = command.packageCall().isPresent();
      boolean within = here.isPresent() && !here.get().equals("/") && folder.liesIn(here.get());
      String first =
          within && here.isPresent()
              ? folder.path().substring(here.get().length() + 1).split("/", -1)[0]
              : "";
      boolean tool = package_ && !BuildPrograms.isMadeByTools(first);
      if (named || (within && !tool) || (package_ && isSystem())) {
        folder.doubt(RUNS);
      }
    }
  }

  private boolean isSystem() {
    for (String system : List.of("/var/", "/etc/", "/usr/", "/opt/", "/run/", "/lib/")) {
      if (folder.path().startsWith(system)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNamedIn(Command command) {
    for (ShellWord word : command.arguments()) {
      Optional<String> path = word.text().startsWith("-") ? Optional.empty() : path(word);
      if (path.isPresent() && folder.holds(path.get())) {
        return true;
      }
      if (word.text().contains(folder.path())) {
        return true;
      }
    }
    return false;
  }
}
