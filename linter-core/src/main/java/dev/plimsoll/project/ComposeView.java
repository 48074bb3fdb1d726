package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.MountUse;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.source.Workspace;
import dev.plimsoll.source.WorkspacePaths;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a rule asks about Compose sets and their services; notes what each answer rests on. */
public final class ComposeView {

  private final Project project;
  private final Inquiry inquiry;
  private final ProjectView view;

  ComposeView(Project project, Inquiry inquiry, ProjectView view) {
    this.project = project;
    this.inquiry = inquiry;
    this.view = view;
  }

  /** Questions about the files around Compose sets, and how they are named and started. */
  public ComposeFilesView files() {
    return new ComposeFilesView(project, inquiry, view, this);
  }

  /** Questions about who talks to whom in Compose sets. */
  public NetworkView network() {
    return new NetworkView(project, inquiry, view, this);
  }

  /** Questions about the hosts on which Compose sets run. */
  public HostView hosts() {
    return new HostView(project, inquiry, view);
  }

  /** The sets in which a Compose file is started; one at least. */
  public List<ComposeSet> composeSets(ComposeFile file) {
    return new ComposeSets(project.compose(), inquiry).of(file);
  }

  /**
   * What a path of a Compose set names, as seen from the project's folder; unknown where it leads
   * out of the workspace, or where it is absent and may be brought later.
   *
   * @param path in which no variable stands
   */
  public Answer<PathKind> composePath(ComposeSet set, String path) {
    return path(set.folder(), path);
  }

  private Answer<PathKind> path(String folder, String path) {
    Answer<PathKind> answer =
        new ComposePaths(project.workspace(), inquiry, project.compose().commands())
            .find(folder, path);
    if (answer instanceof Answer.Unknown) {
      inquiry.lackedContext();
    }
    return answer;
  }

  /**
   * Whether a path of a Compose set names nothing, and nothing is seen that would bring it.
   *
   * @param path in which no variable stands
   */
  public boolean isMissing(ComposeSet set, String path) {
    return composePath(set, path) instanceof Answer.Known<PathKind> known
        && known.value() == PathKind.ABSENT;
  }

  /**
   * Whether a path of a Compose set names nothing as the files lie now, whatever may bring it
   * later.
   *
   * @param path in which no variable stands
   */
  public boolean isAbsentNow(ComposeSet set, String path) {
    Optional<String> name = WorkspacePaths.resolve(set.folder(), path);
    if (name.isEmpty()) {
      return false;
    }
    inquiry.reached(name.get());
    return project.workspace().kind(name.get()) == Workspace.Kind.ABSENT;
  }

  /** The same for a path as seen from the folder that a file lies in. */
  public boolean isMissingBeside(String file, String path) {
    return path(WorkspacePaths.parent(file), path) instanceof Answer.Known<PathKind> known
        && known.value() == PathKind.ABSENT;
  }

  /**
   * Whether something besides the {@code .env} of a Compose set may set a variable: a script near
   * it, another file of variables, whoever follows its instructions.
   */
  public boolean maySetVariable(ComposeSet set, String name) {
    return variableSources().maySet(set, name);
  }

  /**
   * Whether a script near a Compose set gives a variable a random text in base 64, which may have
   * slashes in it.
   */
  public boolean isGeneratedInBase64(ComposeSet set, String name) {
    return variableSources().makeInBase64(set, name);
  }

  private VariableSources variableSources() {
    return new VariableSources(project.compose(), inquiry);
  }

  /** The variables of a Compose set that were meant for a container, where Compose sees them. */
  public List<ContainerVariable> containerVariables(ComposeSet set) {
    DotEnvFiles dotEnvs = new DotEnvFiles(project.compose(), inquiry);
    ScriptReaders readers = project.models().borrow();
    List<ContainerVariable> found =
        new ContainerVariables(set, dotEnvs, variableSources()).find(readers.scripts());
    project.models().giveBack(readers);
    return found;
  }

  /** The Dockerfile that a path of a Compose set names, if it was read. */
  public Optional<DockerfileModel> dockerfile(ComposeSet set, String path) {
    Optional<String> name = WorkspacePaths.resolve(set.folder(), path);
    return name.isEmpty() ? Optional.empty() : view.dockerfile(name.get());
  }

  /** The Dockerfile of a service's build, read with its arguments, if it was read. */
  public Optional<DockerfileModel> dockerfile(ComposeSet set, ComposeService service) {
    return ServiceBuild.of(set, service) instanceof Answer.Known<ServiceBuild> known
        ? project.dockerfile(known.value(), inquiry)
        : Optional.empty();
  }

  /** Which images of a set are built from which others of it. */
  public BuildGraph builds(ComposeSet set) {
    return project
        .compose()
        .builds()
        .of(
            set,
            inquiry,
            new OncePerSet.Finder<>() {
              @Override
              BuildGraph find(Inquiry asked) {
                return new BuildGraph(project, asked, set);
              }
            });
  }

  /**
   * What a service starts from: what it builds, what another service of the set builds under the
   * name that it gives, or what it pulls. Where a variable decides, its default counts.
   */
  public Answer<ServiceImage> image(ComposeSet set, ComposeService service) {
    return view.noted(new ServiceImages(project, inquiry, set).find(service));
  }

  /**
   * What is laid over paths of a service's containers, in the order of the text; behind that the
   * volumes that its image asks for, as far as the project builds it.
   */
  public List<ServiceMount> mounts(ComposeSet set, ComposeService service) {
    List<ServiceMount> mounts = new ArrayList<>(set.mounts(service));
    Answer<ServiceImage> image = image(set, service);
    if (image instanceof Answer.Known<ServiceImage> known) {
      mounts.addAll(ImageVolumes.of(known.value(), mounts));
    }
    return mounts;
  }

  /** Which services mount a volume of that name, in the order of the text. */
  public List<MountUse> sharedBy(ComposeSet set, String volume) {
    return set.usesOf(volume);
  }

  /**
   * As whom the processes of a service start, and what says so. Where a variable decides, its
   * default counts.
   */
  public Answer<ServiceUser> user(ComposeSet set, ComposeService service) {
    return view.noted(new ServiceUsers(project, inquiry, set).find(service));
  }

  /**
   * As whom a service works once it runs, which is another than it starts as where that is root and
   * its image or its command goes on as somebody else.
   */
  public Answer<ServiceUser> writesAs(ComposeSet set, ComposeService service) {
    return view.noted(new ServiceWriters(project, inquiry, set).find(service));
  }

  /**
   * Whose a folder of a service's image is and what its mode is, before anything is mounted there;
   * one that the image does not have is root's, as the engine makes it for a mount.
   *
   * @param path from the root, clean
   */
  public Answer<Ownership> owner(ComposeSet set, ComposeService service, String path) {
    return view.noted(new VolumeOwners(project, inquiry, set).inImage(service, path));
  }

  /**
   * Whose the folder is that a mount brings into a container, as it is when it is new: a volume
   * takes that of the image of the service that is started first.
   */
  public Answer<Ownership> mountOwner(ComposeSet set, ComposeService service, ServiceMount mount) {
    return view.noted(new VolumeOwners(project, inquiry, set).find(service, mount));
  }

  /**
   * What the containers of a Compose set run, as far as it stands in a file.
   *
   * @param known the places of what was read before, which is left out; what is read now is added
   */
  public List<ComposeScript> scripts(ComposeSet set, String file, Set<Place> known) {
    ScriptReaders readers = project.models().borrow();
    List<ComposeScript> scripts = new ServiceScripts(view, set, readers).in(file, known);
    project.models().giveBack(readers);
    return scripts;
  }

  /**
   * The commands that a container of a service starts with, in their order: its entrypoint and what
   * that gets, those of the scripts in their words among them; unknown where the image alone says
   * so.
   */
  public Answer<List<Command>> starts(ComposeSet set, ComposeService service) {
    ScriptReaders readers = project.models().borrow();
    Answer<List<Command>> answer = new ServiceScripts(view, set, readers).start(service);
    project.models().giveBack(readers);
    return view.noted(answer);
  }

  /**
   * The services that mount a folder of the host of which a script speaks.
   *
   * @param script the file's name
   * @param path as it stands there, without variables
   * @param isDeep whether what lies below it is meant, too
   */
  public List<HostMount> hostMounts(String script, String path, boolean isDeep) {
    return new HostMounts(project, inquiry).of(script, path, isDeep);
  }

  /** Whether a service near a script mounts it, so that it may run in a container. */
  public boolean isMounted(String script) {
    return new HostMounts(project, inquiry).isMounted(script);
  }

  /**
   * The volumes with a name that services near a script have where a path lies, if that were one of
   * the container; none where a service mounts from the host the path, or what lies beside it.
   *
   * @param script the file's name
   * @param path from the root, clean
   */
  public List<HostMount> volumesAt(String script, String path) {
    return new HostMounts(project, inquiry).volumesAt(script, path);
  }

  /** The files for a shell that a container of a service starts, as far as they are seen. */
  public List<Script> startedScripts(ComposeSet set, ComposeService service) {
    ScriptReaders readers = project.models().borrow();
    List<Script> scripts =
        new StartedScripts(project, inquiry, set).read(service, readers.scripts());
    project.models().giveBack(readers);
    return scripts;
  }

  /**
   * Whether a set is one by which it is judged what a file lacks in production: one that is started
   * for that or, where none of its sets is said to be, one of which nothing is said.
   */
  public boolean isForProduction(ComposeSet set, ComposeFile file) {
    if (set.role() != ComposeRole.UNKNOWN) {
      return set.role() == ComposeRole.PRODUCTION;
    }
    for (ComposeSet other : composeSets(file)) {
      if (other.role() == ComposeRole.PRODUCTION) {
        return false;
      }
    }
    return true;
  }

  /**
   * The sets in which another file of its folder is laid over a Compose file by hand; unknown where
   * these are too many.
   */
  public Answer<List<ComposeSet>> composeSetsOver(ComposeFile file) {
    return new SetsByHand(project.compose(), inquiry).over(file);
  }

  /**
   * Those of the same sets whose other file may give one of some services one of some keys: seldom
   * any, so that this is much cheaper to ask.
   */
  public Answer<List<ComposeSet>> composeSetsGiving(
      ComposeFile file, List<ComposeService> services, List<String> keys) {
    return new SetsByHand(project.compose(), inquiry).giving(file, services, keys);
  }

  /** The variables of a service by name, those of its files of variables among them. */
  public Map<String, Scalar> environment(ComposeSet set, ComposeService service) {
    return serviceEnvironment().of(set, service);
  }

  /**
   * How a service is found to be healthy: by a check of its own, else by that of its image; unknown
   * where nobody knows whether its image has one.
   */
  public Answer<HealthCheck> healthcheck(ComposeSet set, ComposeService service) {
    Optional<HealthCheck> own = HealthChecks.ofService(service);
    return own.isPresent()
        ? new Answer.Known<>(own.get(), List.of())
        : view.noted(HealthChecks.ofImage(image(set, service)));
  }

  /** How many connections to databases a service may hold at once. */
  public Answer<Connections> connections(ComposeSet set, ComposeService service) {
    return view.noted(
        counts(service, environment(set, service)).find(starts(set, service), image(set, service)));
  }

  /** How much memory the programs of a service are told to use. */
  public List<MemoryUse> memoryUses(ComposeSet set, ComposeService service) {
    Map<String, Scalar> environment = environment(set, service);
    List<List<StartWord>> own = StartWords.own(service, environment);
    List<List<StartWord>> all =
        own.isEmpty() && starts(set, service) instanceof Answer.Known<List<Command>> known
            ? StartWords.of(known.value(), environment)
            : own;
    return MemoryUses.find(environment, own, all);
  }

  /**
   * Whether a service ends once it has done its work: another waits for that, or its command is one
   * that does so.
   */
  public boolean endsByItself(ComposeSet set, ComposeService service) {
    for (ComposeService other : set.services()) {
      Optional<Scalar> condition = other.scalar("depends_on", service.name(), "condition");
      if (condition.isPresent()
          && condition.get().text().equals("service_completed_successfully")) {
        return true;
      }
    }
    return Bystanders.ends(StartWords.own(service, environment(set, service)));
  }

  /** What it says about databases and about Redis. */
  public DatabaseView databases() {
    return new DatabaseView(this, project, inquiry);
  }

  ConnectionCounts counts(ComposeService service, Map<String, Scalar> environment) {
    PoolFiles files = new PoolFiles(project.workspace(), inquiry, environment);
    return new ConnectionCounts(service, environment, files);
  }

  /** How many connections a service accepts that is a database. */
  public Answer<ConnectionLimit> connectionLimit(ComposeSet set, ComposeService service) {
    Answer<ServiceImage> image = image(set, service);
    Answer<ServiceImage> root =
        image instanceof Answer.Known<ServiceImage> known ? known.value().root() : image;
    if (!(root instanceof Answer.Known<ServiceImage> known)
        || !(known.value() instanceof ServiceImage.Pulled pulled)) {
      return view.noted(new Answer.Unknown<>("the image is not known"));
    }
    Map<String, Scalar> environment = environment(set, service);
    List<List<StartWord>> words = StartWords.own(service, environment);
    boolean isBuilt = !((Answer.Known<ServiceImage>) image).value().builds().isEmpty();
    return view.noted(
        ConnectionLimits.find(
            pulled.reference(), isBuilt, environment, words, mounts(set, service)));
  }

  ServiceEnvironment serviceEnvironment() {
    return new ServiceEnvironment(new DotEnvFiles(project.compose(), inquiry));
  }
}
