package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.Option;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the caches of one call lie: what the table of package managers says, moved by options,
 * variables, the user and the image. Sources: beside those of the table, the pages on caches of Go
 * (cmd/go, GOPATH and module cache), Cargo (Cargo Home), pnpm (store-dir), Poetry (cache-dir) and
 * Composer (cache-dir).
 */
final class CacheFolders {

  private static final Optional<List<String>> UNKNOWN = Optional.empty();

  private final Stage stage;
  private final Run run;
  private final PackageCall call;
  private final Optional<BuildUser> user;

  CacheFolders(Stage stage, Run run, PackageCall call) {
    this.stage = stage;
    this.run = run;
    this.call = call;
    this.user = BuildUser.of(stage, run);
  }

  /** Absolute paths; empty where they are not known. */
  Optional<List<String>> find() {
    return switch (call.manager().family()) {
      // Beside the lists lie the marks of what was installed automatically: they belong to the
      // image.
      case "apt-get" -> Optional.of(List.of("/var/cache/apt", "/var/lib/apt/lists"));
      case "apk", "zypper", "pacman", "tdnf" -> Optional.of(call.manager().rootCaches());
      case "dnf", "yum" -> rpm();
      case "go" -> go();
      case "cargo" -> under(cargoHome(), "/registry", "/git/db");
      case "poetry" -> under(one(), "/cache", "/artifacts"); // its virtualenvs lie beside them
      case "pnpm" -> under(pnpm(), "");
      case "bundle" -> bundle();
      case "composer" -> composer();
      case "mvn" ->
          mavenOption().isPresent() ? mavenOption() : under(inHome("~/.m2/repository"), "");
      case "dotnet", "nuget" -> under(moved("NUGET_PACKAGES", "~/.nuget/packages"), "");
      case "conda" -> conda();
      case "yarn" -> under(yarn(), "");
      case "sbt" -> sbt();
      default -> under(one(), "");
    };
  }

  private static Optional<List<String>> under(Optional<String> folder, String... below) {
    if (folder.isEmpty()) {
      return UNKNOWN;
    }
    List<String> folders = new ArrayList<>();
    for (String part : below) {
      folders.add(folder.get() + part);
    }
    return Optional.of(folders);
  }

  /** The folder of a manager that has one, and one variable that moves it. */
  private Optional<String> one() {
    if (call.manager().userCaches().size() != 1 || call.manager().variables().size() != 1) {
      return Optional.empty();
    }
    return moved(call.manager().variables().get(0), call.manager().userCaches().get(0));
  }

  /** By option, by variable, else below the home. */
  private Optional<String> moved(String variable, String byDefault) {
    Optional<Option> option = call.invocation().option("cache");
    if (option.isEmpty() && call.manager().family().equals("gradle")) {
      option = call.invocation().option("home");
    }
    if (option.isPresent()) {
      Optional<Slice> value = option.get().value();
      return value.isEmpty() ? Optional.empty() : absolute(value.get().text());
    }
    return isSet(variable) ? variable(variable) : inHome(byDefault);
  }

  /** Whether anything before the command may set a variable. */
  private boolean isSet(String variable) {
    return run.before().setVariable(variable, run.run().keyword()).isPresent()
        || run.script().slice().text().contains(variable + "=");
  }

  /** What a variable says, for this command alone or by ENV; empty where a script decides. */
  private Optional<String> variable(String name) {
    for (Assignment assignment : command().environment()) {
      if (assignment.name().text().equals(name)) {
        return absolute(assignment.value().text());
      }
    }
    if (run.script().slice().text().contains(name + "=")) {
      return Optional.empty();
    }
    Optional<Value> value = run.before().setVariable(name, run.run().keyword());
    return value.isPresent() && value.get() instanceof Value.Known known
        ? absolute(known.text())
        : Optional.empty();
  }

  private Command command() {
    return call.invocation().command();
  }

  private static Optional<String> absolute(String path) {
    if (!path.startsWith("/")) {
      return Optional.empty();
    }
    for (int i = 0; i < path.length(); i++) {
      if ("$`\"'\\*?, ".indexOf(path.charAt(i)) >= 0) {
        return Optional.empty();
      }
    }
    String clean = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return clean.isEmpty() ? Optional.empty() : Optional.of(clean);
  }

  /** A folder below the home of whoever runs it. */
  private Optional<String> inHome(String folder) {
    if (folder.startsWith("~/.cache/") && isSet("XDG_CACHE_HOME")) {
      Optional<String> caches = variable("XDG_CACHE_HOME");
      return caches.isEmpty()
          ? Optional.empty()
          : Optional.of(caches.get() + folder.substring("~/.cache".length()));
    }
    boolean switches = !command().wrappers().isEmpty() && switchesUser();
    if (user.isEmpty() || user.get().home().isEmpty() || switches || setsHome()) {
      return Optional.empty();
    }
    return absolute(user.get().home().get() + folder.substring(1));
  }

  private boolean setsHome() {
    String text = run.script().slice().text();
    return text.contains(" HOME=") || text.startsWith("HOME=");
  }

  private boolean switchesUser() {
    for (int i = 0; i < command().wrappers().size(); i++) {
      String wrapper = command().wrappers().get(i).name().text();
      if (List.of("sudo", "su-exec", "gosu", "doas", "runuser", "setpriv", "s6-setuidgid")
          .contains(wrapper)) {
        return true;
      }
    }
    return command().host().isPresent() && command().host().get().isNamed("su");
  }

  private Optional<String> imageName() {
    return stage.base().root() instanceof Base.OfImage image && image.reference().isPresent()
        ? Optional.of(image.reference().get().familiarName())
        : Optional.empty();
  }

  private boolean isImage(String name) {
    return imageName().isPresent() && imageName().get().equals(name);
  }

  /** An image that brings a system, and none of the tools that have images of their own. */
  private boolean isPlainImage() {
    Optional<BaseImage> image = run.image();
    return image.isPresent() && !isImage("golang") && !isImage("rust") && !isImage("ruby");
  }

  private Optional<List<String>> rpm() {
    if (command().isNamed("dnf5") || isImage("fedora")) {
      return Optional.of(List.of("/var/cache/libdnf5"));
    }
    String name = imageName().orElse("");
    if (command().isNamed("dnf") && run.image().isPresent()) {
      return Optional.of(List.of("/var/cache/dnf"));
    }
    boolean old = name.equals("centos") || name.equals("amazonlinux");
    return command().isNamed("microdnf") || old || run.image().isEmpty()
        ? UNKNOWN
        : Optional.of(List.of("/var/cache/dnf")); // yum is a name of dnf there
  }

  private Optional<List<String>> go() {
    Optional<String> modules = goModules();
    Optional<String> builds = moved("GOCACHE", "~/.cache/go-build");
    List<String> words = List.of("mod download", "mod vendor", "mod tidy", "get");
    boolean compiles = !words.contains(call.subcommand());
    boolean fetches = !isVendored();
    if ((fetches && modules.isEmpty()) || (compiles && builds.isEmpty())) {
      return UNKNOWN;
    }
    List<String> folders = new ArrayList<>();
    if (fetches) {
      folders.add(modules.orElseThrow());
    }
    if (compiles) {
      folders.add(builds.orElseThrow());
    }
    return Optional.of(folders);
  }

  private boolean isVendored() {
    for (Option option : call.invocation().options()) {
      if (option.name().equals("mod")
          && option.value().isPresent()
          && option.value().get().text().equals("vendor")) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> goModules() {
    if (isSet("GOMODCACHE")) {
      return variable("GOMODCACHE");
    }
    if (isSet("GOPATH")) {
      Optional<String> path = variable("GOPATH");
      return path.isEmpty() ? path : Optional.of(path.get() + "/pkg/mod");
    }
    if (isImage("golang")) {
      return Optional.of("/go/pkg/mod");
    }
    return isPlainImage() ? inHome("~/go/pkg/mod") : Optional.empty();
  }

  private Optional<String> cargoHome() {
    if (isSet("CARGO_HOME")) {
      return variable("CARGO_HOME");
    }
    if (isImage("rust")) {
      return Optional.of("/usr/local/cargo");
    }
    return isPlainImage() ? inHome("~/.cargo") : Optional.empty();
  }

  private Optional<String> pnpm() {
    if (call.invocation().option("cache").isPresent()) {
      return moved("", "");
    }
    if (isSet("PNPM_HOME")) {
      Optional<String> home = variable("PNPM_HOME");
      return home.isEmpty() ? home : Optional.of(home.get() + "/store");
    }
    return isSet("XDG_DATA_HOME") ? Optional.empty() : inHome("~/.local/share/pnpm/store");
  }

  /** Root's folder is another than the users'. */
  private Optional<String> yarn() {
    boolean root = user.isPresent() && user.get().isRoot();
    Optional<String> folder = moved("YARN_CACHE_FOLDER", "~/.cache/yarn");
    return root && folder.isPresent() && folder.get().equals("/root/.cache/yarn")
        ? Optional.of("/usr/local/share/.cache/yarn")
        : folder;
  }

  private Optional<List<String>> bundle() {
    boolean usual =
        isImage("ruby")
            && !isSet("BUNDLE_PATH")
            && !isSet("GEM_HOME")
            && call.invocation().option("path").isEmpty();
    for (Step step : stage.stepsBefore(run)) {
      usual &=
          !(step instanceof Run before && before.script().slice().text().contains("bundle config"));
    }
    usual &= !run.script().slice().text().contains("bundle config");
    return usual ? Optional.of(List.of("/usr/local/bundle/cache")) : UNKNOWN;
  }

  private Optional<List<String>> composer() {
    if (isSet("COMPOSER_CACHE_DIR")) {
      return under(variable("COMPOSER_CACHE_DIR"), "");
    }
    if (isSet("COMPOSER_HOME")) {
      return under(variable("COMPOSER_HOME"), "/cache");
    }
    boolean own = isImage("composer") || isImage("composer/composer");
    return own ? Optional.of(List.of("/tmp/cache")) : UNKNOWN;
  }

  private Optional<List<String>> mavenOption() {
    for (Option option : call.invocation().options()) {
      String text = option.name() + (option.value().isPresent() ? "=" + option.value().get() : "");
      int at = text.indexOf("maven.repo.local=");
      if (at >= 0) {
        return under(absolute(text.substring(at + "maven.repo.local=".length())), "");
      }
    }
    return UNKNOWN;
  }

  private Optional<List<String>> conda() {
    if (isSet("CONDA_PKGS_DIRS")) {
      return under(variable("CONDA_PKGS_DIRS"), "");
    }
    return isImage("continuumio/miniconda3")
            || isImage("continuumio/anaconda3")
            || isImage("condaforge/miniforge3")
        ? Optional.of(List.of("/opt/conda/pkgs"))
        : UNKNOWN;
  }

  private Optional<List<String>> sbt() {
    List<String> folders = new ArrayList<>();
    for (String folder : call.manager().userCaches()) {
      Optional<String> path = inHome(folder);
      if (path.isEmpty() || isSet("COURSIER_CACHE")) {
        return UNKNOWN;
      }
      folders.add(path.get());
    }
    return Optional.of(folders);
  }
}
