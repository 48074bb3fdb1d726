package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.shell.tree.Redirection;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.EmbeddedText;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes words, and the scripts in them, out of the generated parser's tree. */
final class WordBuilder {

  private final Slice script;
  private final HereDocuments heredocs;
  private final ShellReader.Pass pass;
  private final int depth;
  private final BlockBuilder blocks;

  WordBuilder(
      Slice script, HereDocuments heredocs, ShellReader.Pass pass, int depth, BlockBuilder blocks) {
    this.script = script;
    this.heredocs = heredocs;
    this.pass = pass;
    this.depth = depth;
    this.blocks = blocks;
  }

  ShellWord word(ShellParser.WordContext word) {
    return new ShellWord(blocks.slice(word), substitutions(word));
  }

  Redirection redirection(ShellParser.RedirectionContext redirection) {
    Slice operator = blocks.slice(redirection.getStart());
    ShellWord target = word(redirection.word());
    Optional<Redirection.HereDocument> heredoc = Optional.empty();
    if (redirection.HERE() != null) {
      heredoc = heredocs.body(redirection.word().getStart().getStartIndex()).map(this::heredoc);
    }
    return new Redirection(blocks.slice(redirection), operator, target, heredoc);
  }

  private Redirection.HereDocument heredoc(HereDocuments.Body body) {
    Slice lines = script.part(body.lines().start(), body.lines().end());
    return new Redirection.HereDocument(
        lines, body.expands(), body.expands() ? pass.heredoc(lines, depth + 1) : List.of());
  }

  /** The scripts below a node, outermost ones, in order. */
  List<Substitution> substitutions(ParserRuleContext node) {
    if (node.getChildCount() == 1 && isPlain(node.getChild(0))) {
      return List.of();
    }
    List<Substitution> found = new ArrayList<>();
    collect(node, false, found);
    return found;
  }

  private static boolean isPlain(ParseTree piece) {
    return piece.getChildCount() == 1
        && piece.getChild(0) instanceof TerminalNode leaf
        && leaf.getSymbol().getType() != ShellParser.BACKQUOTED;
  }

  private void collect(ParserRuleContext node, boolean quoted, List<Substitution> found) {
    boolean inQuotes = quoted || node instanceof ShellParser.QuotedContext;
    for (int i = 0; i < node.getChildCount(); i++) {
      ParseTree child = node.getChild(i);
      if (child instanceof ShellParser.CommandSubstitutionContext script) {
        if (script.list() != null) {
          found.add(new Substitution(blocks.slice(script), blocks.block(script.list())));
        }
      } else if (child instanceof ParserRuleContext inner) {
        collect(inner, inQuotes, found);
      } else if (child instanceof TerminalNode leaf
          && leaf.getSymbol().getType() == ShellParser.BACKQUOTED) {
        found.add(backquoted(leaf.getSymbol(), inQuotes));
      }
    }
  }

  /**
   * XCU 2.6.3: between backquotes a backslash escapes a dollar sign, a backquote and itself, and,
   * inside double quotes, a double quote too.
   */
  private Substitution backquoted(Token token, boolean quoted) {
    Slice whole = blocks.slice(token);
    String raw = whole.text();
    String escapable = quoted ? "$`\\\"" : "$`\\";
    int base = whole.span().start();
    EmbeddedText.Builder view =
        new EmbeddedText.Builder(whole.source(), WordBuilder::withoutEscapes);
    int from = 1;
    for (int i = 1; i < raw.length() - 1; i++) {
      if (raw.charAt(i) == '\\' && escapable.indexOf(raw.charAt(i + 1)) >= 0) {
        view.copy(new Span(base + from, base + i)).stand(new Span(base + i, base + i + 1), "");
        i++;
        from = i;
      }
    }
    view.copy(new Span(base + from, base + raw.length() - 1));
    EmbeddedText text = view.build();
    Slice inner = text.slice(new Span(0, text.content().length()));
    return new Substitution(whole, pass.script(inner, depth + 1));
  }

  /** What would need escaping between backquotes is not written there. */
  private static Optional<String> withoutEscapes(String text) {
    boolean plain = text.indexOf('`') < 0 && text.indexOf('\\') < 0 && text.indexOf('$') < 0;
    return plain ? Optional.of(text) : Optional.empty();
  }
}
