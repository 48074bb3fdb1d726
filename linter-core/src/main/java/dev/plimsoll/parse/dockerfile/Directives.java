package dev.plimsoll.parse.dockerfile;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.dockerfile.tree.Comment;
import dev.plimsoll.parse.dockerfile.tree.Directive;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The parser directives at the top of a file; source: BuildKit, {@code parser/directives.go}. After
 * a shebang line, which only the search for {@code syntax} and {@code check} skips, an escape
 * character is not one.
 */
final class Directives {

  private final List<Directive> found = new ArrayList<>();
  private final List<Problem> problems;
  private boolean open = true;
  private boolean afterShebang;
  private char escape = '\\';

  Directives(List<Problem> problems) {
    this.problems = problems;
  }

  List<Directive> found() {
    return found;
  }

  /** Nothing that follows is a directive. */
  void close() {
    open = false;
  }

  /** Takes the next comment of the file and returns the escape character from there on. */
  char read(Comment comment) {
    Slice line = comment.slice();
    if (open && line.span().start() == 0 && line.text().startsWith("#!")) {
      afterShebang = true;
      return escape;
    }
    int[] parts = open ? DirectiveParts.of(line.text()) : new int[0];
    if (parts.length == 0) {
      close();
      return escape;
    }
    String name = line.text().substring(parts[0], parts[1]).toLowerCase(Locale.ROOT);
    Word value = new Word(line.part(parts[2], parts[3]));
    if (name.equals("escape") && afterShebang) {
      close();
      return escape;
    }
    check(name, value);
    found.add(new Directive(name, value, comment));
    if (name.equals("escape") && value.text().equals("`")) {
      escape = '`';
    }
    return escape;
  }

  private void check(String name, Word value) {
    for (Directive earlier : found) {
      if (earlier.name().equals(name)) {
        problem(value.slice(), "the directive " + name + " is given twice: keep one");
        return;
      }
    }
    boolean known = value.text().equals("\\") || value.text().equals("`");
    if (name.equals("escape") && !known) {
      problem(value.slice(), "the escape character is a backslash or a backtick");
    }
  }

  private void problem(Slice at, String message) {
    problems.add(new Problem(Problem.Kind.SYNTAX, at, message));
  }
}
