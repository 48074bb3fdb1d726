package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Position;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads YAML 1.2, and JSON as a part of it; knows, with its package, which library does it. */
public final class YamlReader {

  /** Collections within collections; the deepest file seen in the wild has 38. */
  static final int MAX_DEPTH = 256;

  /** UTF-16 units: beyond the largest published OpenAPI document, and read in a second. */
  static final int MAX_LENGTH = 16 * 1024 * 1024;

  /** Errors after which the rest of a file is left unread. */
  static final int MAX_ERRORS = 100;

  // Documents between "..." that are read from anew.
  private static final int MAX_RESTARTS = 1000;

  // The library copies the rest of its buffer at each refill: with its own size of 1,024 a long
  // text costs the square of its length.
  private static final int BUFFER = 256 * 1024;

  private final Text text;
  private final String content;
  private final ReadableText readable;
  private final CodePoints codePoints;
  private final TreeBuilder tree;
  private final LoadSettings settings;
  private int from;
  private int scanned;
  private int restarts;

  private YamlReader(Text text, ReadableText readable) {
    this.text = text;
    this.content = text.content();
    this.readable = readable;
    this.codePoints = readable.codePoints();
    this.tree = new TreeBuilder(text, readable, codePoints);
    this.settings =
        LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(Math.min(content.length() + 16, BUFFER))
            .setUseMarks(true)
            .build();
  }

  /** The documents of a text, as {@link #readFile} reads them. */
  public static Parsed<List<YamlDocument>> read(Text text) {
    Parsed<YamlFile> file = readFile(text);
    return new Parsed<>(file.tree().documents(), file.problems());
  }

  /**
   * Reads a text with its comments. After an error, what was read before it is in the tree, and
   * reading goes on at the next key of the root mapping or the next document. Never throws on
   * input.
   */
  public static Parsed<YamlFile> readFile(Text text) {
    if (text.content().length() > MAX_LENGTH) {
      Problem problem =
          new Problem(
              Problem.Kind.LIMIT,
              new Slice(text, Span.at(0)),
              "larger than " + MAX_LENGTH + " characters, which is all that is read of YAML");
      YamlFile empty = new YamlFile(List.of(), List.of(), List.of(), List.of());
      return new Parsed<>(empty, List.of(problem));
    }
    return new YamlReader(text, ReadableText.of(text.content())).read();
  }

  /**
   * Reads a part of a text that can stand alone.
   *
   * @param head what is read before it, in ASCII: it says what the part stands in
   * @return the block mapping that it is; nothing where it is something else, or not without fault
   */
  static Optional<Mapping> readPart(
      Text text, ReadableText readable, String head, int from, int to) {
    YamlReader reader = new YamlReader(text, readable);
    reader.from = from;
    return reader.readSegment(head, to) ? reader.tree.soleMapping() : Optional.empty();
  }

  private Parsed<YamlFile> read() {
    int errors = forbiddenCharacters();
    long work = 0;
    while (!readOn()) {
      errors++;
      work += scanned - from;
      int last = tree.lastRootKey(from);
      // Errors that show late are read again from where they began, unless that grows too dear.
      int offset = work > 8L * content.length() + BUFFER ? Math.max(last, scanned) : last;
      int resume = KeyLines.next(content, offset, tree.rootColumn());
      if (errors >= MAX_ERRORS && resume < content.length()) {
        String message = "more than " + MAX_ERRORS + " errors: the rest is unread";
        tree.problem(new Problem(Problem.Kind.LIMIT, new Slice(text, Span.at(resume)), message));
        resume = content.length();
      }
      boolean end = resume == content.length();
      tree.cut(from, resume, end || KeyLines.isMark(content, resume));
      if (end) {
        break;
      }
      from = resume;
    }
    return tree.finish();
  }

  private int forbiddenCharacters() {
    for (int at : readable.forbidden()) {
      int character = content.codePointAt(at);
      tree.problem(
          syntax(at, String.format("YAML does not allow the character U+%04X", character)));
    }
    return readable.forbidden().size();
  }

  /** Reads up to the end, or to an error: then false. */
  private boolean readOn() {
    while (true) {
      int start = from;
      if (readSegment("", content.length())) {
        return true;
      }
      if (from == start) {
        return false;
      }
    }
  }

  /** Reads from where it is; false if not up to the end: at an error, or to go on elsewhere. */
  private boolean readSegment(String head, int to) {
    int base = codePoints.fromUtf16(from) - head.length();
    tree.startAt(base);
    StreamReader reader =
        new StreamReader(settings, new Characters(head, readable.toString(), from, to));
    try {
      ScannerImpl scanner = new ScannerImpl(settings, reader);
      ParserImpl events =
          new ParserImpl(settings, new TabScanner(scanner, reader, content, codePoints, base));
      while (events.hasNext()) {
        if (!tree.accept(events.peekEvent())) {
          return false;
        }
        events.next();
      }
      return true;
    } catch (MarkedYamlEngineException e) {
      int bare = bareDocument(e, base);
      if (bare > from) {
        from = bare;
      } else {
        tree.problem(problem(e, base));
      }
    } catch (YamlEngineException | IllegalArgumentException e) {
      // The library lets some malformed escapes and directives through as other exceptions.
      tree.problem(syntax(tree.reached(), "what follows here is not valid YAML"));
    } finally {
      scanned = codePoints.toUtf16(reader.getIndex() + base);
    }
    return false;
  }

  /** Where reading goes on at a document between {@code ...}; negative at a true error. */
  private int bareDocument(MarkedYamlEngineException e, int base) {
    int mark = offset(e.getProblemMark(), base);
    int line = content.lastIndexOf('\n', mark - 1) + 1;
    if (restarts == MAX_RESTARTS || !tree.isBetweenDocuments()) {
      return -1;
    }
    boolean marked = content.startsWith("...", line);
    boolean start = !marked && e.getProblem().startsWith("expected '<document start>'");
    boolean end = marked && e.getProblem().contains("found '<document end>'");
    if (!start && !end) {
      return -1;
    }
    restarts++;
    if (start) {
      return line;
    }
    tree.leaveDocument();
    int newline = content.indexOf('\n', line);
    return newline < 0 ? content.length() : newline + 1;
  }

  private Problem problem(MarkedYamlEngineException e, int base) {
    Optional<Scalar> before = tree.lastScalar();
    int mark = offset(e.getProblemMark(), base);
    if (before.isPresent() && YamlMessages.speaksOfScalar(e.getProblem())) {
      Optional<Problem> quoted = behindQuotes(before.get(), mark);
      if (quoted.isPresent()) {
        return quoted.get();
      }
    }
    String message = YamlMessages.message(e.getContext(), e.getProblem());
    if (before.isPresent() && YamlMessages.speaksOfKey(e.getProblem())) {
      tree.refuse(before.get(), mark); // it was not the whole value
    }
    if (YamlMessages.speaksOfIndentation(e.getProblem())) {
      tree.cutLast();
    }
    OptionalInt bracket = tree.lastBracket();
    if (YamlMessages.speaksOfBracket(e.getContext(), e.getProblem()) && bracket.isPresent()) {
      return syntax(bracket.getAsInt(), message);
    }
    boolean start = YamlMessages.speaksOfTheStart(e.getContext(), e.getProblem());
    return syntax(start ? offset(e.getContextMark(), base) : mark, message);
  }

  /** More text behind a quoted one: most often a quote is missing or not escaped. */
  private Optional<Problem> behindQuotes(Scalar before, int mark) {
    Span span = before.slice().span();
    boolean quoted = !span.isEmpty() && "\"'".indexOf(content.charAt(span.start())) >= 0;
    int newline = quoted ? content.indexOf('\n', span.end()) : 0;
    if (!quoted || (newline >= 0 && newline < mark)) {
      return Optional.empty();
    }
    tree.refuse(before, mark);
    if (before.slice().text().indexOf('\n') < 0) {
      return Optional.of(syntax(mark, "nothing can follow the quoted text before this"));
    }
    Position end = text.host().lines().position(before.slice().place().span().end());
    return Optional.of(
        syntax(
            span.start(),
            "the text that this quote begins ends only in line "
                + end.line()
                + ", and more follows there"));
  }

  private int offset(Optional<Mark> mark, int base) {
    return mark.isPresent() ? codePoints.toUtf16(mark.get().getIndex() + base) : tree.reached();
  }

  /** A problem at the character at an offset, or at the end of a line. */
  private Problem syntax(int offset, String message) {
    boolean visible =
        offset < content.length()
            && content.charAt(offset) != '\n'
            && content.charAt(offset) != '\r';
    int end =
        visible ? offset + Character.charCount(Character.codePointAt(content, offset)) : offset;
    return new Problem(Problem.Kind.SYNTAX, new Slice(text, new Span(offset, end)), message);
  }
}
