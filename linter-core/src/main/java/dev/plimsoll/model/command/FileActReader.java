package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the commands of one script do to files, and keeps to the folder they stand in. */
final class FileActReader {

  /** The options of {@code git clone} that take the next word, git-clone(1) of git 2.49. */
  private static final Set<String> CLONE_VALUES =
      Set.of(
          "-b",
          "--branch",
          "--depth",
          "-c",
          "--config",
          "-o",
          "--origin",
          "-j",
          "--jobs",
          "--reference",
          "--filter",
          "--separate-git-dir",
          "-u",
          "--upload-pack",
          "--template",
          "--shallow-since",
          "--shallow-exclude",
          "--server-option",
          "--bundle-uri");

  private final ScriptContext script;
  private final HostVariables variables;
  private final List<FileAct> acts = new ArrayList<>();
  private Optional<String> folder;

  FileActReader(ScriptContext script) {
    this.script = script;
    this.variables = new HostVariables(script);
    this.folder =
        script.workdir() instanceof Value.Known known && known.text().startsWith("/")
            ? Optional.of(known.text())
            : Optional.empty();
  }

  List<FileAct> read() {
    for (Command command : script.script().commands()) {
      redirections(command);
      if (command.name().isLiteral()) {
        read(command);
      }
    }
    return acts;
  }

  private void read(Command command) {
    switch (command.program()) {
      case "cd" -> enter(operands(command));
      case "pushd", "popd" -> folder = Optional.empty();
      case "rm", "rmdir", "unlink" -> add(command, operands(command), FileAct.Kind.REMOVE);
      case "mkdir", "touch" -> make(command);
      case "mv", "cp" -> transfer(command);
      case "curl", "wget", "aria2c" -> download(command);
      case "git" -> gitClone(command);
      default -> {}
    }
  }

  private void redirections(Command command) {
    for (Redirection redirection : command.redirections()) {
      String operator = redirection.operator().text();
      if (operator.endsWith(">") || operator.endsWith(">>") || operator.endsWith(">|")) {
        Slice word = redirection.target().unquoted();
        if (!word.text().startsWith("/dev/")) {
          add(command, word, word.text(), FileAct.Kind.WRITE);
        }
      }
    }
  }

  private void enter(List<ShellWord> operands) {
    folder = operands.size() == 1 ? path(operands.get(0).unquoted().text()) : Optional.empty();
  }

  private void make(Command command) {
    Optional<Invocation> known = Invocation.of(command);
    List<ShellWord> paths = known.isPresent() ? known.get().operands() : operands(command);
    add(command, paths, FileAct.Kind.WRITE);
  }

  /** A target without a trailing slash may be a folder or a file; both count. */
  private void transfer(Command command) {
    List<ShellWord> operands = operands(command);
    if (operands.size() < 2) {
      return;
    }
    Slice target = operands.get(operands.size() - 1).unquoted();
    List<ShellWord> sources = operands.subList(0, operands.size() - 1);
    if (command.isNamed("mv")) {
      add(command, sources, FileAct.Kind.REMOVE);
    }
    boolean intoFolder = sources.size() > 1 || target.text().endsWith("/");
    for (ShellWord source : sources) {
      String to = target.text();
      String at = intoFolder ? join(to, lastSegment(source.unquoted().text())) : to;
      add(command, target, at, FileAct.Kind.WRITE);
    }
  }

  private void download(Command command) {
    Optional<Invocation> known = Invocation.of(command);
    if (known.isEmpty()) {
      return;
    }
    Invocation call = known.get();
    Optional<Option> directory = call.option("directory");
    String into =
        directory.isPresent() && directory.get().value().isPresent()
            ? directory.get().value().get().text()
            : "";
    List<Option> outputs = call.options("output");
    for (Option output : outputs) {
      Optional<Slice> file = output.value();
      if (file.isPresent() && !isStream(file.get().text())) {
        String name = command.isNamed("wget") ? file.get().text() : join(into, file.get().text());
        add(command, file.get(), name, FileAct.Kind.DOWNLOAD);
      }
    }
    boolean byName =
        command.isNamed("curl") ? call.option("remote-name").isPresent() : outputs.isEmpty();
    if (byName) {
      for (ShellWord address : call.operands()) {
        Slice word = address.unquoted();
        String name = fileName(word.text());
        if (!name.isEmpty()) {
          add(command, word, join(into, name), FileAct.Kind.DOWNLOAD);
        }
      }
    }
  }

  private void gitClone(Command command) {
    List<ShellWord> words = command.arguments();
    if (words.isEmpty() || !words.get(0).text().equals("clone")) {
      return;
    }
    List<ShellWord> operands = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      String text = words.get(i).text();
      if (CLONE_VALUES.contains(text)) {
        i++;
      } else if (!text.startsWith("-")) {
        operands.add(words.get(i));
      }
    }
    if (operands.isEmpty()) {
      return;
    }
    Slice word = operands.get(operands.size() - 1).unquoted();
    String name = operands.size() > 1 ? word.text() : repositoryName(word.text());
    if (!name.isEmpty()) {
      add(command, word, name, FileAct.Kind.CLONE);
    }
  }

  private static String repositoryName(String address) {
    String name =
        lastSegment(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    return name.endsWith(".git") ? name.substring(0, name.length() - 4) : name;
  }

  /** The name that a download takes from its address; empty where the server decides. */
  private static String fileName(String address) {
    int end = address.length();
    for (int i = 0; i < address.length(); i++) {
      if ("?#".indexOf(address.charAt(i)) >= 0) {
        end = i;
        break;
      }
    }
    String path = address.substring(0, end);
    int scheme = path.indexOf("://");
    String rest = scheme < 0 ? path : path.substring(scheme + 3);
    return end < address.length() || rest.indexOf('/') < 0 ? "" : lastSegment(rest);
  }

  private static boolean isStream(String name) {
    return name.equals("-") || name.startsWith("/dev/");
  }

  /** The words after the options. */
  private static List<ShellWord> operands(Command command) {
    List<ShellWord> operands = new ArrayList<>();
    boolean options = true;
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      if (options && text.equals("--")) {
        options = false;
      } else if (!options || text.length() < 2 || text.charAt(0) != '-') {
        operands.add(word);
      }
    }
    return operands;
  }

  private void add(Command command, List<ShellWord> words, FileAct.Kind kind) {
    for (ShellWord word : words) {
      Slice slice = word.unquoted();
      add(command, slice, slice.text(), kind);
    }
  }

  private void add(Command command, Slice word, String name, FileAct.Kind kind) {
    Optional<String> path = path(name);
    if (path.isPresent()) {
      acts.add(new FileAct(command, word, path.get(), kind));
    }
  }

  /** The whole path, clean; none where the folder is not known, or a run decides what it says. */
  private Optional<String> path(String name) {
    Optional<String> told = name.isEmpty() ? Optional.empty() : variables.replace(name);
    if (told.isEmpty() || told.get().isEmpty()) {
      return Optional.empty();
    }
    if (told.get().startsWith("/")) {
      return Optional.of(CleanPath.of(told.get()));
    }
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(CleanPath.of(folder.get() + "/" + told.get()));
  }

  private static String join(String folder, String name) {
    return folder.isEmpty() || name.startsWith("/") ? name : folder + "/" + name;
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
