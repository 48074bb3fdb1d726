package dev.plimsoll.parse.shell;

import dev.plimsoll.parse.DfaCache;
import dev.plimsoll.parse.Utf16Stream;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.parse.shell.tree.SimpleCommand;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Reads scripts of simple commands; all else comes back as {@link ScriptTree.Unknown}. An instance
 * serves one thread.
 */
public final class ShellReader {

  private final DfaCache lexerTables = new DfaCache();
  private final DfaCache parserTables = new DfaCache();

  /** Never throws on input. */
  public ScriptTree read(Slice script) {
    ShellLexer lexer = new ShellLexer(new Utf16Stream(script.text()));
    lexer.removeErrorListeners();
    lexerTables.attach(lexer);
    ShellParser parser = new ShellParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parserTables.attach(parser);
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return lower(script, parser.script());
    } catch (ParseCancellationException e) {
      return new ScriptTree.Unknown(script, "it uses shell syntax that is not read yet");
    }
  }

  private static ScriptTree lower(Slice script, ShellParser.ScriptContext tree) {
    List<SimpleCommand> commands = new ArrayList<>();
    for (ShellParser.PipelineContext pipeline : tree.pipeline()) {
      for (ShellParser.CommandContext command : pipeline.command()) {
        List<ShellWord> words = words(script, command);
        if (!words.isEmpty() && isReserved(words.get(0).slice().text())) {
          return new ScriptTree.Unknown(
              script, "it uses compound commands, which are not read yet");
        }
        commands.add(new SimpleCommand(slice(script, command), words));
      }
    }
    return new ScriptTree.Commands(script, commands);
  }

  private static List<ShellWord> words(Slice script, ShellParser.CommandContext command) {
    List<ShellWord> words = new ArrayList<>();
    for (TerminalNode word : command.WORD()) {
      Token token = word.getSymbol();
      words.add(new ShellWord(script.part(token.getStartIndex(), token.getStopIndex() + 1)));
    }
    return words;
  }

  private static Slice slice(Slice script, ParserRuleContext node) {
    return script.part(node.getStart().getStartIndex(), node.getStop().getStopIndex() + 1);
  }

  /** POSIX XCU 2.4 and bash's own; where a command begins they open a compound command. */
  private static boolean isReserved(String word) {
    return switch (word) {
      case "!",
          "{",
          "}",
          "case",
          "do",
          "done",
          "elif",
          "else",
          "esac",
          "fi",
          "for",
          "if",
          "in",
          "then",
          "until",
          "while",
          "[[",
          "function",
          "select",
          "time",
          "coproc" ->
          true;
      default -> false;
    };
  }
}
