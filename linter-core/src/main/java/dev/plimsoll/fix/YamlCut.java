package dev.plimsoll.fix;

import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of a block mapping that leaves its file for another, with all that is in it and the
 * comments right above it.
 */
public final class YamlCut {

  private final Text text;
  private final YamlLines lines;
  private final Span range;
  private final boolean isFirst;

  private YamlCut(Text text, YamlLines lines, Span range, boolean isFirst) {
    this.text = text;
    this.lines = lines;
    this.range = range;
    this.isFirst = isFirst;
  }

  /** The entry as it can be cut out; nothing where it has no lines of its own, or shares text. */
  public static Optional<YamlCut> of(YamlFile file, Text text, Mapping mapping, Entry entry) {
    YamlUses uses = file.uses();
    YamlLines lines = new YamlLines(text.content());
    int start = lines.start(entry.key());
    int end = lines.end(entry);
    Span whole = new Span(start, lines.lineEnd(end));
    String rest = text.content().substring(Math.max(start, end), whole.end()).strip();
    boolean isBare =
        !YamlUses.isBracket(mapping)
            && !uses.inBrackets(mapping.slice().span())
            && lines.head(start).isBlank()
            && (rest.isEmpty() || rest.startsWith("#"))
            && !lines.gainsLineEnd(entry.value())
            && !(YamlLines.last(entry.value()) instanceof Scalar last && YamlLines.isBlock(last));
    boolean isFree =
        uses.neededInside(whole).isEmpty()
            && uses.anchors(whole).isEmpty()
            && new YamlRefusals(file, uses, false).removal(whole).isEmpty();
    if (!isBare || !isFree) {
      return Optional.empty();
    }
    Span range = new Span(withComments(text, lines, start), whole.end());
    boolean isFirst = mapping.entries().get(0).equals(entry) && hasNoneBefore(text, lines, range);
    return Optional.of(new YamlCut(text, lines, range, isFirst));
  }

  /** Whether no comment stands on the line before, nor any line. */
  private static boolean hasNoneBefore(Text text, YamlLines lines, Span range) {
    int line = lines.lineStart(range.start());
    if (line == 0) {
      return true;
    }
    int before = lines.lineStart(line - 1);
    return !text.content().substring(before, line).stripLeading().startsWith("#");
  }

  /** Where the comments begin that stand right above an offset, as far to the right. */
  private static int withComments(Text text, YamlLines lines, int start) {
    int column = lines.column(start);
    int first = start;
    int line = lines.lineStart(start);
    while (line > 0) {
      line = lines.lineStart(line - 1);
      String above = text.content().substring(line, lines.lineEnd(line));
      int blanks = above.length() - above.stripLeading().length();
      if (!above.stripLeading().startsWith("#") || blanks != column) {
        break;
      }
      first = line + blanks;
    }
    return first;
  }

  /** The same where all entries before it go, too. */
  public YamlCut leading() {
    return new YamlCut(text, lines, range, true);
  }

  /** Takes its lines out, and one blank line where one stood on either side. */
  public Edit removal() {
    String content = text.content();
    Span whole = lines.wholeLines(range.start(), range.end());
    boolean isBlankBefore = isFirst || isBlank(lines.lineStart(whole.start() - 1));
    int end = whole.end();
    while (isBlankBefore && end < content.length() && isBlank(end)) {
      end = lines.nextLine(end);
    }
    int start = whole.start();
    while (end == content.length() && start > 0 && isBlank(lines.lineStart(start - 1))) {
      start = lines.lineStart(start - 1);
    }
    Span removed = new Span(start, end);
    if (end == content.length() && !content.endsWith("\n")) {
      removed = lines.fromLineEndBefore(removed);
    }
    return Edit.delete(new Slice(text, removed));
  }

  private boolean isBlank(int line) {
    return text.content().substring(line, lines.lineEnd(line)).isBlank();
  }

  /** Whether a blank line stands before it or behind it. */
  public boolean isSpaced() {
    Span whole = lines.wholeLines(range.start(), range.end());
    boolean before = whole.start() > 0 && isBlank(lines.lineStart(whole.start() - 1));
    return before || (whole.end() < text.content().length() && isBlank(whole.end()));
  }

  /** Its lines, the first at the left edge. */
  public List<String> lines() {
    return lines.dedented(range);
  }

  /** Lines that mean the same within a key. */
  public static List<String> within(String key, List<String> inner) {
    List<String> outer = new ArrayList<>();
    outer.add(YamlQuotes.text(key, false) + ":");
    for (String line : inner) {
      outer.add(line.isEmpty() ? line : "  " + line);
    }
    return outer;
  }

  /** The lines of a new entry. */
  public static List<String> written(NewYaml.Pair pair) {
    return pair.lines(2);
  }

  /** Makes the value of a block mapping's entry an empty mapping. */
  public static Edit emptied(Text text, Entry entry) {
    YamlLines lines = new YamlLines(text.content());
    Span gone = new Span(lines.colon(entry), lines.end(entry));
    return text.content().substring(gone.start(), gone.end()).indexOf('#') >= 0
        ? new Edit.Impossible("a comment would be lost")
        : Edit.replace(new Slice(text, gone), " {}");
  }

  /**
   * Puts lines of entries behind all entries of a mapping of another file: all at once, as what
   * goes in at one place twice has no order. What goes into the last of the entries does.
   */
  public static Edit paste(List<String> added, YamlEdits target, Mapping to) {
    Edit pasted = target.addLines(to, to.entries().size() - 1, added);
    return pasted instanceof Edit.Replace insertion
        ? insertion.ofEntry(target.column(to) + " " + String.join("\n", added))
        : pasted;
  }
}
