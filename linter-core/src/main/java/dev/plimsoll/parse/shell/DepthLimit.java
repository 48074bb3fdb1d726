package dev.plimsoll.parse.shell;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** The generated parser, which gives up before nesting would exhaust the stack. */
final class DepthLimit extends ShellParser {

  /** Commands within commands, as people count them. */
  static final int MAX_NESTING = 200;

  static final String MESSAGE = "nested deeper than " + MAX_NESTING + " levels";

  private static final int RULES_PER_LEVEL = 5; // list, chain, pipeline, command, compound
  private int depth;

  DepthLimit(TokenStream tokens) {
    super(tokens);
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int ruleIndex) {
    if (depth == MAX_NESTING * RULES_PER_LEVEL) {
      throw new ParseCancellationException(MESSAGE);
    }
    depth++;
    super.enterRule(context, state, ruleIndex);
  }

  @Override
  public void exitRule() {
    depth--;
    super.exitRule();
  }
}
