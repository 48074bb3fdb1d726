package dev.plimsoll.parse;

import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;

/**
 * The lookup tables that ANTLR grows while it reads, owned by one reader instead of by statics: a
 * long-lived process can drop them, and threads do not contend for them. Not thread-safe.
 */
public final class DfaCache {

  /** States above which the tables are dropped: about 20 MB, reached only by hostile input. */
  private static final int MAX_STATES = 20_000;

  private DFA[] dfas = {};
  private PredictionContextCache contexts = new PredictionContextCache();

  /** Lets a lexer use these tables. */
  public void attach(Lexer lexer) {
    refresh(lexer.getATN());
    lexer.setInterpreter(new LexerATNSimulator(lexer, lexer.getATN(), dfas, contexts));
  }

  /** Lets a parser use these tables. */
  public void attach(Parser parser) {
    refresh(parser.getATN());
    parser.setInterpreter(new ParserATNSimulator(parser, parser.getATN(), dfas, contexts));
  }

  private void refresh(ATN atn) {
    int states = 0;
    for (DFA dfa : dfas) {
      states += dfa.states.size();
    }
    if (dfas.length > 0 && states <= MAX_STATES) {
      return;
    }
    contexts = new PredictionContextCache();
    dfas = new DFA[atn.getNumberOfDecisions()];
    for (int i = 0; i < dfas.length; i++) {
      dfas[i] = new DFA(atn.getDecisionState(i), i);
    }
  }
}
