package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/** The script of a RUN: its command line, or the heredoc that takes its place. */
final class RunScripts {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh");

  private final ScriptSource scripts;

  RunScripts(ScriptSource scripts) {
    this.scripts = scripts;
  }

  /** Reads it, unless no shell that we know runs it. */
  Script read(Anchor anchor, Instruction.Run run, boolean shell) {
    Slice text = text(run);
    boolean read = shell && run.command() instanceof CommandLine.ShellForm && isShell(text.text());
    return read ? Script.of(anchor, scripts.read(text, Dialect.BASH)) : Script.unread(anchor, text);
  }

  /** The builder executes a heredoc that begins with a shebang, so that line chooses the reader. */
  private static boolean isShell(String script) {
    if (!script.startsWith("#!")) {
      return true;
    }
    String line = script.lines().findFirst().orElse(script);
    StringTokenizer words = new StringTokenizer(line.substring("#!".length()));
    String program = next(words);
    if (program.equals("env")) {
      do {
        program = next(words);
      } while (program.startsWith("-") || program.indexOf('=') >= 0);
    }
    return SHELLS.contains(program);
  }

  /** The next word without its path, or nothing after the last. */
  private static String next(StringTokenizer words) {
    String word = words.hasMoreTokens() ? words.nextToken() : "";
    return word.substring(word.lastIndexOf('/') + 1);
  }

  /**
   * A heredoc that stands alone is a script of its own; with words beside it, the builder hands the
   * whole text to the shell (BuildKit, dispatchRun).
   */
  private static Slice text(Instruction.Run run) {
    Slice line = run.command().slice();
    List<Heredoc> heredocs = run.heredocs();
    if (heredocs.isEmpty()) {
      return line;
    }
    Heredoc first = heredocs.get(0);
    boolean alone = heredocs.size() == 1 && line.text().equals(first.word());
    int end = line.source().content().length(); // the view that joins the line goes on with them
    return alone ? first.body() : new Slice(line.source(), new Span(line.span().start(), end));
  }
}
