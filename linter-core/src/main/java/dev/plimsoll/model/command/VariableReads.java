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
import dev.plimsoll.parse.shell.tree.WordPart;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects where a script reads a variable that it needs: {@code $name} and {@code ${name}}, not
 * the forms that ask whether it is set (XCU 2.6.2), and not in arithmetic, where what is not set
 * counts as 0.
 */
public final class VariableReads {

  private final List<Slice> names = new ArrayList<>();

  private VariableReads() {}

  /** The names that a script reads, in the order of the text, each as often as it does. */
  public static List<Slice> of(ScriptTree tree) {
    VariableReads reads = new VariableReads();
    reads.block(tree.body());
    return reads.names;
  }

  private void block(Block block) {
    for (Chain chain : block.chains()) {
      for (Chain.Link link : chain.links()) {
        for (ShellCommand command : link.pipeline().commands()) {
          command(command);
        }
      }
    }
  }

  private void command(ShellCommand command) {
    if (command instanceof SimpleCommand simple) {
      for (Assignment assignment : simple.assignments()) {
        word(assignment.word());
      }
      words(simple.words());
    } else if (command instanceof ShellCommand.Group group) {
      block(group.body());
    } else if (command instanceof ShellCommand.Subshell subshell) {
      block(subshell.body());
    } else if (command instanceof ShellCommand.If choice) {
      for (ShellCommand.If.Branch branch : choice.branches()) {
        block(branch.condition());
        block(branch.body());
      }
      if (choice.otherwise().isPresent()) {
        block(choice.otherwise().get());
      }
    } else if (command instanceof ShellCommand.Loop loop) {
      block(loop.condition());
      block(loop.body());
    } else if (command instanceof ShellCommand.For loop) {
      words(loop.items().orElse(List.of()));
      block(loop.body());
    } else if (command instanceof ShellCommand.Case choice) {
      choice(choice);
    } else if (command instanceof ShellCommand.Condition condition) {
      words(condition.words());
    } else if (command instanceof ShellCommand.Function function) {
      command(function.body());
    }
    redirections(command.redirections());
  }

  private void choice(ShellCommand.Case choice) {
    word(choice.subject());
    for (ShellCommand.Case.Arm arm : choice.arms()) {
      words(arm.patterns());
      block(arm.body());
    }
  }

  private void redirections(List<Redirection> redirections) {
    for (Redirection redirection : redirections) {
      word(redirection.target());
      Optional<Redirection.HereDocument> heredoc = redirection.heredoc();
      if (heredoc.isPresent() && heredoc.get().expands()) {
        heredoc(heredoc.get());
      }
    }
  }

  private void words(List<ShellWord> words) {
    for (ShellWord word : words) {
      word(word);
    }
  }

  private void word(ShellWord word) {
    if (word.slice().text().indexOf('$') >= 0) {
      for (WordPart part : word.parts()) {
        if (part instanceof WordPart.Expansion) {
          expansion(part.slice());
        }
      }
    }
    substitutions(word.substitutions());
  }

  private void substitutions(List<Substitution> substitutions) {
    for (Substitution substitution : substitutions) {
      block(substitution.body());
    }
  }

  /** {@code $name}, or {@code ${name}} with what cuts or indexes its value. */
  private void expansion(Slice slice) {
    String text = slice.text();
    int start = text.startsWith("${") ? 2 : 1;
    int end = Assignment.endOfName(text, start);
    if (end == start || text.charAt(0) != '$') {
      return;
    }
    boolean braced = start == 2;
    if (!braced || "}#%/:^,[@".indexOf(text.charAt(end)) >= 0) {
      boolean asks = braced && text.charAt(end) == ':' && "-=?+".indexOf(text.charAt(end + 1)) >= 0;
      if (!asks) {
        names.add(slice.part(start, end));
      }
    }
  }

  private void heredoc(Redirection.HereDocument heredoc) {
    Slice body = heredoc.body();
    String text = body.text();
    int lastBrace = text.lastIndexOf('}');
    for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
      int start = text.startsWith("${", at) ? at + 2 : at + 1;
      int end = Assignment.endOfName(text, start);
      boolean isClosed = start == at + 1 || end <= lastBrace;
      boolean isRead = end > start && isClosed && !isEscaped(text, at);
      if (isRead && !isWithin(heredoc.substitutions(), body, at)) {
        expansion(body.part(at, start == at + 1 ? end : text.indexOf('}', end) + 1));
      }
    }
    substitutions(heredoc.substitutions());
  }

  private static boolean isEscaped(String text, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && text.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static boolean isWithin(List<Substitution> substitutions, Slice body, int at) {
    int offset = body.span().start() + at;
    for (Substitution substitution : substitutions) {
      if (substitution.slice().span().start() <= offset
          && offset < substitution.slice().span().end()) {
        return true;
      }
    }
    return false;
  }
}
