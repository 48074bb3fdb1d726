package dev.plimsoll.parse.small;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads files of variables as Compose does. Source: compose-go, {@code dotenv/parser.go}. Where
 * Compose gives up, this one goes on with the next line.
 */
public final class DotEnvReader {

  private final SourceText source;
  private final String text;
  private final DotEnvValues values;
  private final List<DotEnvFile.Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  private DotEnvReader(SourceText source, DotEnvValues values) {
    this.source = source;
    this.text = source.content();
    this.values = values;
  }

  /**
   * Reads a file.
   *
   * @param environment what variables in values hold, whatever the file says of them
   * @param earlier what they hold where neither the environment nor a line before says it: earlier
   *     files
   */
  public static Parsed<DotEnvFile> read(
      SourceText source,
      DotEnvFile.Format format,
      Map<String, String> environment,
      Map<String, String> earlier) {
    DotEnvReader reader = new DotEnvReader(source, new DotEnvValues(environment, earlier));
    if (format == DotEnvFile.Format.RAW) {
      reader.rawLines();
    } else {
      reader.statements();
    }
    return new Parsed<>(new DotEnvFile(reader.entries), reader.problems);
  }

  private void statements() {
    while (findStatement()) {
      if (values.isFull()) {
        problems.add(
            new Problem(
                Problem.Kind.LIMIT,
                source.slice(Span.at(at)),
                "the values from here on were not read: together they are too long"));
        return;
      }
      skipExport();
      int separator = separator();
      if (separator >= 0) {
        statement(separator);
      }
    }
  }

  /** Goes to the next character that is neither blank nor in a comment; false if there is none. */
  private boolean findStatement() {
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (GoBlanks.isSpace(c)) {
        at += Character.charCount(c);
      } else {
        return true;
      }
    }
    return false;
  }

  private int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private void skipExport() {
    int after = at + "export".length();
    if (text.startsWith("export", at)
        && after < text.length()
        && "\t\n\f\r ".indexOf(text.charAt(after)) >= 0) {
      at = blanksEnd(after);
    }
  }

  private int blanksEnd(int from) {
    int end = from;
    while (end < text.length() && GoBlanks.isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * What ends the name: an equals sign, a colon, the end of the line; the end of the file, where
   * Compose takes all there is for a value; -1 after a character that no name holds.
   */
  private int separator() {
    int end = at;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (c == '=' || c == ':' || c == '\n') {
        return end;
      }
      if (!GoBlanks.isBlank(c) && !isInNames(c)) {
        int length = Character.charCount(c);
        refuse(
            source.slice(new Span(end, end + length)),
            "this character cannot stand in the name of a variable; a value stands behind \"=\"");
        return -1;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static boolean isInNames(int c) {
    int type = Character.getType(c);
    return "_.-[]".indexOf(c) >= 0
        || Character.isLetter(c)
        || type == Character.DECIMAL_DIGIT_NUMBER
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }

  private void statement(int separator) {
    if (separator == text.length()) {
      unnamed();
      return;
    }
    Slice key = source.slice(new Span(at, trimmedEnd(at, separator)));
    if (key.text().indexOf(' ') >= 0) {
      int blank = key.text().indexOf(' ');
      refuse(key.part(blank, blank + 1), "the name of a variable cannot hold a blank");
    } else if (text.charAt(separator) == '\n') {
      at = separator + 1;
      if (!key.span().isEmpty()) {
        entries.add(values.inherited(key));
      }
    } else {
      value(key, separator + 1);
    }
  }

  /** The last line, where it has neither a separator nor an end: a value of no name. */
  private void unnamed() {
    if (at == text.length()) {
      refuse(source.slice(Span.at(at)), "no name stands behind \"export\"");
    } else {
      value(source.slice(Span.at(at)), at);
    }
  }

  private int trimmedEnd(int start, int from) {
    int end = from;
    while (end > start && GoBlanks.isSpace(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end;
  }

  private void refuse(Slice slice, String message) {
    problems.add(new Problem(Problem.Kind.SYNTAX, slice, message));
    at = lineEnd(at);
  }

  private void value(Slice key, int from) {
    int start = blanksEnd(from);
    if (start < text.length() && (text.charAt(start) == '"' || text.charAt(start) == '\'')) {
      quoted(key, start);
      return;
    }
    int lineEnd = lineEnd(start);
    int comment = text.substring(start, lineEnd).indexOf(" #"); // no search behind the line
    int end = trimmedEnd(start, comment >= 0 ? start + comment : lineEnd);
    Slice value = source.slice(new Span(start, end));
    add(values.expanded(key, value, value));
    at = lineEnd;
  }

  private void quoted(Slice key, int start) {
    QuotedValue quoted = QuotedValue.read(source, start);
    if (quoted.end() < 0) {
      Slice quote = source.slice(new Span(start, start + 1));
      refuse(quote, "this quote is not closed; write the closing one, or quote with the other");
      return;
    }
    Slice value = source.slice(new Span(start, quoted.end()));
    add(
        text.charAt(start) == '"'
            ? values.expanded(key, value, quoted.decoded())
            : values.literal(key, value, quoted.decoded()));
    at = quoted.end();
  }

  private void add(DotEnvFile.Entry entry) {
    entries.add(entry);
    Optional<Problem> problem = values.problem();
    if (problem.isPresent()) {
      problems.add(problem.get());
    }
  }

  /** Source: docker/cli, {@code pkg/kvfile/kvfile.go}. */
  private void rawLines() {
    while (at < text.length()) {
      int lineEnd = lineEnd(at);
      int next = lineEnd + 1;
      if (lineEnd > at && text.charAt(lineEnd - 1) == '\r') {
        lineEnd--;
      }
      while (at < lineEnd && GoBlanks.isSpace(text.codePointAt(at))) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at < lineEnd && text.charAt(at) != '#') {
        rawLine(source.slice(new Span(at, lineEnd)));
      }
      at = next;
    }
  }

  private void rawLine(Slice line) {
    String characters = line.text();
    int equals = characters.indexOf('=');
    Slice key = equals < 0 ? line : line.part(0, equals);
    int blank = 0;
    while (blank < key.span().length() && " \t".indexOf(characters.charAt(blank)) < 0) {
      blank++;
    }
    if (key.span().isEmpty()) {
      refuse(line.part(0, 1), "the name of a variable is missing before \"=\"");
    } else if (blank < key.span().length()) {
      refuse(key.part(blank, blank + 1), "the name of a variable cannot hold a blank");
    } else if (equals < 0) {
      entries.add(values.inherited(key));
    } else {
      Slice value = line.part(equals + 1, characters.length());
      entries.add(values.literal(key, value, value));
    }
  }
}
