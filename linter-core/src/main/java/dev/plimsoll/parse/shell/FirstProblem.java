package dev.plimsoll.parse.shell;

import java.util.Optional;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * Keeps the first error, invents and drops no token, and goes on where an enclosing rule can: the
 * commands before and after what was not understood survive.
 */
final class FirstProblem extends DefaultErrorStrategy {

  private Optional<RecognitionException> first = Optional.empty();

  Optional<RecognitionException> first() {
    return first;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (first.isEmpty()) {
      first = Optional.of(error);
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  @Override
  public void sync(Parser parser) {} // a rule that cannot go on says so itself
}
