package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the commands near a Compose set that pull its images, all of them or some. */
final class PullCommands {

  private static final String[] PROGRAMS = {"docker compose", "docker-compose"};

  private static final List<String> VALUED =
      List.of(
          "-p", "--project-name", "--profile", "--env-file", "--ansi", "--parallel", "--progress");

  /** With these a pull that fails is none. */
  private static final List<String> LENIENT =
      List.of("--ignore-buildable", "--ignore-pull-failures", "--help");

  private final Project project;
  private final Inquiry inquiry;
  private final ComposeSets sets;

  PullCommands(Project project, Inquiry inquiry) {
    this.project = project;
    this.inquiry = inquiry;
    this.sets = new ComposeSets(project.compose(), inquiry);
  }

  /** The first that pulls a service's image. */
  Optional<Slice> find(ComposeSet set, String service) {
    for (SourceText script : project.compose().commands().scriptsNear(set.folder())) {
      inquiry.reached(script.name());
      String text = script.content();
      for (String program : PROGRAMS) {
        for (int at = text.indexOf(program); at >= 0; at = text.indexOf(program, at + 1)) {
          Optional<Slice> pull = pull(script, at, at + program.length(), set, service);
          if (pull.isPresent()) {
            return pull;
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Slice> pull(
      SourceText script, int start, int from, ComposeSet set, String service) {
    String text = script.content();
    int line = text.lastIndexOf('\n', start) + 1;
    boolean isComment = text.substring(line, start).strip().startsWith("#");
    boolean begins = start == 0 || " \t\n;&|(@-\"'".indexOf(text.charAt(start - 1)) >= 0;
    if (isComment || !begins || text.substring(line, start).contains("echo ")) {
      return Optional.empty();
    }
    CommandWords words = new CommandWords(text, from);
    List<String> files = new ArrayList<>();
    Optional<String> subcommand = subcommand(words, files);
    if (subcommand.isEmpty() || !subcommand.get().equals("pull")) {
      return Optional.empty();
    }
    int end = words.end();
    boolean pulls = asksFor(words, service);
    String rest = text.substring(words.end(), AssignedTexts.endOfLine(text, words.end()));
    return pulls && !rest.contains("|| true") && !rest.contains("|| :") && means(script, files, set)
        ? Optional.of(script.slice(new Span(start, end)))
        : Optional.empty();
  }

  /** The subcommand behind known options, whose files are added. */
  private static Optional<String> subcommand(CommandWords words, List<String> files) {
    for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
      String option = word.get();
      if (!option.startsWith("-")) {
        return words.lastIsVariable() ? Optional.empty() : word;
      }
      if (option.equals("-f") || option.equals("--file")) {
        files.add(words.next().orElse("$"));
      } else if (option.startsWith("--file=")) {
        files.add(option.substring("--file=".length()));
      } else if (option.startsWith("--project-directory")) {
        return Optional.empty();
      } else if (VALUED.contains(option)) {
        words.next();
      }
    }
    return Optional.empty();
  }

  /** Whether what follows names a service, or none. */
  private static boolean asksFor(CommandWords words, String service) {
    boolean hasNames = false;
    boolean isNamed = false;
    for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
      if (LENIENT.contains(word.get())) {
        return false;
      }
      if (!word.get().startsWith("-") && !word.get().startsWith(">") && !word.get().equals("2>")) {
        hasNames = true;
        isNamed |= word.get().equals(service);
      }
    }
    return !hasNames || isNamed;
  }

  /** Whether the files of a command are those of a set. */
  private boolean means(SourceText script, List<String> files, ComposeSet set) {
    if (script.content().contains("COMPOSE_FILE")) {
      return false;
    }
    if (files.isEmpty()) {
      CalledFiles called = new CalledFiles(project.compose(), inquiry, script);
      return called.standard(sets).equals(Optional.of(set.files().get(0)))
          && set.files().size() <= 2
          && set.evidence().isEmpty();
    }
    for (StartedFiles started : project.compose().commands().in(script)) {
      if (started.command().files().equals(files) && started.files().equals(set.files())) {
        return true;
      }
    }
    return false;
  }
}
