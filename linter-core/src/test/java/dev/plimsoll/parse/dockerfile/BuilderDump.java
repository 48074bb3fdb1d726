package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says of a file what the builder's own parser says of it, one line a fact, so that both can be
 * compared as text: keyword with first and last line, flags, words, heredocs.
 */
final class BuilderDump {

  private final SourceText source;
  private final List<String> lines = new ArrayList<>();

  private BuilderDump(SourceText source) {
    this.source = source;
  }

  static List<String> of(SourceText source) {
    Parsed<DockerfileTree> parsed = new DockerfileParser().parse(source);
    BuilderDump dump = new BuilderDump(source);
    for (Instruction instruction : parsed.tree().instructions()) {
      int start = dump.line(instruction.slice().span().start());
      int end = dump.line(instruction.slice().span().end());
      dump.lines.add(instruction.keyword().text() + " " + start + "-" + end);
      dump.add(instruction);
    }
    return dump.lines;
  }

  private int line(int offset) {
    Position position = source.lines().position(offset);
    return position.line();
  }

  private void add(Instruction tree) {
    if (tree instanceof Instruction.Onbuild onbuild) {
      lines.add("child " + onbuild.trigger().keyword().text());
      add(onbuild.trigger());
      return;
    }
    for (Flag flag : tree.flags()) {
      Optional<Word> value = flag.value();
      lines.add(
          "flag --" + flag.name().text() + (value.isPresent() ? "=" + value.get().text() : ""));
    }
    addWords(tree);
  }

  private void addWords(Instruction tree) {
    if (tree instanceof Instruction.From from) {
      word(from.image());
      from.stage()
          .ifPresent(
              stage -> {
                lines.add("word AS");
                word(stage);
              });
    } else if (tree instanceof Instruction.Run run) {
      command(run.command());
      heredocs(run.heredocs());
    } else if (tree instanceof Instruction.Copy copy) {
      copy.sources().forEach(this::word);
      word(copy.target());
      heredocs(copy.heredocs());
    } else if (tree instanceof Instruction.Pairs pairs) {
      pairs.pairs().forEach(pair -> pair(pair, "="));
    } else if (tree instanceof Instruction.LegacyPair legacy) {
      pair(legacy.pair(), "");
    } else if (tree instanceof Instruction.Arg arg) {
      for (Instruction.Arg.Definition definition : arg.definitions()) {
        Optional<Word> value = definition.value();
        lines.add(
            "word "
                + definition.name().text()
                + (value.isPresent() ? "=" + value.get().text() : ""));
      }
    } else {
      addStart(tree);
    }
  }

  private void addStart(Instruction tree) {
    if (tree instanceof Instruction.Cmd cmd) {
      command(cmd.command());
    } else if (tree instanceof Instruction.Entrypoint entrypoint) {
      command(entrypoint.command());
    } else if (tree instanceof Instruction.Shell shell) {
      shell.words().forEach(this::word);
    } else if (tree instanceof Instruction.Healthcheck healthcheck) {
      word(healthcheck.type());
      healthcheck.command().ifPresent(this::command);
    } else if (tree instanceof Instruction.Expose expose) {
      expose.ports().forEach(this::word);
    } else if (tree instanceof Instruction.Volume volume) {
      volume.paths().forEach(this::word);
    } else if (tree instanceof Instruction.User user) {
      word(user.user());
    } else if (tree instanceof Instruction.Workdir workdir) {
      word(workdir.path());
    } else if (tree instanceof Instruction.StopSignal signal) {
      word(signal.signal());
    } else if (tree instanceof Instruction.Maintainer maintainer) {
      word(maintainer.text());
    } else {
      lines.add("unread");
    }
  }

  private void word(Word word) {
    lines.add("word " + word.text());
  }

  private void pair(Pair pair, String separator) {
    lines.add("pair " + pair.name().text() + " " + separator + " " + pair.value().text());
  }

  private void command(CommandLine command) {
    if (command instanceof CommandLine.ExecForm exec) {
      lines.add("json");
      exec.words().forEach(this::word);
    } else if (!command.slice().span().isEmpty()) {
      lines.add("word " + command.slice().text());
    }
  }

  private void heredocs(List<Heredoc> heredocs) {
    for (Heredoc heredoc : heredocs) {
      lines.add(
          "heredoc "
              + heredoc.delimiter()
              + " "
              + heredoc.fileDescriptor()
              + " "
              + heredoc.expands()
              + " "
              + heredoc.stripsTabs());
      lines.add("body " + heredoc.body().text());
    }
  }
}
