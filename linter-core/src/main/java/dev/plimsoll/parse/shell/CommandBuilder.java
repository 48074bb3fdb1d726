package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** Makes commands, XCU 2.9, out of the generated parser's tree; a broken one becomes Unknown. */
final class CommandBuilder {

  private final WordBuilder words;
  private final BlockBuilder blocks;

  CommandBuilder(WordBuilder words, BlockBuilder blocks) {
    this.words = words;
    this.blocks = blocks;
  }

  ShellCommand command(ShellParser.CommandContext command) {
    if (isBroken(command)) {
      return new ShellCommand.Unknown(blocks.slice(command));
    }
    if (command.simple() != null) {
      return simple(command.simple());
    }
    if (command.function() != null) {
      ShellParser.FunctionContext function = command.function();
      return function(function, function.word(), function.functionBody());
    }
    return compound(command.compound(), redirections(command.redirection()), command);
  }

  /** Whether an error lies in it, but for one in a list, which spoils its own command only. */
  private static boolean isBroken(ParserRuleContext node) {
    if (node.exception != null) {
      return true;
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      boolean inner =
          node.getChild(i) instanceof ParserRuleContext child
              && !(child instanceof ShellParser.ListContext)
              && isBroken(child);
      if (inner) {
        return true;
      }
    }
    return false;
  }

  private ShellCommand simple(ShellParser.SimpleContext simple) {
    if (simple.functionTail() != null) {
      return function(simple, simple.word(0), simple.functionTail().functionBody());
    }
    List<Assignment> assignments = new ArrayList<>();
    List<ShellWord> found = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    for (ParseTree child : simple.children) {
      if (child instanceof ShellParser.RedirectionContext redirection) {
        redirections.add(words.redirection(redirection));
      } else {
        ShellWord word = words.word((ShellParser.WordContext) child);
        Optional<Assignment> assignment = found.isEmpty() ? Assignment.of(word) : Optional.empty();
        assignment.ifPresentOrElse(assignments::add, () -> found.add(word));
      }
    }
    return new SimpleCommand(blocks.slice(simple), assignments, found, redirections);
  }

  private ShellCommand function(
      ParserRuleContext whole, ShellParser.WordContext name, ShellParser.FunctionBodyContext body) {
    ShellCommand built =
        body.simple() != null
            ? simple(body.simple())
            : compound(body.compound(), redirections(body.redirection()), body);
    return new ShellCommand.Function(blocks.slice(whole), words.word(name), built);
  }

  private List<Redirection> redirections(List<ShellParser.RedirectionContext> nodes) {
    List<Redirection> built = new ArrayList<>(nodes.size());
    for (ShellParser.RedirectionContext node : nodes) {
      built.add(words.redirection(node));
    }
    return built;
  }

  private ShellCommand compound(
      ShellParser.CompoundContext node, List<Redirection> redirections, ParserRuleContext whole) {
    Slice slice = blocks.slice(whole);
    if (node instanceof ShellParser.GroupContext group) {
      return new ShellCommand.Group(slice, blocks.required(group.list()), redirections);
    }
    if (node instanceof ShellParser.SubshellContext subshell) {
      return new ShellCommand.Subshell(slice, blocks.required(subshell.list()), redirections);
    }
    if (node instanceof ShellParser.IfContext choice) {
      return choice(choice, slice, redirections);
    }
    if (node instanceof ShellParser.LoopContext loop) {
      return new ShellCommand.Loop(
          slice,
          blocks.slice(loop.getStart()),
          blocks.required(loop.list(0)),
          blocks.required(loop.list(1)),
          redirections);
    }
    if (node instanceof ShellParser.ForContext loop) {
      return loop(loop, slice, redirections);
    }
    if (node instanceof ShellParser.CaseContext choice) {
      return choice(choice, slice, redirections);
    }
    if (node instanceof ShellParser.ConditionContext condition) {
      List<ShellWord> parts = new ArrayList<>();
      for (ShellParser.ConditionPartContext part : condition.conditionPart()) {
        parts.add(part(part));
      }
      return new ShellCommand.Condition(slice, parts, redirections);
    }
    return new ShellCommand.Arithmetic(slice, substitutions(node), redirections);
  }

  private List<Substitution> substitutions(ParserRuleContext node) {
    return words.substitutions(node);
  }

  private ShellWord part(ShellParser.ConditionPartContext part) {
    return part.word() != null
        ? words.word(part.word())
        : new ShellWord(blocks.slice(part), List.of());
  }

  private ShellCommand choice(
      ShellParser.IfContext node, Slice slice, List<Redirection> redirections) {
    List<ShellCommand.If.Branch> branches = new ArrayList<>();
    List<ShellParser.ListContext> lists = node.list();
    int pairs = lists.size() / 2;
    for (int i = 0; i < pairs; i++) {
      Block condition = blocks.required(lists.get(2 * i));
      branches.add(new ShellCommand.If.Branch(condition, blocks.required(lists.get(2 * i + 1))));
    }
    Optional<Block> otherwise =
        node.ELSE() == null
            ? Optional.empty()
            : Optional.of(blocks.required(lists.get(lists.size() - 1)));
    return new ShellCommand.If(slice, branches, otherwise, redirections);
  }

  private ShellCommand loop(
      ShellParser.ForContext node, Slice slice, List<Redirection> redirections) {
    ShellParser.ForHeadContext head = node.forHead();
    Optional<ShellWord> variable = Optional.empty();
    Optional<List<ShellWord>> items = Optional.empty();
    List<Substitution> substitutions = List.of();
    if (head.ARITH_OPEN() != null) {
      substitutions = substitutions(head);
    } else {
      List<ShellWord> built = new ArrayList<>();
      for (ShellParser.WordContext word : head.word()) {
        built.add(words.word(word));
      }
      variable = Optional.of(blocks.name(built.get(0)));
      items = head.IN() == null ? items : Optional.of(built.subList(1, built.size()));
    }
    return new ShellCommand.For(
        slice,
        blocks.slice(node.getStart()),
        variable,
        items,
        substitutions,
        blocks.required(node.list()),
        redirections);
  }

  private ShellCommand choice(
      ShellParser.CaseContext node, Slice slice, List<Redirection> redirections) {
    List<ShellCommand.Case.Arm> arms = new ArrayList<>();
    List<ShellParser.CaseArmContext> nodes =
        node.caseArms() == null ? List.of() : node.caseArms().caseArm();
    for (ShellParser.CaseArmContext arm : nodes) {
      List<ShellWord> patterns = new ArrayList<>();
      for (ShellParser.WordContext pattern : arm.word()) {
        patterns.add(words.word(pattern));
      }
      arms.add(new ShellCommand.Case.Arm(patterns, blocks.block(arm.list())));
    }
    return new ShellCommand.Case(slice, words.word(node.word()), arms, redirections);
  }
}
