package dev.plimsoll.rules.shell.permissions;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewFile;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entrypoint that starts as root, gives the folders to the service's account, and goes on as it:
 * what is mounted there may belong to anyone.
 */
public final class DroppingEntrypoint {

  private static final Fix NOTHING =
      new Fix("", Safety.UNSAFE, List.of(), List.of(), List.of(), List.of());

  private static final String SCRIPT = "docker-entrypoint.sh";
  private static final String FOLDER = "/usr/local/bin/";

  private final ServiceStage service;
  private final Stage stage;
  private final ProjectView project;
  private final List<String> allowed;

  DroppingEntrypoint(ServiceStage service, ProjectView project, List<String> allowed) {
    this.service = service;
    this.stage = service.stage();
    this.project = project;
    this.allowed = allowed;
  }

  /**
   * The fix for folders that something is mounted on; none where a fact is missing.
   *
   * @param folders from the root, clean
   */
  public static Optional<Fix> of(
      DockerfileModel file, Stage stage, List<String> folders, ProjectView project) {
    Optional<ServiceStage> service = ServiceStage.of(file, stage);
    if (service.isEmpty() || !ServiceFolders.mayBelong(folders)) {
      return Optional.empty();
    }
    return new DroppingEntrypoint(service.get(), project, List.of())
        .fix(NOTHING, new ArrayList<>(), folders);
  }

  /** The fix for a mode and all others of its kind in the stage; none where a fact is missing. */
  Optional<Fix> fix(WideMode wide) {
    List<WideMode> modes = modes();
    if (!covers(modes, wide)) {
      return Optional.empty();
    }
    List<String> folders = new ArrayList<>();
    Fix fix = NOTHING;
    List<Edit> edits = new ArrayList<>();
    for (WideMode mode : modes) {
      for (String path : mode.paths()) {
        if (!folders.contains(path)) {
          folders.add(path);
        }
      }
      edits.add(Edit.replace(mode.slice(), mode.mode().withoutOthersWrite().orElseThrow().text()));
      fix = fix.declaring(change(ModelChange.Kind.CHANGE, mode.command().anchor()));
    }
    return fix(fix, edits, folders);
  }

  private Optional<Fix> fix(Fix fix, List<Edit> edits, List<String> folders) {
    Optional<UserTool> tool = UserTool.of(service);
    if (tool.isEmpty() || project.dropsPrivileges(service.file(), stage)) {
      return Optional.empty();
    }
    Optional<ContainerStart> start = ContainerStart.of(service, project);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    String block = EntrypointScript.block(service, tool.get(), folders);
    return start.get().script().isPresent()
        ? extended(fix, edits, start.get(), tool.get(), block, folders)
        : written(fix, edits, start.get(), tool.get(), block, folders);
  }

  private static boolean covers(List<WideMode> modes, WideMode wide) {
    for (WideMode mode : modes) {
      if (mode.slice().place().equals(wide.slice().place())) {
        return true;
      }
    }
    return false;
  }

  private List<WideMode> modes() {
    List<WideMode> found = new ArrayList<>();
    for (Step step : stage.lineage()) {
      if (step instanceof Run run && !run.isTrigger()) {
        for (Command command : run.script().commands()) {
          Optional<WideMode> wide = WideMode.of(command, run);
          if (wide.isPresent()
              && !wide.get().isWithin(allowed)
              && !wide.get().leavesNothing()
              && wide.get().mode().withoutOthersWrite().isPresent()
              && ServiceFolders.are(wide.get(), stage)) {
            found.add(wide.get());
          }
        }
      }
    }
    return found;
  }

  private ModelChange change(ModelChange.Kind kind, Anchor anchor) {
    return ModelChange.of(kind, service.file().name(), anchor);
  }

  private Fix titled(Fix fix, List<Edit> edits, List<String> folders) {
    String what = folders.size() == 1 ? folders.get(0) : folders.size() + " folders";
    String title = "Start as root, create and own " + what + ", drop to " + service.user();
    return new Fix(title, fix.safety(), edits, fix.newFiles(), fix.changes(), fix.mayTrigger());
  }

  private Optional<Fix> extended(
      Fix fix,
      List<Edit> edits,
      ContainerStart start,
      UserTool tool,
      String block,
      List<String> folders) {
    SourceText script = start.script().orElseThrow();
    edits.add(EntrypointScript.extension(script, block));
    Fix wired =
        root(installing(fix, tool), edits, tool.installation(), start.line().tree())
            .declaring(ModelChange.of(ModelChange.Kind.CHANGE, script.name(), Anchor.FILE))
            .declaring(ModelChange.of(ModelChange.Kind.ADD, script.name(), Anchor.FILE));
    return Optional.of(titled(wired, edits, folders));
  }

  private Fix installing(Fix fix, UserTool tool) {
    return tool.installation().isEmpty()
        ? fix
        : fix.declaring(change(ModelChange.Kind.ADD, stage.anchor().child("RUN")))
            .mayTrigger("shell/*")
            .mayTrigger("dockerfile/*");
  }

  private Optional<Fix> written(
      Fix fix,
      List<Edit> edits,
      ContainerStart start,
      UserTool tool,
      String block,
      List<String> folders) {
    if (!(project.newContextFile(service.file(), SCRIPT)
            instanceof Answer.Known<Optional<String>> known)
        || known.value().isEmpty()) {
      return Optional.empty();
    }
    String target = target();
    List<String> lines = new ArrayList<>(tool.installation());
    String place = target.endsWith("/" + SCRIPT) ? FOLDER : target;
    lines.add("COPY --chmod=0755 " + SCRIPT + " " + place);
    Fix wired =
        installing(fix, tool).declaring(change(ModelChange.Kind.ADD, stage.anchor().child("COPY")));
    wired = wired(wired, edits, start, lines, target);
    NewFile file = new NewFile(known.value().get(), 0755, EntrypointScript.whole(block));
    return Optional.of(titled(wired.creating(file), edits, folders));
  }

  /** Puts the script before what ENTRYPOINT names, or writes an ENTRYPOINT before CMD. */
  private Fix wired(
      Fix fix, List<Edit> edits, ContainerStart start, List<String> lines, String target) {
    Anchor anchor = start.line().anchor();
    if (start.line().line() instanceof CommandLine.ExecForm exec && start.isWrapped()) {
      int quote = exec.words().get(0).slice().place().span().start() - 1;
      edits.add(new Edit.Replace(service.file().name(), Span.at(quote), "\"" + target + "\", "));
      return root(fix, edits, lines, start.line().tree())
          .declaring(change(ModelChange.Kind.ADD, anchor))
          .declaring(change(ModelChange.Kind.REMOVE, anchor));
    }
    List<String> words = new ArrayList<>();
    words.add(target);
    words.addAll(start.before());
    lines.add("ENTRYPOINT [\"" + String.join("\", \"", words) + "\"]");
    return root(fix, edits, lines, start.line().tree())
        .declaring(change(ModelChange.Kind.ADD, stage.anchor().child("ENTRYPOINT")));
  }

  /** Some base images have a script of that name themselves. */
  private String target() {
    for (String word :
        stage.base().image().isEmpty()
            ? List.<String>of()
            : stage.base().image().get().entrypoint()) {
      if (word.endsWith(SCRIPT)) {
        return FOLDER + "service-entrypoint.sh";
      }
    }
    return FOLDER + SCRIPT;
  }

  /**
   * Has the container start as root: the USER in force goes if nothing in the build needs it, else
   * another follows. The new lines take the place of the former, or stand before the wired one.
   */
  private Fix root(Fix fix, List<Edit> edits, List<String> lines, Instruction wired) {
    Optional<LastUser> user = LastUser.of(stage);
    List<String> added = new ArrayList<>(lines);
    String entrypoint =
        !added.isEmpty() && added.get(added.size() - 1).startsWith("ENTRYPOINT")
            ? added.remove(added.size() - 1)
            : "";
    Fix changed = fix;
    if (user.isPresent() && user.get().isNeedless()) {
      Instruction tree = user.get().instruction().tree();
      edits.add(
          added.isEmpty()
              ? DockerfileEdits.delete(tree)
              : Edit.replace(tree.slice(), joined(added, tree)));
      changed =
          changed.declaring(change(ModelChange.Kind.REMOVE, user.get().instruction().anchor()));
      added.clear();
    } else {
      added.add(0, "USER root");
      changed = changed.declaring(change(ModelChange.Kind.ADD, stage.anchor().child("USER")));
    }
    if (!entrypoint.isEmpty()) {
      added.add(entrypoint);
    }
    if (!added.isEmpty()) {
      edits.add(DockerfileEdits.insertLineBefore(wired, joined(added, wired)));
    }
    return changed.mayTrigger("dockerfile/last-user-root").mayTrigger("dockerfile/user-missing");
  }

  private static String joined(List<String> lines, Instruction at) {
    SourceText source = at.slice().source().host();
    String ending = source.lineEndingAt(at.slice().place().span().start());
    return String.join(ending, lines).replace("\n", ending).replace("\r\r\n", "\r\n");
  }
}
