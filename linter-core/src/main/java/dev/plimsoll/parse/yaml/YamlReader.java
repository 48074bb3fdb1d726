package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML 1.2; the only class that knows which library does it. */
public final class YamlReader {

  /** Collections within collections; the deepest file seen in the wild has 38. */
  static final int MAX_DEPTH = 256;

  /** UTF-16 units: beyond the largest published OpenAPI document, and read in a second. */
  static final int MAX_LENGTH = 16 * 1024 * 1024;

  private final Text text;
  private final CodePoints codePoints;
  private final TreeBuilder tree;
  private int reached;

  private YamlReader(Text text) {
    this.text = text;
    this.codePoints = new CodePoints(text.content());
    this.tree = new TreeBuilder(text, codePoints);
  }

  /**
   * The documents of a text. After an error, what was read before it is in the tree. Never throws
   * on input.
   */
  public static Parsed<List<YamlDocument>> read(Text text) {
    if (text.content().length() > MAX_LENGTH) {
      Problem problem =
          new Problem(
              Problem.Kind.LIMIT,
              new Slice(text, Span.at(0)),
              "larger than " + MAX_LENGTH + " characters, which is all that is read of YAML");
      return new Parsed<>(List.of(), List.of(problem));
    }
    return new YamlReader(text).read();
  }

  private Parsed<List<YamlDocument>> read() {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).setUseMarks(true).build();
    try {
      ParserImpl events = new ParserImpl(settings, new StreamReader(settings, text.content()));
      while (events.hasNext() && tree.accept(events.peekEvent())) {
        reached = tree.reached();
        events.next();
      }
    } catch (MarkedYamlEngineException e) {
      tree.problem(problem(e));
    } catch (ReaderException e) {
      tree.problem(
          syntax(
              codePoints.toUtf16(e.getPosition()),
              String.format("YAML does not allow the character U+%04X", e.getCodePoint())));
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The library lets some malformed escapes and directives through as other exceptions.
      tree.problem(syntax(reached, "what follows here is not valid YAML"));
    }
    return tree.finish();
  }

  private Problem problem(MarkedYamlEngineException e) {
    String message = YamlMessages.message(e.getContext(), e.getProblem());
    Optional<Mark> mark =
        YamlMessages.speaksOfTheStart(e.getContext(), e.getProblem())
            ? e.getContextMark()
            : e.getProblemMark();
    return syntax(mark.isPresent() ? codePoints.toUtf16(mark.get().getIndex()) : reached, message);
  }

  /** A problem at the character at an offset, or at the end of a line. */
  private Problem syntax(int offset, String message) {
    String content = text.content();
    boolean visible =
        offset < content.length()
            && content.charAt(offset) != '\n'
            && content.charAt(offset) != '\r';
    int end =
        visible ? offset + Character.charCount(Character.codePointAt(content, offset)) : offset;
    return new Problem(Problem.Kind.SYNTAX, new Slice(text, new Span(offset, end)), message);
  }
}
