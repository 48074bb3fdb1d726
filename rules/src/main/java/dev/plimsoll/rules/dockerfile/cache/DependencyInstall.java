package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.ProjectView;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command that installs what manifests list, and nothing of the project itself. */
record DependencyInstall(PackageCall call) {

  /** By manager the files that it reads: those that must be there, then those that may be. */
  private record Manifests(List<String> needed, List<String> optional) {}

  private static final List<String> HOOKS =
      List.of(
          "\"workspaces\"",
          "\"preinstall\"",
          "\"install\"",
          "\"postinstall\"",
          "\"prepare\"",
          "\"prepublish\"",
          "\"file:",
          "\"link:",
          "\"portal:",
          "\"patch:",
          "\"patchedDependencies\"",
          "\"./");

  private static final Set<String> GOALS =
      Set.of("dependency:go-offline", "dependency:resolve", "dependencies");

  /** Reads a command; none where it installs named packages, or the project as well. */
  static Optional<DependencyInstall> of(Command command) {
    Optional<PackageCall> call = PackageCall.of(command);
    return call.isPresent() && installsManifest(call.get())
        ? Optional.of(new DependencyInstall(call.get()))
        : Optional.empty();
  }

  private static boolean installsManifest(PackageCall call) {
    String sub = call.subcommand();
    boolean alone = call.does(Action.INSTALL) && call.packages().isEmpty();
    return switch (call.manager().family()) {
      case "npm", "pnpm", "bun" ->
          alone && !sub.equals("add") && call.invocation().option("global").isEmpty();
      case "yarn", "bundle" -> alone && !sub.contains("add");
      case "composer" -> alone && !sub.contains("require") && !mapsClasses(call);
      case "pip" -> alone && requirements(call).isPresent();
      case "poetry" -> alone && sub.equals("install");
      case "uv" -> (alone && sub.equals("sync")) || requirements(call).isPresent();
      case "go" -> sub.equals("mod download") && call.packages().isEmpty();
      case "cargo" -> sub.equals("fetch") || sub.equals("chef cook");
      case "dotnet" -> sub.equals("restore");
      case "mvn", "gradle" -> hasOnlyGoals(call);
      default -> false;
    };
  }

  /** Whether composer looks into the sources for classes, so that it must come after them. */
  private static boolean mapsClasses(PackageCall call) {
    for (Option option : call.invocation().options()) {
      if (Set.of("a", "classmap-authoritative", "o", "optimize-autoloader")
          .contains(option.name())) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasOnlyGoals(PackageCall call) {
    boolean found = false;
    for (ShellWord word : call.invocation().operands()) {
      if (!GOALS.contains(word.text())) {
        return false;
      }
      found = true;
    }
    return found;
  }

  /** The only file of requirements, where nothing else is asked for. */
  private static Optional<String> requirements(PackageCall call) {
    List<Option> files = call.invocation().options("requirement");
    boolean others =
        !call.invocation().options("editable").isEmpty()
            || !call.invocation().options("constraint").isEmpty();
    if (files.size() != 1 || others || files.get(0).value().isEmpty()) {
      return Optional.empty();
    }
    String path = files.get(0).value().get().text();
    return path.startsWith("/") || path.contains("..") || path.contains("$")
        ? Optional.empty()
        : Optional.of(path.startsWith("./") ? path.substring(2) : path);
  }

  /** How people call it: {@code npm ci}. */
  String text() {
    String name = call.manager().name();
    return call.subcommand().isEmpty() ? name : name + " " + call.subcommand();
  }

  /**
   * The files that it reads, which lie at the top of the build context; empty where it may read
   * more, or may run what is not a dependency.
   */
  List<String> manifests(DockerfileModel file, ProjectView project) {
    Optional<Manifests> wanted = wanted();
    if (wanted.isEmpty()) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    for (String name : wanted.get().needed()) {
      Optional<SourceText> manifest = read(name, file, project);
      if (manifest.isEmpty() || !isPlain(manifest.get().content())) {
        return List.of();
      }
      found.add(name);
    }
    for (String name : wanted.get().optional()) {
      if (read(name, file, project).isPresent()) {
        found.add(name);
      }
    }
    for (String name : List.of("pnpm-workspace.yaml", ".yarnrc.yml", ".pnpmfile.cjs", "go.work")) {
      if (read(name, file, project).isPresent()) {
        return List.of();
      }
    }
    return found;
  }

  private static Optional<SourceText> read(String name, DockerfileModel file, ProjectView project) {
    return project.contextFile(file, name) instanceof Answer.Known<Optional<SourceText>> known
        ? known.value()
        : Optional.empty();
  }

  private Optional<Manifests> wanted() {
    return switch (call.manager().family()) {
      case "npm" -> manifests("package.json", "package-lock.json", "npm-shrinkwrap.json", ".npmrc");
      case "yarn" -> manifests("package.json", "yarn.lock", ".yarnrc", ".npmrc");
      case "pnpm" -> manifests("package.json", "pnpm-lock.yaml", ".npmrc");
      case "bun" -> manifests("package.json", "bun.lock", "bun.lockb", "bunfig.toml");
      case "go" -> manifests("go.mod", "go.sum");
      case "bundle" -> manifests("Gemfile", "Gemfile.lock");
      case "composer" ->
          has("no-scripts") && has("no-autoloader")
              ? manifests("composer.json", "composer.lock")
              : Optional.empty();
      case "uv" ->
          has("no-install-project") && call.subcommand().equals("sync")
              ? manifests("pyproject.toml", "uv.lock", ".python-version")
              : requirementsFile();
      case "poetry" ->
          has("no-root")
              ? manifests("pyproject.toml", "poetry.lock", "poetry.toml")
              : Optional.empty();
      case "pip" -> requirementsFile();
      default -> Optional.empty();
    };
  }

  private Optional<Manifests> requirementsFile() {
    Optional<String> path = requirements(call);
    return path.isEmpty() ? Optional.empty() : manifests(path.get());
  }

  private static Optional<Manifests> manifests(String needed, String... optional) {
    return Optional.of(new Manifests(List.of(needed), List.of(optional)));
  }

  private boolean has(String option) {
    for (Option each : call.invocation().options()) {
      if (each.name().equals(option)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a manifest names nothing but what is fetched. */
  private boolean isPlain(String text) {
    return switch (call.manager().family()) {
      case "npm", "yarn", "pnpm", "bun" -> hasNone(text, HOOKS);
      case "go" -> hasNone(text, List.of("=> ./", "=> ../", "=> /", "=> \""));
      case "bundle" ->
          hasNone(text, List.of("gemspec", "path", "File", "eval_gemfile", "require", "ruby file"));
      case "composer" -> hasNone(text, List.of("\"path\""));
      case "uv", "poetry" ->
          call.subcommand().startsWith("pip")
              ? isPlainList(text)
              : hasNone(text, List.of("path =", "path=", "workspace", "file:"));
      case "pip" -> isPlainList(text);
      default -> false;
    };
  }

  private static boolean hasNone(String text, List<String> words) {
    for (String word : words) {
      if (text.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /** A list of requirements without other lists, options and folders. */
  private static boolean isPlainList(String text) {
    for (String line : text.split("\n", -1)) {
      String bare = line.strip();
      if (bare.startsWith("-") || bare.startsWith(".") || bare.contains("file:")) {
        return false;
      }
      int slash = bare.indexOf('/');
      if (slash >= 0 && !bare.startsWith("#") && !bare.contains("://")) {
        return false;
      }
    }
    return true;
  }
}
