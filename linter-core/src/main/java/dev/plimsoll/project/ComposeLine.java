package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command of Compose as it stands in a text that holds commands, in a heredoc or in the words for
 * a shell elsewhere, too.
 *
 * @param place from the name of the program to the subcommand
 * @param files what it names by {@code -f}
 * @param words those behind the subcommand
 * @param rest what follows these on the line
 */
record ComposeLine(
    Span place, String subcommand, List<String> files, List<String> words, String rest) {

  private static final String[] PROGRAMS = {"docker compose", "docker-compose"};

  private static final List<String> VALUED =
      List.of(
          "-p", "--project-name", "--profile", "--env-file", "--ansi", "--parallel", "--progress");

  ComposeLine {
    files = List.copyOf(files);
    words = List.copyOf(words);
  }

  /** Those of a text whose subcommand is known, but for comments and what is only said. */
  static List<ComposeLine> in(SourceText script) {
    String text = script.content();
    List<ComposeLine> found = new ArrayList<>();
    for (String program : PROGRAMS) {
      for (int at = text.indexOf(program); at >= 0; at = text.indexOf(program, at + 1)) {
        int line = text.lastIndexOf('\n', at) + 1;
        boolean isComment = text.substring(line, at).strip().startsWith("#");
        boolean begins = at == 0 || " \t\n;&|(@-\"'".indexOf(text.charAt(at - 1)) >= 0;
        if (!isComment && begins && !text.substring(line, at).contains("echo ")) {
          add(text, at, at + program.length(), found);
        }
      }
    }
    return found;
  }

  private static void add(String text, int start, int from, List<ComposeLine> found) {
    CommandWords words = new CommandWords(text, from);
    List<String> files = new ArrayList<>();
    Optional<String> subcommand = subcommand(words, files);
    if (subcommand.isPresent()) {
      Span place = new Span(start, words.end());
      List<String> behind = new ArrayList<>();
      for (Optional<String> word = words.next(); word.isPresent(); word = words.next()) {
        behind.add(word.get());
      }
      String rest = text.substring(words.end(), AssignedTexts.endOfLine(text, words.end()));
      found.add(new ComposeLine(place, subcommand.get(), files, behind, rest));
    }
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

  /** The words behind the subcommand that are no options: names of services mostly. */
  List<String> operands() {
    List<String> operands = new ArrayList<>();
    for (String word : words) {
      if (!word.startsWith("-") && !word.startsWith(">") && !word.equals("2>")) {
        operands.add(word);
      }
    }
    return operands;
  }

  /** Whether the files that it means are those of a set. */
  boolean means(ComposeSet set, SourceText script, Project project, Inquiry inquiry) {
    if (script.content().contains("COMPOSE_FILE")) {
      return false;
    }
    if (files.isEmpty()) {
      ComposeSets sets = new ComposeSets(project.compose(), inquiry);
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
