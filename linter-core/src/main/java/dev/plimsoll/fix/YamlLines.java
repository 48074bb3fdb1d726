package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;

/** Where nodes begin and end on the lines of their text. */
final class YamlLines {

  private final String content;

  YamlLines(String content) {
    this.content = content;
  }

  int lineStart(int offset) {
    return content.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of a line before its line ending. */
  int lineEnd(int offset) {
    int newline = content.indexOf('\n', offset);
    int end = newline < 0 ? content.length() : newline;
    return newline > offset && content.charAt(newline - 1) == '\r' ? end - 1 : end;
  }

  int nextLine(int offset) {
    int newline = content.indexOf('\n', offset);
    return newline < 0 ? content.length() : newline + 1;
  }

  /** What stands before an offset on its line. */
  String head(int offset) {
    return content.substring(lineStart(offset), offset);
  }

  int column(int offset) {
    return content.codePointCount(lineStart(offset), offset);
  }

  /** Where a node begins, its tag and anchor included. */
  int start(YamlNode node) {
    int words = node.properties().tag().isPresent() ? 1 : 0;
    words += node.properties().anchor().isPresent() ? 1 : 0;
    int start = node.slice().span().start();
    for (; words > 0; words--) {
      int at = start;
      while (at > 0 && content.charAt(at - 1) <= ' ') {
        at--;
      }
      while (at > 0 && content.charAt(at - 1) > ' ') {
        at--;
      }
      char sign = at < content.length() ? content.charAt(at) : ' ';
      if (sign != '&' && sign != '!') {
        break; // a comment stands between: the line begins before it all the same
      }
      start = at;
    }
    return start;
  }

  /** Where an entry ends: with its value, or with the colon of one that is missing. */
  int end(Entry entry) {
    return Math.max(colon(entry), Math.max(end(entry.key()), end(entry.value())));
  }

  /** Whether an entry is written behind a question mark. */
  boolean isExplicit(Mapping mapping, int index) {
    int from = index > 0 ? end(mapping.entries().get(index - 1)) : mapping.slice().span().start();
    int to = start(mapping.entries().get(index).key());
    for (int at = from; at < to; at++) {
      char c = content.charAt(at);
      if (c == '#') {
        at = lineEnd(at);
      } else if (c == '?') {
        return true;
      }
    }
    return false;
  }

  /** Where a node ends, with the blank lines behind it that a block scalar may have as its own. */
  int end(YamlNode node) {
    int end = node.slice().span().end();
    if (last(node) instanceof Scalar scalar && isBlock(scalar)) {
      boolean keep = keepsBlankLines(scalar);
      int line = nextLine(end);
      while (line < content.length() && content.substring(line, lineEnd(line)).isBlank()) {
        end = keep || lineEnd(line) > line ? lineEnd(line) : end;
        line = nextLine(line);
      }
    }
    return end;
  }

  /** The offset behind the colon of an entry; that of its key's end if there is none. */
  int colon(Entry entry) {
    int key = entry.key().slice().span().end();
    int at = key;
    while (at < content.length() && content.charAt(at) <= ' ') {
      at++;
    }
    return at < content.length() && content.charAt(at) == ':' ? at + 1 : key;
  }

  /** The last leaf of a node, or an empty collection. */
  static YamlNode last(YamlNode node) {
    YamlNode last = node;
    while (!YamlUses.isBracket(last)) {
      if (last instanceof Mapping mapping && !mapping.entries().isEmpty()) {
        last = mapping.entries().get(mapping.entries().size() - 1).value();
      } else if (last instanceof Sequence sequence && !sequence.items().isEmpty()) {
        last = sequence.items().get(sequence.items().size() - 1);
      } else {
        break;
      }
    }
    return last;
  }

  static boolean isBlock(YamlNode node) {
    return node instanceof Scalar scalar
        && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED);
  }

  private boolean keepsBlankLines(Scalar scalar) {
    return isBlock(scalar) && header(scalar).indexOf('+') >= 0;
  }

  /** The signs that begin a block scalar. */
  String header(Scalar scalar) {
    int start = scalar.slice().span().start();
    int end = start;
    while (end < content.length() && content.charAt(end) > ' ') {
      end++;
    }
    return content.substring(start, end);
  }

  /** Whether a line put behind a node would give its text a line ending that it has not. */
  boolean gainsLineEnd(YamlNode node) {
    return isBlock(last(node))
        && !content.endsWith("\n")
        && content.substring(node.slice().span().end()).isBlank();
  }

  /** The range with the blanks before it on its line, and its whole last line. */
  Span wholeLines(int start, int end) {
    return new Span(lineStart(start), nextLine(end));
  }

  /** A range of whole lines, with the line ending before it and without the one behind it. */
  Span fromLineEndBefore(Span whole) {
    return whole.start() == 0
        ? whole
        : new Span(lineEnd(lineStart(whole.start() - 1)), lineEnd(whole.end()));
  }

  /** Whether but dashes of lists stand before an offset on its line. */
  boolean isDashes(int offset) {
    for (String word : head(offset).strip().split(" +", -1)) {
      if (!word.equals("-")) {
        return false;
      }
    }
    return true;
  }

  /** Whether a mapping without brackets begins on a line where but dashes stand before it. */
  boolean hasOwnLines(Mapping mapping, YamlUses uses) {
    int first = start(mapping.entries().get(0).key());
    return !uses.inBrackets(mapping.slice().span()) && (head(first).isBlank() || isDashes(first));
  }

  /** Where the dash before an item stands; negative if a comment stands between. */
  int dash(int item) {
    int at = item - 1;
    while (at >= 0 && content.charAt(at) <= ' ') {
      at--;
    }
    return at >= 0 && content.charAt(at) == '-' ? at : -1;
  }

  /** Whether a text that keeps the blank lines behind it would have more if what follows goes. */
  boolean wouldKeepMore(YamlNode node, int from) {
    return last(node) instanceof Scalar scalar
        && keepsBlankLines(scalar)
        && from < content.length()
        && content.substring(from, lineEnd(from)).isBlank();
  }

  /** The lines of a range, without the indentation of the first. */
  List<String> dedented(Span range) {
    int column = column(range.start());
    List<String> dedented = new ArrayList<>();
    for (String line : content.substring(range.start(), range.end()).split("\r?\n", -1)) {
      int blanks = 0;
      while (!dedented.isEmpty()
          && blanks < line.length()
          && blanks < column
          && line.charAt(blanks) == ' ') {
        blanks++;
      }
      dedented.add(line.substring(blanks));
    }
    return dedented;
  }

  /** How much further to the right a nested block stands: as in the mapping, or in the file. */
  int step(Mapping mapping, YamlFile file) {
    int step = ownStep(mapping);
    for (YamlDocument document : step > 0 ? List.<YamlDocument>of() : file.documents()) {
      if (step == 0
          && document.root().isPresent()
          && document.root().get() instanceof Mapping root
          && !YamlUses.isBracket(root)) {
        step = ownStep(root);
      }
    }
    return step > 0 ? step : 2;
  }

  private int ownStep(Mapping mapping) {
    int column = column(mapping.slice().span().start());
    for (Entry entry : mapping.entries()) {
      if (entry.value() instanceof Mapping nested && !YamlUses.isBracket(nested)) {
        int step = column(nested.slice().span().start()) - column;
        return step >= 1 && step <= 8 ? step : 2;
      }
    }
    return 0;
  }
}
