package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.text.Slice;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;

/** Says what a parser's error means to the script's author. */
final class Problems {

  private static final int LONGEST_QUOTE = 20;

  private Problems() {}

  /** The problem that an error in a script is. */
  static Problem of(RecognitionException error, Slice script) {
    Token token = error.getOffendingToken();
    return token.getType() == Token.EOF ? unended(error, script) : unexpected(token, script);
  }

  /** A command that stands where none may. */
  static Problem syntax(Slice place, String message) {
    return new Problem(Problem.Kind.SYNTAX, place, message);
  }

  static Problem unexpected(Token token, Slice script) {
    Slice place = script.part(token.getStartIndex(), token.getStopIndex() + 1);
    char c = script.text().charAt(token.getStartIndex());
    if (token.getType() == ShellParser.BAD && (c == '\'' || c == '`')) {
      return syntax(place, "the quote " + c + " is never closed");
    }
    return switch (token.getType()) {
      case ShellParser.NEWLINE -> syntax(place, "the line ends before its command is complete");
      case ShellParser.WORD, ShellParser.QUOTE_TEXT, ShellParser.PARAM_TEXT ->
          syntax(place, "the shell expects an operator or a closing word here");
      default -> syntax(place, "the shell expects no " + quoted(token) + " here");
    };
  }

  private static String quoted(Token token) {
    String text = token.getText();
    return "`" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) : text) + "`";
  }

  private static Problem unended(RecognitionException error, Slice script) {
    for (RuleContext context = error.getCtx(); context != null; context = context.parent) {
      if (context instanceof ParserRuleContext open && !closer(open).isEmpty()) {
        Token first = open.getStart();
        return syntax(
            script.part(first.getStartIndex(), first.getStopIndex() + 1),
            "`%s` is never closed: %s is missing".formatted(first.getText(), closer(open)));
      }
    }
    return syntax(script.end(), "the script ends before its last command is complete");
  }

  private static String closer(ParserRuleContext context) {
    if (context instanceof ShellParser.IfContext) {
      return "fi";
    }
    if (context instanceof ShellParser.LoopContext) {
      return "done";
    }
    if (context instanceof ShellParser.ForContext loop) {
      return loop.LBRACE() == null ? "done" : "}";
    }
    if (context instanceof ShellParser.CaseContext) {
      return "esac";
    }
    if (context instanceof ShellParser.GroupContext
        || context instanceof ShellParser.ParameterContext) {
      return "}";
    }
    if (context instanceof ShellParser.ConditionContext) {
      return "]]";
    }
    if (context instanceof ShellParser.QuotedContext) {
      return "\"";
    }
    if (context instanceof ShellParser.ArithmeticContext
        || context instanceof ShellParser.ArithmeticExpansionContext) {
      return "))";
    }
    return context instanceof ShellParser.SubshellContext
            || context instanceof ShellParser.ArrayContext
            || context instanceof ShellParser.CommandSubstitutionContext
        ? ")"
        : "";
  }
}
