package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Wrapper;
import dev.plimsoll.model.dockerfile.Base;
import dev.plimsoll.model.dockerfile.BuildState;
import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.model.image.PrivilegeDrops;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Signs that a container which starts as root goes on as another user: its command line, a script
 * that was copied in, a program that was installed for it, or what is known of the base image.
 */
final class PrivilegeDrop {

  private static final Set<String> CHANGING =
      Set.of(
          "capsh",
          "chpst",
          "doas",
          "gosu",
          "runuser",
          "s6-setuidgid",
          "setpriv",
          "setuidgid",
          "su",
          "su-exec",
          "sudo");

  /** Programs that open ports or files as root and serve as whom their configuration names. */
  private static final Set<String> SERVING =
      Set.of(
          "apache2",
          "apache2-foreground",
          "apache2ctl",
          "apachectl",
          "cron",
          "crond",
          "dnsmasq",
          "dockerd",
          "dovecot",
          "haproxy",
          "httpd",
          "httpd-foreground",
          "init",
          "my_init",
          "named",
          "nginx",
          "openresty",
          "postfix",
          "proftpd",
          "runsvdir",
          "runsvdir-start",
          "s6-svscan",
          "slapd",
          "smbd",
          "squid",
          "sshd",
          "supervisord",
          "systemd",
          "unbound",
          "vsftpd");

  private static final List<String> INSTALLED = List.of("gosu", "su-exec", "s6-overlay");

  private final Stage stage;
  private final CopiedFiles files;

  PrivilegeDrop(Stage stage, CopiedFiles files) {
    this.stage = stage;
    this.files = files;
  }

  boolean isSeen() {
    if (baseDoesSo()) {
      return true;
    }
    BuildState end = stage.end();
    for (Step step : stage.lineage()) {
      if (step instanceof ContainerCommand command && isInForce(command, end)) {
        if (isSeenIn(command)) {
          return true;
        }
      } else if (step instanceof Run run ? installs(run) : installs(step)) {
        return true;
      }
    }
    return false;
  }

  private boolean baseDoesSo() {
    if (!(stage.base().root() instanceof Base.OfImage image) || image.reference().isEmpty()) {
      return false;
    }
    ImageReference reference = image.reference().get();
    if (!PrivilegeDrops.in(reference)) {
      return false;
    }
    Optional<Instruction.Entrypoint> own = stage.end().entrypoint();
    if (own.isEmpty() || image.known().isEmpty()) {
      return own.isEmpty();
    }
    for (String word : image.known().get().entrypoint()) {
      String name = word.substring(word.lastIndexOf('/') + 1);
      if (!name.isEmpty() && own.get().slice().text().contains(name)) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // the very instruction: another may read the same
  private static boolean isInForce(ContainerCommand command, BuildState end) {
    return (end.entrypoint().isPresent() && end.entrypoint().get() == command.tree())
        || (end.cmd().isPresent() && end.cmd().get() == command.tree());
  }

  private boolean isSeenIn(ContainerCommand line) {
    for (Command command : line.script().commands()) {
      if (CHANGING.contains(command.program()) || serves(command.program())) {
        return true;
      }
      for (Wrapper wrapper : command.wrappers()) {
        if (CHANGING.contains(name(wrapper.name().text()))) {
          return true;
        }
      }
      if (isSeenInFile(command.name())) {
        return true;
      }
      for (ShellWord argument : command.arguments()) {
        String word = argument.text();
        boolean named = CHANGING.contains(word) || (serves(word) && !word.equals("init"));
        if (named || isSeenInFile(argument)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a program by its nature goes on as another user, or starts what does. */
  static boolean isSign(String program) {
    return CHANGING.contains(program) || (serves(program) && !program.equals("init"));
  }

  private static boolean serves(String program) {
    return SERVING.contains(program) || program.startsWith("php-fpm");
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private boolean isSeenInFile(ShellWord word) {
    String path = word.text();
    if (!word.isLiteral() || path.isEmpty() || path.startsWith("-")) {
      return false;
    }
    Answer<Optional<SourceText>> found = files.find(path);
    return found instanceof Answer.Known<Optional<SourceText>> known
        && known.value().isPresent()
        && changesUser(known.value().get().content());
  }

  /** Whether a script calls a program that changes the user, outside of its comments. */
  private static boolean changesUser(String script) {
    for (String line : script.split("\n", -1)) {
      if (!line.stripLeading().startsWith("#")) {
        for (String word : line.split("[\\s;&|()\"'`]+", -1)) {
          if (CHANGING.contains(name(word)) || serves(name(word))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean installs(Run run) {
    for (Command command : run.script().commands()) {
      for (ShellWord argument : command.arguments()) {
        if (namesTool(argument.text())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean installs(Step step) {
    if (!(step instanceof Copy copy)) {
      return false;
    }
    for (Heredoc heredoc : copy.tree().heredocs()) {
      if (changesUser(heredoc.body().text())) {
        return true;
      }
    }
    for (Word source : copy.tree().sources()) {
      if (namesTool(source.text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean namesTool(String word) {
    for (String tool : INSTALLED) {
      if (word.contains(tool)) {
        return true;
      }
    }
    return false;
  }
}
