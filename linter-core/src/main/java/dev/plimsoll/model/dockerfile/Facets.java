package dev.plimsoll.model.dockerfile;

import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Flag;
import dev.plimsoll.parse.dockerfile.tree.Heredoc;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.Pair;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The judged model of a Dockerfile: the same instructions after normalisation. */
final class Facets {

  private static final char END = '\0';

  private final char escape;
  private final List<Facet> facets = new ArrayList<>();

  private Facets(char escape) {
    this.escape = escape;
  }

  static List<Facet> of(DockerfileModel model) {
    Facets facets = new Facets(model.tree().escape());
    for (Step step : model.steps()) {
      facets.add(step);
    }
    return facets.facets;
  }

  private void add(Step step) {
    StringBuilder text = new StringBuilder(step.tree().name());
    if (step instanceof KeyValues keyValues) {
      for (Pair pair : keyValues.pairs()) {
        text.append(END).append(meaning(pair.name())).append('=').append(meaning(pair.value()));
      }
    } else if (step instanceof Copy copy) {
      flags(text, copy.tree().flags());
      words(text, copy.tree().sources());
      text.append(END).append(copy.tree().target().text());
      for (Heredoc heredoc : copy.tree().heredocs()) {
        announcement(text, heredoc);
        text.append(heredoc.body().text());
      }
    } else if (step instanceof Run run) {
      run(text, run);
      return;
    } else if (step instanceof ContainerCommand command) {
      containerCommand(text, command);
      return;
    } else {
      plain(text, step.tree());
    }
    facets.add(new Facet(step.anchor(), text.toString()));
  }

  /** The bodies of its heredocs are part of its script. */
  private void run(StringBuilder text, Run run) {
    if (run.isTrigger()) {
      text.append(END).append(run.run().name());
    }
    flags(text, run.run().flags());
    for (Heredoc heredoc : run.run().heredocs()) {
      announcement(text, heredoc);
    }
    facets.add(new Facet(run.anchor(), text.toString()));
    facets.addAll(run.script().facets());
  }

  private void containerCommand(StringBuilder text, ContainerCommand command) {
    flags(text, command.tree().flags());
    text.append(END).append(command.line() instanceof CommandLine.ExecForm);
    facets.add(new Facet(command.anchor(), text.toString()));
    facets.addAll(command.script().facets());
  }

  private void plain(StringBuilder text, Instruction tree) {
    if (tree instanceof Instruction.From from) {
      flags(text, from.flags());
      text.append(END).append(from.image().text());
      from.stage().ifPresent(stage -> text.append(END).append(stage.text()));
    } else if (tree instanceof Instruction.Arg arg) {
      flags(text, arg.flags());
      arg(text, arg);
    } else {
      arguments(text, tree);
    }
  }

  private void arg(StringBuilder text, Instruction.Arg arg) {
    for (Instruction.Arg.Definition definition : arg.definitions()) {
      text.append(END).append(definition.name().text());
      definition.value().ifPresent(value -> text.append('=').append(meaning(value)));
    }
  }

  /**
   * What follows the keyword, joined over continuations and without the comments between them; its
   * words stand as written, since no safe fix respells these.
   */
  private static void arguments(StringBuilder text, Instruction tree) {
    Slice keyword = tree.keyword().slice();
    text.append(END).append(keyword.source().content().substring(keyword.span().end()).strip());
  }

  private String meaning(Word word) {
    return WordMeaning.of(word.text(), escape);
  }

  private static void flags(StringBuilder text, List<Flag> flags) {
    for (Flag flag : flags) {
      text.append(END).append("--").append(flag.name().text());
      Optional<Word> value = flag.value();
      if (value.isPresent()) {
        text.append('=').append(value.get().text());
      }
    }
  }

  private static void words(StringBuilder text, List<Word> words) {
    for (Word word : words) {
      text.append(END).append(word.text());
    }
  }

  private static void announcement(StringBuilder text, Heredoc heredoc) {
    text.append(END).append(heredoc.delimiter()).append(heredoc.expands()).append(END);
    text.append(heredoc.stripsTabs());
  }
}
