package dev.plimsoll.project;

import dev.plimsoll.model.command.ComposeCall;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.script.WorkflowModel;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule asks about the files around Compose sets, and how they are named and started. */
public final class ComposeFilesView {

  private final Project project;
  private final Inquiry inquiry;
  private final ProjectView view;
  private final ComposeView sets;

  ComposeFilesView(Project project, Inquiry inquiry, ProjectView view, ComposeView sets) {
    this.project = project;
    this.inquiry = inquiry;
    this.view = view;
    this.sets = sets;
  }

  /**
   * The files beside a Compose file, itself among them, that are started for something: what
   * production starts. What includes and extends bring is among them; none, where nothing says so.
   */
  public Set<String> startedFor(ComposeRole role, ComposeFile file) {
    return new ComposeSets(project.compose(), inquiry)
        .startedFor(role, WorkspacePaths.parent(file.name()));
  }

  /**
   * The file beside it that Compose takes in the place of one that has a default name, too; nothing
   * where that brings it in, or a command names it.
   */
  public Optional<String> preferred(ComposeFile file) {
    return new ComposeSets(project.compose(), inquiry).preferred(file);
  }

  /** Whether a script near the folder of a Compose set names a file or a folder. */
  public boolean isNamedByScript(ComposeSet set, String base) {
    return project.compose().commands().mention(set.folder(), base);
  }

  /** Whether a script or a page for people, near a Compose file or above it, names it. */
  public boolean isMentioned(ComposeFile file) {
    String name = file.name();
    return new Mentions(project.workspace(), project.compose().commands(), inquiry)
        .areOf(WorkspacePaths.parent(name), name.substring(name.lastIndexOf('/') + 1));
  }

  /**
   * What the files of a set say that one of them is laid over; nothing where it is the first, or
   * brought in by others.
   */
  public Optional<ComposeSet> beneath(ComposeSet set, String file) {
    int index = set.files().indexOf(file);
    return index < 1
        ? Optional.empty()
        : Optional.of(new ComposeSets(project.compose(), inquiry).beginning(set, index));
  }

  /**
   * The sets of files that a command of Compose may start; unknown where that cannot be told.
   *
   * @param script in which it stands
   */
  public Answer<List<ComposeSet>> called(ComposeCall call, SourceText script) {
    ComposeSets sets = new ComposeSets(project.compose(), inquiry);
    return view.noted(new CalledSets(project, sets, inquiry, script).of(call));
  }

  /**
   * The files that a command of Compose names and that are nowhere, nor brought by anything seen.
   *
   * @param script in which it stands
   */
  public List<ShellWord> missingFiles(ComposeCall call, SourceText script) {
    return new CalledFiles(project.compose(), inquiry, script)
        .missing(
            call, new ComposePaths(project.workspace(), inquiry, project.compose().commands()));
  }

  /** The first command near a set that asks a registry for a service's image, and must get it. */
  public Optional<Slice> pullOf(ComposeSet set, ComposeService service) {
    return new PullCommands(project, inquiry).find(set, service.name());
  }

  /** What Compose starts in the folder of a file where none is named. */
  public Optional<ComposeSet> standardBeside(ComposeFile file) {
    String folder = WorkspacePaths.parent(file.name());
    List<String> names = new ComposeSets(project.compose(), inquiry).standard(folder);
    Optional<ComposeFile> first = names.isEmpty() ? Optional.empty() : file(names.get(0));
    return first.isEmpty() ? Optional.empty() : Optional.of(sets.composeSets(first.get()).get(0));
  }

  /** A Compose file as it is written, if it is there and can be read. */
  public Optional<ComposeFile> file(String name) {
    return project.compose().files(inquiry).file(name);
  }

  /** Whether a name in the workspace is free for a new file. */
  public boolean isFree(String name) {
    inquiry.reached(name);
    return project.workspace().kind(name) == Workspace.Kind.ABSENT;
  }

  /**
   * What files would say together after a change.
   *
   * @param like the set whose variables and folder count
   * @param texts of the files that are changed or new
   */
  public ComposeSet rewritten(ComposeSet like, List<String> files, Map<String, String> texts) {
    return ComposeSet.load(
        like.start().of(files), new RewrittenFiles(project.compose().files(inquiry), texts));
  }

  /** The files of variables that Compose reads for a set, the project's own first. */
  public List<DotEnvFile> variableFiles(ComposeSet set) {
    return new VariableFiles(project.compose(), inquiry).of(set);
  }

  /**
   * The text of a file as seen from the folder of a set; nothing where it is not there.
   *
   * @param path in which no variable stands
   */
  public Optional<SourceText> text(ComposeSet set, String path) {
    Optional<String> name = WorkspacePaths.resolve(set.folder(), path);
    return name.isEmpty() ? Optional.empty() : project.compose().files(inquiry).text(name.get());
  }

  /**
   * Whether a name stands in a file of a folder or below it, files of Compose, of variables and of
   * prose left out; unknown where these are too many.
   */
  public Answer<Boolean> isNamed(String folder, String name) {
    return view.noted(new NamesInFiles(project.compose(), inquiry).find(folder, name));
  }

  /**
   * Whether a Compose file is the first of those that read a file of variables, so that a fault of
   * that is reported once.
   *
   * @param variables the name of the file of variables in the workspace
   */
  public boolean isFirstToRead(ComposeFile file, String variables) {
    return new VariableFiles(project.compose(), inquiry).isFirst(file, variables);
  }

  /**
   * Whether a Compose file is the first of those that take a value of a file of variables, or give
   * all of that file to a service.
   *
   * @param value where it stands there
   */
  public boolean isFirstToTake(ComposeFile file, Place value) {
    return new VariableFiles(project.compose(), inquiry).isFirstToTake(file, value);
  }

  /**
   * What a CI workflow builds besides the images that Compose files name, and what it leaves out of
   * them.
   */
  public List<BuildDrift> buildDrifts(WorkflowModel workflow) {
    return new BuildDrifts(project, inquiry, workflow).find();
  }

  /** The Compose files of a set that are there, those that it includes and extends among them. */
  public Set<String> filesOf(ComposeSet set) {
    return new ComposeSets(project.compose(), inquiry).readBy(set);
  }
}
