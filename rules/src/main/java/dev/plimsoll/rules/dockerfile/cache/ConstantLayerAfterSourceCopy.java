package dev.plimsoll.rules.dockerfile.cache;

import dev.plimsoll.fix.DockerfileEdits;
import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.PackageCall;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.DockerfileRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What no source can change is built anew with every source that changes. */
@RuleInfo(
    id = "dockerfile/constant-layer-after-source-copy",
    title = "Layer that needs no sources comes after them",
    severity = Severity.INFO,
    category = Category.PERFORMANCE,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class ConstantLayerAfterSourceCopy extends DockerfileRule {

  private static final Set<String> SYSTEM =
      Set.of("apt-get", "apk", "dnf", "yum", "tdnf", "zypper", "pacman");

  /** Folders of the system, which sources that are copied there may configure. */
  private static final List<String> OWN = List.of("/etc", "/usr", "/var", "/opt/venv");

  @Override
  public void stage(Stage stage, RuleContext context) {
    Optional<Copy> sources = Optional.empty();
    for (Step step : stage.steps()) {
      if (step instanceof Copy copy) {
        sources = sources.isEmpty() && copiesAll(copy) ? Optional.of(copy) : sources;
        if (mayConfigure(copy)) {
          return;
        }
      } else if (sources.isPresent() && step instanceof Run run && !run.isTrigger()) {
        Optional<Command> first = constant(run);
        if (first.isPresent()) {
          report(stage, sources.get(), run, first.get(), context);
        }
      }
    }
  }

  private static boolean copiesAll(Copy copy) {
    if (!copy.readsContext() || copy.tree().sources().size() != 1) {
      return false;
    }
    String source = copy.tree().sources().get(0).text();
    return source.equals(".") || source.equals("./");
  }

  /** Whether what is copied may change what a package manager does. */
  private static boolean mayConfigure(Copy copy) {
    if (!(copy.before().valueOf(copy.tree().target()) instanceof Value.Known target)) {
      return true;
    }
    String path = target.text();
    boolean atTop =
        !path.startsWith("/")
            && (!(copy.before().workdir() instanceof Value.Known folder)
                || folder.text().equals("/"));
    for (String own : OWN) {
      if (path.equals(own) || path.startsWith(own + "/")) {
        return true;
      }
    }
    return path.equals("/") || atTop;
  }

  /** The first command of a RUN that does nothing but install packages of the system by name. */
  private static Optional<Command> constant(Run run) {
    Optional<Command> first = Optional.empty();
    for (Command command : run.script().commands()) {
      Optional<PackageCall> call = PackageCall.of(command);
      boolean system = call.isPresent() && SYSTEM.contains(call.get().manager().family());
      if (!isLiteral(command, system)
          || !(system || command.isNamed("rm") || command.isNamed("set"))) {
        return Optional.empty();
      }
      first = first.isEmpty() && system ? Optional.of(command) : first;
    }
    return run.mounts().isEmpty() || first.isEmpty() ? first : onlyCaches(run, first);
  }

  private static Optional<Command> onlyCaches(Run run, Optional<Command> first) {
    for (int i = 0; i < run.mounts().size(); i++) {
      if (!run.mounts().get(i).type().equals("cache")) {
        return Optional.empty();
      }
    }
    return first;
  }

  /** Whether neither a variable nor a file of the sources is among its words. */
  private static boolean isLiteral(Command command, boolean system) {
    if (!command.redirections().isEmpty()
        || (!command.environment().isEmpty() && !isFrontend(command))) {
      return false;
    }
    for (ShellWord word : command.arguments()) {
      String text = word.text();
      boolean pattern = !system && text.startsWith("/") && text.indexOf('$') < 0;
      boolean local =
          system && (text.endsWith(".deb") || text.endsWith(".rpm") || text.endsWith(".apk"));
      boolean pinned = system && text.indexOf('$') < 0 && text.indexOf('`') < 0;
      if (!(word.isLiteral() || pattern || pinned) || local) {
        return false;
      }
      if (text.startsWith("./") || text.startsWith("../")) {
        return false;
      }
    }
    return true;
  }

  private static boolean isFrontend(Command command) {
    return command.environment().size() == 1
        && command.environment().get(0).name().text().equals("DEBIAN_FRONTEND");
  }

  private static void report(
      Stage stage, Copy sources, Run run, Command first, RuleContext context) {
    Finding finding =
        Finding.at(
                first.anchor(),
                first.name().slice(),
                "%s needs no source, yet runs again whenever one changes: put this RUN above COPY",
                first.name().slice())
            .related(sources.tree().sources().get(0).slice(), "all sources are copied here");
    Optional<Fix> fix = fix(stage, sources, run);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  /** Moves the RUN up where nothing stands between the two. */
  private static Optional<Fix> fix(Stage stage, Copy sources, Run run) {
    SourceText source = run.tree().slice().source().host();
    Span moved = run.tree().slice().place().span();
    int end = sources.tree().slice().place().span().end();
    int place = stage.steps().indexOf(sources);
    boolean isNext = place + 1 < stage.steps().size() && stage.steps().get(place + 1).equals(run);
    if (!isNext || !source.content().substring(end, moved.start()).isBlank()) {
      return Optional.empty();
    }
    String text = source.content().substring(moved.start(), moved.end());
    Edit up = DockerfileEdits.insertLineBefore(sources.tree(), text);
    return Optional.of(
        Fix.unsafe("Install before the sources are copied", up, DockerfileEdits.delete(run.tree()))
            .changing(run.anchor())
            .changing(sources.anchor()));
  }
}
