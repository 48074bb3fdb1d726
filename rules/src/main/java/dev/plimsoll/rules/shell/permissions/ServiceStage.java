package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.ShellEdits;
import dev.plimsoll.model.command.AccountCreation;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.FileMode;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;

/**
 * The final stage of a Dockerfile and the account that its service runs as.
 *
 * @param user the name of the account
 * @param group as USER names it; empty where the account's own counts
 */
record ServiceStage(DockerfileModel file, Stage stage, String user, String group) {

  /** The stage that a mode of a RUN ends up in; none where it has no account of its own. */
  static Optional<ServiceStage> of(WideMode wide, ProjectView project) {
    if (!(wide.script() instanceof Run run) || run.isTrigger()) {
      return Optional.empty();
    }
    Optional<DockerfileModel> file = project.dockerfile(wide.command().slice().place().file());
    if (file.isEmpty() || file.get().finalStage().isEmpty()) {
      return Optional.empty();
    }
    Optional<ServiceStage> service = of(file.get(), file.get().finalStage().get());
    return service.isPresent() && service.get().contains(run) ? service : Optional.empty();
  }

  /** A stage that runs as an account of its own; none where it does not. */
  static Optional<ServiceStage> of(DockerfileModel file, Stage stage) {
    if (!(stage.end().user() instanceof Value.Known user)) {
      return Optional.empty();
    }
    int colon = user.text().indexOf(':');
    String name = colon < 0 ? user.text() : user.text().substring(0, colon);
    String group = colon < 0 ? "" : user.text().substring(colon + 1);
    ServiceStage service = new ServiceStage(file, stage, name, group);
    boolean known = isPlain(name) && isPlain("x" + group) && !name.equals("root");
    return known && service.isAccount() ? Optional.of(service) : Optional.empty();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      if (!plain) {
        return false;
      }
    }
    return !name.isEmpty() && !(name.charAt(0) >= '0' && name.charAt(0) <= '9');
  }

  private boolean contains(Run run) {
    for (Step step : stage.lineage()) {
      if (step instanceof Run other
          && other.tree().slice().span().equals(run.tree().slice().span())) {
        return true;
      }
    }
    return false;
  }

  private boolean isAccount() {
    return isOfBase() || creation().isPresent();
  }

  private boolean isOfBase() {
    Optional<BaseImage> image = stage.base().image();
    return image.isPresent() && image.get().hasAccount(user);
  }

  /** The command that creates the account. */
  private Optional<Command> creation() {
    for (Step step : stage.lineage()) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          Optional<AccountCreation> creation = AccountCreation.of(command);
          if (creation.isPresent() && creation.get().knownName().equals(Optional.of(user))) {
            return Optional.of(command);
          }
        }
      }
    }
    return Optional.empty();
  }

  /** User and group as chown takes them. */
  String owner() {
    return group.isEmpty() ? user : user + ":" + group;
  }

  /** Whether paths lie in a folder that VOLUME declares, so that something may be mounted there. */
  boolean isVolume(List<String> paths) {
    for (String path : paths) {
      if (!isVolume(path)) {
        return false;
      }
    }
    return !paths.isEmpty();
  }

  private boolean isVolume(String path) {
    for (Step step : stage.lineage()) {
      if (step instanceof Plain plain && plain.tree() instanceof Instruction.Volume volume) {
        for (Word word : volume.paths()) {
          if (plain.before().path(plain.before().valueOf(word)) instanceof Value.Known known
              && (path.equals(known.text()) || path.startsWith(known.text() + "/"))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Makes the account the owner in the build, which is enough where nothing is mounted. */
  Optional<Fix> ownership(WideMode wide) {
    Optional<FileMode> safer = wide.mode().withoutOthersWrite();
    if (safer.isEmpty()
        || wide.words().isEmpty()
        || !wide.command().isNamed("chmod")
        || wide.command().host().isPresent()
        || !wide.command().wrappers().isEmpty()
        || wide.script().script().tree().isEmpty()
        || !isRoot(wide.script().user())
        || !existsBefore(wide.command())) {
      return Optional.empty();
    }
    StringBuilder chown = new StringBuilder("chown ");
    chown.append(wide.isRecursive() ? "-R " : "").append(owner());
    for (ShellWord word : wide.words()) {
      chown.append(' ').append(word.slice().text());
    }
    String mode = safer.get().text();
    Command command = wide.command();
    String file = command.slice().place().file();
    Edit added =
        ShellEdits.insertCommandAfter(
            wide.script().script().tree().get(), command.slice(), chown.toString());
    String what = wide.words().size() == 1 ? wide.words().get(0).slice().text() : "the files";
    return Optional.of(
        Fix.unsafe(
                "Use mode " + mode + " and give " + what + " to " + user,
                Edit.replace(wide.slice(), mode),
                added)
            .changing(wide.script().anchor())
            .declaring(ModelChange.of(ModelChange.Kind.ADD, file, wide.script().anchor())));
  }

  private static boolean isRoot(Value user) {
    return user instanceof Value.Known known
        && (known.text().equals("root") || known.text().equals("0"));
  }

  private boolean existsBefore(Command command) {
    Optional<Command> creation = creation();
    return creation.isEmpty()
        ? isOfBase()
        : creation.get().slice().place().span().end() <= command.slice().place().span().start();
  }
}
