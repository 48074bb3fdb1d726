package dev.plimsoll.rules.shell.packages;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The lines of a requirements file of pip. Source: pip 25.1, {@code req/req_file.py}: behind a
 * requirement only the options that are meant for it are read, all others are dropped.
 */
final class RequirementLines {

  private static final Set<String> DROPPED =
      Set.of("--index-url", "-i", "--pypi-url", "--extra-index-url", "--find-links", "-f");

  /**
   * An option that is dropped.
   *
   * @param line the line it stands in, without its ending
   * @param whole the option with its value
   */
  record Dropped(Slice line, Slice whole, Slice name) {}

  private RequirementLines() {}

  static List<Dropped> dropped(Slice file) {
    List<Dropped> found = new ArrayList<>();
    String text = file.text();
    int at = 0;
    while (at < text.length()) {
      int newline = text.indexOf('\n', at);
      int end = newline < 0 ? text.length() : newline;
      int stop = end > at && text.charAt(end - 1) == '\r' ? end - 1 : end;
      inLine(file.part(at, stop), found);
      at = end + 1;
    }
    return found;
  }

  private static void inLine(Slice line, List<Dropped> found) {
    String text = line.text();
    int comment = text.indexOf(" #");
    int end = comment < 0 ? text.length() : comment;
    int at = skip(text, 0, end, true);
    boolean requires = at < end && "-#".indexOf(text.charAt(at)) < 0;
    if (!requires || text.endsWith("\\")) {
      return;
    }
    at = skip(text, at, end, false);
    while (at < end) {
      int start = skip(text, at, end, true);
      int stop = skip(text, start, end, false);
      int equals = text.indexOf('=', start);
      boolean joined = equals > 0 && equals < stop;
      String name = text.substring(start, joined ? equals : stop);
      if (DROPPED.contains(name)) {
        int last = joined ? stop : skip(text, skip(text, stop, end, true), end, false);
        Slice option = line.part(start, start + name.length());
        found.add(new Dropped(line, line.part(start, last), option));
        stop = last;
      }
      at = stop;
    }
  }

  /** Where blanks end, or where they begin. */
  private static int skip(String text, int from, int end, boolean blanks) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t') == blanks) {
      at++;
    }
    return at;
  }
}
