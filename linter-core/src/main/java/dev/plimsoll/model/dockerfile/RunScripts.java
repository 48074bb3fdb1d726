package dev.plimsoll.model.dockerfile;

import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.Shebang;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.model.image.BaseImage;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The scripts of instructions: a command line, or the heredoc that takes its place. */
final class RunScripts {

  private final ScriptReader scripts;

  RunScripts(ScriptReader scripts) {
    this.scripts = scripts;
  }

  /**
   * Reads it, unless no shell that we know runs it.
   *
   * @param shell the program of the shell in force
   * @param image what is known of the image that it runs in
   */
  Script read(Anchor anchor, Instruction.Run run, String shell, Optional<BaseImage> image) {
    return read(anchor, text(run), run.command(), shell, image);
  }

  /** Reads what a container runs. */
  Script read(Anchor anchor, CommandLine line, String shell, Optional<BaseImage> image) {
    return read(anchor, line.slice(), line, shell, image);
  }

  private Script read(
      Anchor anchor, Slice text, CommandLine line, String shell, Optional<BaseImage> image) {
    boolean dash = image.isPresent() && image.get().sh() == BaseImage.Sh.DASH;
    Shells shells = new Shells(dash ? Dialect.POSIX : Dialect.BASH);
    if (line instanceof CommandLine.ExecForm exec) {
      List<ShellWord> words = new ArrayList<>();
      for (Word word : exec.words()) {
        words.add(ShellWord.verbatim(word.slice()));
      }
      return scripts.read(anchor, text, words, shells);
    }
    Optional<Dialect> dialect = shells.dialect(shell);
    if (dialect.isPresent()) {
      Optional<Shebang> shebang = Shebang.of(text.text());
      dialect = shebang.isPresent() ? shells.dialect(shebang.get().program()) : dialect;
    }
    return dialect.isPresent()
        ? scripts.read(anchor, text, dialect.get(), shells)
        : Script.unread(anchor, text);
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
