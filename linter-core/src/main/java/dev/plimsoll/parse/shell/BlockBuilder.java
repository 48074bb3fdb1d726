package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.tree.Assignment;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Chain;
import dev.plimsoll.parse.shell.tree.Pipeline;
import dev.plimsoll.parse.shell.tree.ShellCommand;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes lists of commands, XCU 2.9.3, out of the generated parser's tree. */
final class BlockBuilder {

  private final Slice script;
  private final ShellReader.Pass pass;
  private final CommandBuilder commands;
  private final WordBuilder words;

  /** Builds for a script that lies so many backquotes and here-documents deep. */
  BlockBuilder(Slice script, HereDocuments heredocs, ShellReader.Pass pass, int depth) {
    this.script = script;
    this.pass = pass;
    this.words = new WordBuilder(script, heredocs, pass, depth, this);
    this.commands = new CommandBuilder(words, this);
  }

  Block script(List<ShellParser.ListContext> lists) {
    List<Chain> chains = new ArrayList<>();
    for (ShellParser.ListContext list : lists) {
      chains.addAll(chains(list));
    }
    return new Block(script, chains);
  }

  List<Substitution> substitutions(ShellParser.HeredocContext tree) {
    return words.substitutions(tree);
  }

  /** A list that may not be empty. */
  Block required(ShellParser.ListContext list) {
    Block block = block(list);
    if (block.chains().isEmpty() && list.exception == null) {
      pass.problem(
          Problems.syntax(block.slice(), "a command is missing here: write `:` to do nothing"));
    }
    return block;
  }

  Block block(ShellParser.ListContext list) {
    List<Chain> chains = chains(list);
    if (chains.isEmpty()) {
      int start = Math.min(list.getStart().getStartIndex(), script.span().length());
      return new Block(script.part(start, start), chains);
    }
    Chain last = chains.get(chains.size() - 1);
    Slice end = last.terminator().isPresent() ? last.terminator().get() : last.slice();
    return new Block(chains.get(0).slice().to(end), chains);
  }

  /** The variable of a loop. bash says so when it runs, XCU 2.9.4.2. */
  ShellWord name(ShellWord word) {
    if (!Assignment.isName(word.slice().text())) {
      pass.problem(
          Problems.syntax(
              word.slice(), "a loop's variable is a name: letters, digits and underscores"));
    }
    return word;
  }

  private List<Chain> chains(ShellParser.ListContext list) {
    List<Chain> chains = new ArrayList<>();
    int count = list.getChildCount();
    for (int i = 0; i < count; i++) {
      ParseTree child = list.getChild(i);
      if (child instanceof ShellParser.ChainContext chain) {
        Optional<Slice> terminator = terminator(i + 1 < count ? list.getChild(i + 1) : child);
        chains.add(chain(chain, terminator));
      } else {
        refuse(((TerminalNode) child).getSymbol());
      }
    }
    return chains;
  }

  private void refuse(Token token) {
    if (token.getType() == ShellParser.MISPLACED || token.getType() == ShellParser.BAD) {
      pass.problem(Problems.unexpected(token, script));
    }
  }

  private Optional<Slice> terminator(ParseTree next) {
    if (next instanceof TerminalNode node) {
      int type = node.getSymbol().getType();
      if (type == ShellParser.SEMI || type == ShellParser.AMP) {
        return Optional.of(slice(node.getSymbol()));
      }
    }
    return Optional.empty();
  }

  private Chain chain(ShellParser.ChainContext chain, Optional<Slice> terminator) {
    List<Chain.Link> links = new ArrayList<>();
    Optional<Slice> operator = Optional.empty();
    for (ParseTree child : chain.children) {
      if (child instanceof ShellParser.PipelineContext pipeline) {
        links.add(new Chain.Link(operator, pipeline(pipeline)));
      } else if (((TerminalNode) child).getSymbol().getType() != ShellParser.NEWLINE) {
        operator = Optional.of(slice(((TerminalNode) child).getSymbol()));
      }
    }
    return new Chain(slice(chain), links, terminator);
  }

  private Pipeline pipeline(ShellParser.PipelineContext pipeline) {
    List<Slice> prefixes = new ArrayList<>();
    List<ShellCommand> built = new ArrayList<>();
    for (ParseTree child : pipeline.children) {
      if (child instanceof ShellParser.CommandContext command) {
        built.add(commands.command(command));
      } else if (built.isEmpty()) {
        prefixes.add(slice(((TerminalNode) child).getSymbol()));
      }
    }
    return new Pipeline(slice(pipeline), prefixes, built);
  }

  Slice slice(Token token) {
    return script.part(token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** A node's range; of a broken one, as far as it was read. */
  Slice slice(ParserRuleContext node) {
    int length = script.span().length();
    int start = Math.min(node.getStart().getStartIndex(), length);
    Token stop = node.getStop();
    int end = stop == null ? start : Math.max(start, Math.min(stop.getStopIndex() + 1, length));
    return script.part(start, end);
  }
}
