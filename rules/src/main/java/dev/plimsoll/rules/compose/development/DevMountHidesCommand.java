package dev.plimsoll.rules.compose.development;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ServiceMount;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.project.Answer;
import dev.plimsoll.project.PathKind;
import dev.plimsoll.project.ServiceImage;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.ComposeRule;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.CleanPath;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Over what the image holds lies what the host has, and there the file to start is missing. */
@RuleInfo(
    id = "compose/dev-mount-hides-command",
    title = "Dev mount hides the files the command runs",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class DevMountHidesCommand extends ComposeRule {

  private static final Set<String> INTERPRETERS =
      Set.of("ash", "bash", "dash", "node", "perl", "php", "python", "python3", "ruby", "sh");

  @Override
  public void service(
      ComposeService service, ComposeSet set, ComposeFile file, RuleContext context) {
    if (!service.has("volumes")
        || !hasFolder(service, set, context)
        || !(context.compose().image(set, service) instanceof Answer.Known<ServiceImage> image)
        || !(image.value() instanceof ServiceImage.Built built)
        || !(context.compose().starts(set, service)
            instanceof Answer.Known<List<Command>> starts)) {
      return;
    }
    Value workdir = workdir(service, built);
    for (Command command : starts.value()) {
      Optional<ShellWord> word = started(command);
      Optional<String> path = word.isEmpty() ? Optional.empty() : path(word.get(), workdir);
      if (path.isPresent() && brings(built, path.get(), context)) {
        check(path.get(), word.orElseThrow(), service, set, context);
      }
    }
  }

  private static boolean hasFolder(ComposeService service, ComposeSet set, RuleContext context) {
    for (ServiceMount mount : service.mounts()) {
      if (isFolder(mount, set, context)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFolder(ServiceMount mount, ComposeSet set, RuleContext context) {
    return mount.kind() == ServiceMount.Kind.BIND
        && mount.source().isPresent()
        && mount.source().get().fixed().isPresent()
        && context.compose().composePath(set, mount.source().get().text())
            instanceof Answer.Known<PathKind> kind
        && kind.value() == PathKind.FOLDER;
  }

  private static Value workdir(ComposeService service, ServiceImage.Built built) {
    Optional<Scalar> own = service.scalar("working_dir");
    return own.isPresent() ? own.get().value() : built.stage().end().workdir();
  }

  /** The file that a command runs; none where the search path or the interpreter finds it. */
  private static Optional<ShellWord> started(Command command) {
    if (!command.name().isLiteral()) {
      return Optional.empty();
    }
    String program = command.program();
    if (program.equals("java")) {
      return behind("-jar", command.arguments());
    }
    if (INTERPRETERS.contains(program)) {
      return !command.arguments().isEmpty() && isFile(command.arguments().get(0))
          ? Optional.of(command.arguments().get(0))
          : Optional.empty();
    }
    return command.name().text().indexOf('/') >= 0 ? Optional.of(command.name()) : Optional.empty();
  }

  private static Optional<ShellWord> behind(String option, List<ShellWord> words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i).text().equals(option)) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  private static boolean isFile(ShellWord word) {
    String text = word.text();
    return word.isLiteral()
        && !text.startsWith("-")
        && text.lastIndexOf('.') > text.lastIndexOf('/');
  }

  private static Optional<String> path(ShellWord word, Value workdir) {
    String text = word.text();
    if (!word.isLiteral() || text.isEmpty()) {
      return Optional.empty();
    }
    if (text.startsWith("/")) {
      return Optional.of(CleanPath.of(text));
    }
    return workdir instanceof Value.Known known && known.text().startsWith("/")
        ? Optional.of(CleanPath.of(known.text() + "/" + text))
        : Optional.empty();
  }

  /** Whether the image surely has the file. */
  private static boolean brings(ServiceImage.Built built, String path, RuleContext context) {
    for (Step step : built.stage().lineage()) {
      if (step instanceof Copy copy && brings(copy, built, path, context)) {
        return true;
      }
    }
    return false;
  }

  private static boolean brings(
      Copy copy, ServiceImage.Built built, String path, RuleContext context) {
    if (copy.readsContext()) {
      return context.project().copiedFile(built.file(), copy, path)
              instanceof Answer.Known<Optional<SourceText>> copied
          && copied.value().isPresent();
    }
    return copy.target() instanceof Value.Known target
        && path.startsWith(target.text() + "/")
        && target.text().length() > 1;
  }

  private static void check(
      String path, ShellWord word, ComposeService service, ComposeSet set, RuleContext context) {
    Optional<ServiceMount> over = Optional.empty();
    int depth = -1;
    for (ServiceMount mount : context.compose().mounts(set, service)) {
      String target = mount.target().text();
      boolean covers = path.equals(target) || path.startsWith(target + "/");
      if (covers && target.length() > depth) {
        over = Optional.of(mount);
        depth = target.length();
      }
    }
    if (over.isEmpty() || !isFolder(over.get(), set, context)) {
      return;
    }
    Scalar source = over.get().source().orElseThrow();
    String there = source.text() + path.substring(over.get().target().text().length());
    if (context.compose().isAbsentNow(set, there)) {
      context.report(
          Finding.at(
                  service.anchor("volumes"),
                  source.slice(),
                  "%s is mounted over the %s that the container starts, and has no such file",
                  source.value(),
                  path)
              .related(word.unquoted(), "this is what starts"));
    }
  }
}
