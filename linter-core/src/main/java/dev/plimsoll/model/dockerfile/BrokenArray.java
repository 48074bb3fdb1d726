package dev.plimsoll.model.dockerfile;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Arguments that were meant for a JSON array and are none, by which the builder falls back on the
 * shell form, or on words. Source of what an array is: BuildKit, {@code parser/line_parsers.go},
 * parseJSON.
 *
 * @param slips in the order of the text, never empty; all of them mended make an array
 * @param mendable whether they do; else the last one stands in the way
 */
public record BrokenArray(List<Slip> slips, boolean mendable) {

  /** Where a bracket may be the shell's own command, or a pattern. */
  public enum Place {
    /** RUN: {@code [ -f x ]} is a test. */
    SCRIPT,
    /** CMD, ENTRYPOINT and HEALTHCHECK: a test alone would be no use. */
    START,
    /** ADD, COPY and VOLUME: {@code [ab]*} is a pattern. */
    PATHS
  }

  /**
   * One fault.
   *
   * @param slice what is wrong; empty where something is missing
   * @param mended what should stand there
   * @param fault completes "this is no JSON array: …"
   */
  public record Slip(Slice slice, String mended, String fault) {}

  public BrokenArray {
    slips = List.copyOf(slips);
  }

  /** Reads arguments that the builder did not take for an array; empty where none was meant. */
  public static Optional<BrokenArray> of(Slice arguments, Place place) {
    char first =
        arguments.span().isEmpty()
            ? ' '
            : arguments.source().content().charAt(arguments.span().start());
    if (first == '"' || first == '\'') {
      return inQuotes(arguments, first);
    }
    if (first != '[') {
      return Optional.empty();
    }
    Reader reader = new Reader(arguments, arguments.text());
    reader.read();
    boolean meant = !reader.slips.isEmpty() && reader.isMeant(place);
    // In a script it may be a test that lacks a blank.
    boolean mendable = reader.mendable && (place != Place.SCRIPT || reader.bareWords == 0);
    return meant ? Optional.of(new BrokenArray(reader.slips, mendable)) : Optional.empty();
  }

  /**
   * An array of strings within quotes, {@code '["a"]'}: one word, whose quotes within a double
   * quote are escaped.
   */
  private static Optional<BrokenArray> inQuotes(Slice arguments, char quote) {
    String text = arguments.text();
    int end = text.length() - 1;
    if (end < 3 || text.charAt(1) != '[' || text.charAt(end) != quote) {
      return Optional.empty();
    }
    String fault = "quotes stand around its brackets";
    List<Slip> slips = new ArrayList<>();
    slips.add(new Slip(arguments.part(0, 1), "", fault));
    StringBuilder array = new StringBuilder();
    for (int i = 1; i < end; i++) {
      boolean escapes = quote == '"' && text.charAt(i) == '\\' && i + 1 < end;
      if (escapes && (text.charAt(i + 1) == '"' || text.charAt(i + 1) == '\\')) {
        slips.add(new Slip(arguments.part(i, i + 1), "", fault));
        i++;
      } else if (text.charAt(i) == quote) {
        return Optional.empty();
      }
      array.append(text.charAt(i));
    }
    slips.add(new Slip(arguments.part(end, end + 1), "", fault));
    Reader reader = new Reader(arguments, array.toString());
    reader.read();
    boolean meant = reader.items > 0 && reader.mendable && reader.closed && !reader.bare;
    return meant ? Optional.of(new BrokenArray(slips, reader.slips.isEmpty())) : Optional.empty();
  }

  /** Reads an array and forgives what people write for one. */
  private static final class Reader {

    private static final String OPENING = "\"'\u201C\u201D\u201E\u2018\u2019";

    private final Slice slice;
    private final String text;
    private final List<Slip> slips = new ArrayList<>();
    private boolean mendable = true;
    private boolean closed;
    private boolean bare;
    private int bareWords;
    private int items;
    private int at = 1;

    Reader(Slice slice, String text) {
      this.slice = slice;
      this.text = text;
    }

    void read() {
      skipBlanks();
      while (mendable && at < text.length() && text.charAt(at) != ']') {
        if (text.charAt(at) == ',') {
          slip(at, at + 1, "", "a comma stands where no string comes before it");
          at++;
        } else {
          item();
        }
        skipBlanks();
      }
      if (mendable) {
        end();
      }
    }

    boolean isMeant(Place place) {
      int first = 1;
      while (first < text.length() && isBlank(text.charAt(first))) {
        first++;
      }
      boolean quoted = first < text.length() && OPENING.indexOf(text.charAt(first)) >= 0;
      if (!quoted || bare) {
        return place == Place.START && first == 1 && mendable && closed;
      }
      if (first == 1 || place == Place.PATHS) {
        return true;
      }
      return mendable && closed && (items > 1 ? text.indexOf(',') > 0 : place == Place.START);
    }

    private void end() {
      if (at == text.length()) {
        slip(at, at, "]", "its bracket is never closed");
        return;
      }
      closed = true;
      at++;
      skipBlanks();
      if (at < text.length()) {
        mendable = false;
        slip(at, text.length(), "", "more follows its last bracket");
      }
    }

    private void item() {
      items++;
      char c = text.charAt(at);
      if (c == '"') {
        string();
      } else if (c == '\'') {
        singleQuoted();
      } else if (OPENING.indexOf(c) >= 0) {
        typographic();
      } else {
        bareWord();
      }
      if (!mendable) {
        return;
      }
      int end = at;
      skipBlanks();
      if (at == text.length() || text.charAt(at) == ']') {
        return;
      }
      if (text.charAt(at) != ',') {
        slip(end, end, ",", "a comma is missing between two strings");
        return;
      }
      int comma = at++;
      skipBlanks();
      if (at == text.length() || text.charAt(at) == ']') {
        slip(comma, comma + 1, "", "a comma follows the last string");
      }
    }

    private void string() {
      int close = at + 1;
      boolean broken = false;
      while (close < text.length() && text.charAt(close) != '"') {
        broken |= text.charAt(close) == '\\' && !isEscape(close);
        close += text.charAt(close) == '\\' ? 2 : 1;
      }
      if (close >= text.length()) {
        neverClosed();
        return;
      }
      if (broken) {
        escapes(at + 1, close);
      }
      at = close + 1;
    }

    /** In a path of Windows each backslash is meant, {@code \n} too. */
    private void escapes(int from, int to) {
      boolean path = text.substring(from, to).contains(":\\");
      for (int i = from; i < to; i++) {
        if (text.charAt(i) == '\\') {
          boolean doubled = i + 1 < to && text.charAt(i + 1) == '\\';
          if (!doubled && (path || !isEscape(i))) {
            slip(i, i + 1, "\\\\", "a backslash in a string must be doubled");
          }
          i += doubled || isEscape(i) ? 1 : 0;
        }
      }
    }

    private boolean isEscape(int backslash) {
      char c = backslash + 1 < text.length() ? text.charAt(backslash + 1) : ' ';
      if (c != 'u') {
        return "\"\\/bfnrt".indexOf(c) >= 0;
      }
      for (int i = backslash + 2; i < backslash + 6; i++) {
        if (i >= text.length() || Character.digit(text.charAt(i), 16) < 0) {
          return false;
        }
      }
      return true;
    }

    private void singleQuoted() {
      int close = text.indexOf('\'', at + 1);
      if (close < 0) {
        neverClosed();
        return;
      }
      String fault = "its strings take double quotes";
      slip(at, at + 1, "\"", fault);
      for (int i = at + 1; i < close; i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\\') {
          slip(i, i + 1, "\\" + c, fault);
        }
      }
      slip(close, close + 1, "\"", fault);
      at = close + 1;
    }

    private void typographic() {
      int close = at + 1;
      while (close < text.length() && OPENING.indexOf(text.charAt(close)) < 0) {
        mendable &= text.charAt(close) != '\\';
        close++;
      }
      if (close == text.length() || !mendable) {
        neverClosed();
        return;
      }
      String fault = "its strings take straight double quotes";
      slip(at, at + 1, "\"", fault);
      if (text.charAt(close) != '"') {
        slip(close, close + 1, "\"", fault);
      }
      at = close + 1;
    }

    private void bareWord() {
      bare |= items == 1;
      bareWords++;
      int start = at;
      while (at < text.length() && !isBlank(text.charAt(at)) && ",]".indexOf(text.charAt(at)) < 0) {
        char c = text.charAt(at);
        mendable &= Character.isLetterOrDigit(c) || "-_./:=@%+".indexOf(c) >= 0;
        at++;
      }
      String fault = "its strings take double quotes";
      if (mendable) {
        slip(start, start, "\"", fault);
        slip(at, at, "\"", fault);
      } else {
        slip(start, at, "", "where its strings begin and end cannot be told");
      }
    }

    private void neverClosed() {
      mendable = false;
      slip(at, at + 1, "", "a quote is never closed");
    }

    private void slip(int from, int to, String mended, String fault) {
      slips.add(new Slip(slice.part(from, to), mended, fault));
    }

    private void skipBlanks() {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
    }

    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }
  }
}
