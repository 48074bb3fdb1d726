package dev.plimsoll.rules.dockerfile.packages;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A package that a RUN installs in one version.
 *
 * @param key what tells it from others: where it goes and its name
 * @param word the one of the Dockerfile that brings it: the package, or a file that lists it
 * @param place where the version stands
 */
record PackagePin(
    String key, String name, String version, Command command, Slice word, Slice place) {

  private static final Set<String> FAMILIES = Set.of("pip", "npm", "gem");

  /** Options that put packages where no other install looks. */
  private static final List<String> ELSEWHERE =
      List.of(
          "--target", "-t", "--prefix", "--root", "--user", "--download", "--python", "--dry-run");

  /** Those of a RUN, in the order of the text. */
  static List<PackagePin> of(Run run, DockerfileModel file, Stage stage, ProjectView project) {
    List<PackagePin> pins = new ArrayList<>();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      if (call.isPresent()
          && call.get().does(PackageManager.Action.INSTALL)
          && FAMILIES.contains(call.get().manager().family())
          && !goesElsewhere(command, call.get())) {
        for (ShellWord word : call.get().packages()) {
          Optional<Slice> version = call.get().version(word);
          if (version.isPresent() && word.isLiteral()) {
            String text = word.unquoted().text();
            int end = text.length() - version.get().text().length();
            end -= call.get().manager().pin().length();
            add(text.substring(0, end), version.get(), word.unquoted(), command, pins);
          }
        }
        listed(command, call.get(), run, file, stage, project, pins);
      }
    }
    return pins;
  }

  private static boolean goesElsewhere(Command command, PackageCall call) {
    boolean isGlobal = false;
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      isGlobal |= text.equals("-g") || text.equals("--global");
      int equals = text.indexOf('=');
      if (ELSEWHERE.contains(equals < 0 ? text : text.substring(0, equals))) {
        return true;
      }
    }
    return call.manager().family().equals("npm") && !isGlobal;
  }

  private static void add(
      String name, Slice version, Slice word, Command command, List<PackagePin> pins) {
    int bracket = name.indexOf('[');
    String plain = (bracket < 0 ? name : name.substring(0, bracket)).strip();
    String number = version.text().strip();
    if (isPlain(plain) && isVersion(number)) {
      String program = command.name().text(); // that of a virtual environment has a path
      String key = program + ' ' + plain.toLowerCase(Locale.ROOT).replace('_', '-');
      pins.add(new PackagePin(key.replace("pip3", "pip"), plain, number, command, word, version));
    }
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isLetterOrDigit(c) && "._-@/".indexOf(c) < 0) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean isVersion(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetterOrDigit(c) && ".+-_".indexOf(c) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }

  /** What the files list that pip is given. */
  private static void listed(
      Command command,
      PackageCall call,
      Run run,
      DockerfileModel file,
      Stage stage,
      ProjectView project,
      List<PackagePin> pins) {
    for (Option option : call.invocation().options("requirement")) {
      Optional<Slice> value = option.value();
      if (value.isPresent() && run.workdir() instanceof Value.Known workdir) {
        String text = value.get().text();
        String path = CleanPath.of(text.startsWith("/") ? text : workdir.text() + "/" + text);
        if (project.copiedFile(file, stage, path)
                instanceof Answer.Known<Optional<SourceText>> known
            && known.value().isPresent()) {
          lines(known.value().get(), value.get(), command, pins);
        }
      }
    }
  }

  private static void lines(SourceText source, Slice word, Command command, List<PackagePin> pins) {
    String text = source.content();
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      int equals = text.indexOf("==", at);
      if (equals > at && equals < end) {
        int stop = equals + 2;
        while (stop < end && " \t\r;#\\".indexOf(text.charAt(stop)) < 0) {
          stop++;
        }
        boolean isMarked = text.substring(stop, end).contains(";");
        if (!isMarked && text.charAt(at) != '#') {
          Slice version = source.slice(new Span(equals + 2, stop));
          add(text.substring(at, equals), version, word, command, pins);
        }
      }
      at = end + 1;
    }
  }

  /** Whether both are the same release: a zero at the end means nothing. */
  boolean isSame(PackagePin other) {
    return release().equals(other.release());
  }

  private String release() {
    String text = version;
    while (text.endsWith(".0")) {
      text = text.substring(0, text.length() - 2);
    }
    return text;
  }
}
