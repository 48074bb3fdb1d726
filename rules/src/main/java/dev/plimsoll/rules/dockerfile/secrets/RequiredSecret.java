package dev.plimsoll.rules.dockerfile.secrets;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Invocation;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.CacheUse;
import dev.plimsoll.model.dockerfile.Mount;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A secret that a command needs, as the configuration says.
 *
 * @param words the program, and the words of a subcommand
 * @param mount the options of the mount
 * @param id the secret's name
 * @param target the file it is mounted as, where the configuration names one
 * @param variable the variable it is mounted as
 */
record RequiredSecret(
    List<String> words,
    String mount,
    String id,
    Optional<String> target,
    Optional<String> variable) {

  private static final List<String> NAMES = List.of("id", "source", "src");

  private static final String FIELD =
      "(id=[A-Za-z0-9._/@:+-]+|target=(/[A-Za-z0-9._@:+~-]+)+|env=[A-Za-z_][A-Za-z0-9_]*"
          + "|required(=(true|false))?|mode=[0-7]{3,4}|uid=[0-9]+|gid=[0-9]+)";

  /** What the configuration may say of a mount: its own options, an id among them. */
  static final String PATTERN = "(?=(.*,)?id=)" + FIELD + "(," + FIELD + ")*";

  static final String FORM = "id=NAME,target=/PATH or id=NAME,env=VARIABLE";

  RequiredSecret {
    words = List.copyOf(words);
  }

  static RequiredSecret of(String command, String mount) {
    List<String> words = new ArrayList<>();
    for (String word : Cells.split(command, ' ')) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    List<String> fields = Cells.split(mount, ',');
    return new RequiredSecret(
        words,
        mount,
        field(fields, "id=").orElse(""),
        field(fields, "target="),
        field(fields, "env="));
  }

  private static Optional<String> field(List<String> fields, String start) {
    Optional<String> found = Optional.empty();
    for (String field : fields) {
      if (field.startsWith(start)) {
        found = Optional.of(field.substring(start.length()));
      }
    }
    return found;
  }

  /** Whether it is mounted as a file; by default below {@code /run/secrets}. */
  boolean isFile() {
    return target.isPresent() || variable.isEmpty();
  }

  /** Whether the configuration says who may read the file. */
  boolean saysWhoReadsIt() {
    List<String> fields = Cells.split(mount, ',');
    return field(fields, "uid=").isPresent() || field(fields, "mode=").isPresent();
  }

  /** Where it is mounted, in words. */
  String place() {
    String file = isFile() ? "at " + target.orElse("/run/secrets/" + id) : "";
    String as = variable.isPresent() ? "as " + variable.get() : "";
    return file.isEmpty() || as.isEmpty() ? file + as : file + " and " + as;
  }

  /** Whether a command is the one that is meant, and asks for something that needs it. */
  boolean isNeededBy(Command command) {
    if (!isProgram(command) || asksAboutItself(command) || !hasSubcommand(command)) {
      return false;
    }
    Optional<PackageCall> call = PackageCall.of(command);
    return call.isEmpty()
        || (!CacheUse.isOffline(call.get()) && (words.size() > 1 || fetches(call.get())));
  }

  private boolean isProgram(Command command) {
    if (command.isNamed(words.get(0))) {
      return true;
    }
    Optional<PackageManager> wanted = PackageManager.of(words.get(0));
    Optional<PackageManager> called = PackageManager.of(command.program());
    return wanted.isPresent()
        && called.isPresent()
        && wanted.get().family().equals(called.get().family());
  }

  /** What a package manager does without a subcommand being named: all that fetches. */
  private static boolean fetches(PackageCall call) {
    boolean hasGoals = call.manager().phrases().getOrDefault(Action.INSTALL, List.of()).isEmpty();
    return hasGoals
        ? !call.invocation().operands().isEmpty()
        : call.does(Action.INSTALL) || call.does(Action.REFRESH) || call.does(Action.UPGRADE);
  }

  private static boolean asksAboutItself(Command command) {
    List<ShellWord> arguments = command.arguments();
    for (ShellWord argument : arguments) {
      String text = argument.text();
      boolean only = arguments.size() == 1;
      if (text.equals("--version")
          || text.equals("--help")
          || (only && List.of("-v", "-V", "-h", "version", "help").contains(text))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words after the program are the first that are no options. */
  private boolean hasSubcommand(Command command) {
    List<ShellWord> operands = operands(command);
    if (operands.size() < words.size() - 1) {
      return false;
    }
    for (int i = 1; i < words.size(); i++) {
      if (!operands.get(i - 1).unquoted().text().equals(words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<ShellWord> operands(Command command) {
    Optional<Invocation> invocation = command.invocation();
    if (invocation.isPresent()) {
      return invocation.get().operands();
    }
    List<ShellWord> operands = new ArrayList<>();
    for (ShellWord argument : command.arguments()) {
      if (!argument.text().startsWith("-")) {
        operands.add(argument);
      }
    }
    return operands;
  }

  /** Whether a RUN mounts it, or may: under its name, or something else where it belongs. */
  boolean mayBeGivenTo(Run run) {
    boolean hasSecret = false;
    for (Mount mount : run.mounts()) {
      if (!mount.fields().wellFormed() || isIn(mount) || mayBeAt(mount)) {
        return true;
      }
      hasSecret |= mount.type().equals("secret");
    }
    return hasSecret && isNamedIn(run);
  }

  /** Whether it is a mount of this secret. */
  private boolean isIn(Mount mount) {
    return (mount.type().equals("secret") || mount.type().indexOf('$') >= 0)
        && (mayBe(mount, NAMES, id)
            || (variable.isPresent() && mayBe(mount, List.of("env"), variable.get()))
            || (isUnnamed(mount) && targetOf(mount).endsWith("/" + id)));
  }

  /** Whether the last part of its target names the secret. */
  private static boolean isUnnamed(Mount mount) {
    return mount.fields().last(NAMES).isEmpty();
  }

  private static boolean mayBe(Mount mount, List<String> names, String text) {
    Optional<MountFields.Field> field = mount.fields().last(names);
    Optional<Word> value = field.isEmpty() ? Optional.empty() : field.get().value();
    return value.isPresent()
        && (value.get().text().equals(text) || value.get().text().indexOf('$') >= 0);
  }

  /** Whether something lies at its target, or in a folder that is not empty at first. */
  private boolean mayBeAt(Mount mount) {
    if (mount.target().isEmpty() || !isFile()) {
      return false;
    }
    if (!(mount.target().get() instanceof Value.Known)) {
      return true;
    }
    String file = target.orElse("/run/secrets/" + id);
    return targetOf(mount).equals(file)
        || (mount.type().equals("bind") && CacheUse.isWithin(file, targetOf(mount)));
  }

  private static String targetOf(Mount mount) {
    return mount.target().isPresent() && mount.target().get() instanceof Value.Known known
        ? known.text()
        : "";
  }

  /** Whether the script speaks of the file or the variable, and so may make it by itself. */
  boolean isNamedIn(Run run) {
    String script = run.script().slice().text();
    return (target.isPresent() && script.contains(target.get()))
        || (variable.isPresent() && script.contains(variable.get() + "="));
  }
}
