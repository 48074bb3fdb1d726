package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.DfaCache;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Block;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.Substitution;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads shell scripts: POSIX XCU 2, and the bash manual, 3. What is no command in the dialect at
 * hand becomes {@link dev.plimsoll.parse.shell.tree.ShellCommand.Unknown}. An instance serves one
 * thread.
 */
public final class ShellReader {

  private final DfaCache lexerTables = new DfaCache();
  private final DfaCache parserTables = new DfaCache();

  /** Never throws on input; at most one problem comes back, the first. */
  public Parsed<ScriptTree> read(Slice script, Dialect dialect) {
    Pass pass = new Pass(dialect);
    Block body = pass.script(script, 0);
    return new Parsed<>(
        new ScriptTree(script, dialect, body, pass.comments),
        pass.problems.isEmpty() ? List.of() : pass.problems.subList(0, 1));
  }

  /** The reading of one script, with the scripts in its backquotes and here-documents. */
  final class Pass {

    /** Backquotes within backquotes double their backslashes at each level; nobody goes deeper. */
    private static final int MAX_PASSES = 8;

    private final Dialect dialect;
    private final List<Slice> comments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private Pass(Dialect dialect) {
      this.dialect = dialect;
    }

    void problem(Problem problem) {
      problems.add(problem);
    }

    Block script(Slice script, int depth) {
      if (depth > MAX_PASSES) {
        problems.add(limit(script, "backquotes nested deeper than " + MAX_PASSES + " levels"));
        return new Block(script.start(), List.of());
      }
      ShellTokens tokens = ShellTokens.ofScript(script.text(), dialect);
      DepthLimit parser = parser(tokens);
      FirstProblem errors = new FirstProblem();
      parser.setErrorHandler(errors);
      try {
        List<ShellParser.ListContext> lists = lists(parser, errors);
        for (Span span : tokens.comments()) {
          comments.add(script.part(span.start(), span.end()));
        }
        errors.first().ifPresent(error -> problem(Problems.of(error, script)));
        return new BlockBuilder(script, tokens.heredocs(), this, depth).script(lists);
      } catch (ParseCancellationException tooDeep) {
        problems.add(limit(script, DepthLimit.MESSAGE));
        return new Block(script.start(), List.of());
      }
    }

    /** The lists of a script: one, and one more after each token that closes nothing. */
    private static List<ShellParser.ListContext> lists(DepthLimit parser, FirstProblem errors) {
      List<ShellParser.ListContext> lists = new ArrayList<>();
      lists.add(parser.list());
      while (parser.getCurrentToken().getType() != Token.EOF) {
        errors.reportError(parser, new InputMismatchException(parser));
        parser.getInputStream().consume();
        lists.add(parser.list());
      }
      return lists;
    }

    /** The scripts in the lines of a here-document. */
    List<Substitution> heredoc(Slice lines, int depth) {
      String text = lines.text();
      if (depth > MAX_PASSES || (!text.contains("$(") && text.indexOf('`') < 0)) {
        return List.of();
      }
      ShellTokens tokens = ShellTokens.ofHeredoc(text, dialect);
      DepthLimit parser = parser(tokens);
      FirstProblem errors = new FirstProblem();
      parser.setErrorHandler(errors);
      try {
        ShellParser.HeredocContext tree = parser.heredoc();
        errors.first().ifPresent(error -> problem(Problems.of(error, lines)));
        return new BlockBuilder(lines, tokens.heredocs(), this, depth).substitutions(tree);
      } catch (ParseCancellationException tooDeep) {
        problems.add(limit(lines, DepthLimit.MESSAGE));
        return List.of();
      }
    }

    private DepthLimit parser(ShellTokens tokens) {
      lexerTables.attach(tokens);
      DepthLimit parser = new DepthLimit(new CommonTokenStream(tokens));
      parser.removeErrorListeners();
      parserTables.attach(parser);
      return parser;
    }

    private static Problem limit(Slice place, String what) {
      return new Problem(Problem.Kind.LIMIT, place.start(), what + ": not read");
    }
  }
}
