package dev.plimsoll.model.command;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks a script in the order of its text and collects its commands. */
final class CommandFinder {

  private final Anchor anchor;
  private final List<Command> commands = new ArrayList<>();
  private final List<Facet> facets = new ArrayList<>();
  private List<Slice> holes = new ArrayList<>();

  CommandFinder(Anchor anchor) {
    this.anchor = anchor;
  }

  List<Command> commands() {
    return commands;
  }

  List<Facet> facets() {
    return facets;
  }

  void script(ScriptTree tree) {
    region(tree.slice(), tree.body());
  }

  private void region(Slice slice, Block body) {
    List<Slice> around = holes;
    holes = new ArrayList<>();
    int place = facets.size();
    block(body);
    facets.add(place, new Facet(anchor, new Region(slice, holes).textAround()));
    holes = around;
  }

  private void block(Block block) {
    for (Chain chain : block.chains()) {
      for (Chain.Link link : chain.links()) {
        link.pipeline().commands().forEach(this::command);
      }
    }
  }

  private void command(ShellCommand command) {
    if (command instanceof SimpleCommand simple) {
      simple(simple);
      return;
    }
    if (command instanceof ShellCommand.Group group) {
      block(group.body());
    } else if (command instanceof ShellCommand.Subshell subshell) {
      block(subshell.body());
    } else if (command instanceof ShellCommand.If choice) {
      choice(choice);
    } else if (command instanceof ShellCommand.Loop loop) {
      block(loop.condition());
      block(loop.body());
    } else if (command instanceof ShellCommand.For loop) {
      loop.items().ifPresent(this::words);
      substitutions(loop.substitutions());
      block(loop.body());
    } else if (command instanceof ShellCommand.Case choice) {
      choice(choice);
    } else if (command instanceof ShellCommand.Condition condition) {
      words(condition.words());
    } else if (command instanceof ShellCommand.Arithmetic arithmetic) {
      substitutions(arithmetic.substitutions());
    } else if (command instanceof ShellCommand.Function function) {
      command(function.body());
    }
    redirections(command.redirections());
  }

  private void choice(ShellCommand.If choice) {
    for (ShellCommand.If.Branch branch : choice.branches()) {
      block(branch.condition());
      block(branch.body());
    }
    choice.otherwise().ifPresent(this::block);
  }

  private void choice(ShellCommand.Case choice) {
    substitutions(choice.subject().substitutions());
    for (ShellCommand.Case.Arm arm : choice.arms()) {
      words(arm.patterns());
      block(arm.body());
    }
  }

  private void words(List<ShellWord> words) {
    for (ShellWord word : words) {
      substitutions(word.substitutions());
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      substitutions(redirection.target().substitutions());
      bodyOf(redirection);
    }
  }

  private void bodyOf(Redirection redirection) {
    redirection.heredoc().ifPresent(heredoc -> substitutions(heredoc.substitutions()));
  }

  private void substitutions(List<Substitution> substitutions) {
    for (Substitution substitution : substitutions) {
      holes.add(substitution.slice());
      boolean inPlace = substitution.body().slice().source() == substitution.slice().source();
      region(
          inPlace ? substitution.slice() : substitution.body().slice(), // backquotes are a view
          substitution.body());
    }
  }

  private void simple(SimpleCommand simple) {
    holes.add(simple.slice());
    List<Slice> around = holes;
    holes = new ArrayList<>();
    int place = facets.size();
    int position = commands.size();
    for (Assignment assignment : simple.assignments()) {
      substitutions(assignment.word().substitutions());
    }
    words(simple.words());
    for (Redirection redirection : simple.redirections()) {
      substitutions(redirection.target().substitutions());
    }
    Optional<Command> command = CommandReader.read(anchor, simple);
    command.ifPresent(found -> commands.add(position, found));
    Anchor own = command.map(Command::anchor).orElse(anchor);
    facets.add(place, new Facet(own, new Region(simple.slice(), holes).textAround()));
    holes = around;
    simple.redirections().forEach(this::bodyOf);
  }
}
