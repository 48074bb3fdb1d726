package dev.plimsoll.model.compose;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A service of a Compose file that is commented out.
 *
 * @param name its own characters
 * @param lines its whole lines, the last line ending included
 */
public record CommentedService(Slice name, Slice lines) {

  private static final int LONGEST = 500; // lines

  /**
   * A line of comment: what stands behind its sign, where that begins, and how far to the right.
   */
  private record Line(Slice comment, int start, int column) {

    String text() {
      String content = comment.source().content();
      return content.substring(start, comment.span().end()).stripTrailing();
    }
  }

  /** Those of a file, in the order of the text. */
  public static List<CommentedService> in(ComposeFile file) {
    List<CommentedService> found = new ArrayList<>();
    Optional<Span> services = services(file);
    List<Line> block = new ArrayList<>();
    for (Slice comment : file.comments()) {
      boolean isInside =
          services.isPresent()
              && services.get().contains(comment.span())
              && CommentSite.isAlone(comment);
      if (!isInside || (!block.isEmpty() && !isNext(block.get(block.size() - 1), comment))) {
        add(block, found);
        block = new ArrayList<>();
      }
      if (isInside) {
        block.add(line(comment));
      }
    }
    add(block, found);
    return found;
  }

  /** Its lines, and with them the blank ones behind them or before them that would be too many. */
  public Slice removable() {
    String content = lines.source().content();
    int start = lines.span().start();
    int end = lines.span().end();
    boolean isBlankBefore = start > 0 && isBlank(content, lineStart(content, start - 1));
    while (isBlankBefore && end < content.length() && isBlank(content, end)) {
      end = nextLine(content, end);
    }
    while (end == content.length()
        && start > 0
        && isBlank(content, lineStart(content, start - 1))) {
      start = lineStart(content, start - 1);
    }
    return new Slice(lines.source(), new Span(start, end));
  }

  private static boolean isBlank(String content, int line) {
    return content.substring(line, nextLine(content, line)).isBlank();
  }

  private static int lineStart(String content, int offset) {
    return content.lastIndexOf('\n', offset - 1) + 1;
  }

  private static int nextLine(String content, int line) {
    int end = content.indexOf('\n', line);
    return end < 0 ? content.length() : end + 1;
  }

  /** From behind the key {@code services} to the next root key. */
  private static Optional<Span> services(ComposeFile file) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isPresent() && document.root().get() instanceof YamlNode.Mapping root) {
        for (int i = 0; i < root.entries().size(); i++) {
          YamlNode.Entry entry = root.entries().get(i);
          if (entry.key() instanceof YamlNode.Scalar key && key.text().equals("services")) {
            int end =
                i + 1 < root.entries().size()
                    ? root.entries().get(i + 1).key().slice().span().start()
                    : file.source().content().length();
            return Optional.of(new Span(key.slice().span().end(), end));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isNext(Line before, Slice comment) {
    String content = comment.source().content();
    String between = content.substring(before.comment().span().end(), comment.span().start());
    return between.isBlank() && between.indexOf('\n') == between.lastIndexOf('\n');
  }

  /** A blank behind the sign belongs to it where all lines have one: only columns count. */
  private static Line line(Slice comment) {
    String content = comment.source().content();
    int sign = comment.span().start();
    int start = sign + 1;
    while (start < comment.span().end() && content.charAt(start) == ' ') {
      start++;
    }
    int lineStart = content.lastIndexOf('\n', sign) + 1;
    return new Line(comment, start, start - lineStart);
  }

  private static void add(List<Line> block, List<CommentedService> found) {
    for (int i = 0; i < block.size(); i++) {
      String text = block.get(i).text();
      boolean isKey = text.endsWith(":") && text.length() > 1 && isName(text, text.length() - 1);
      int end = isKey ? end(block, i) : i;
      if (end > i + 1 && end - i < LONGEST && isService(block.subList(i, end))) {
        found.add(
            new CommentedService(name(block.get(i)), lines(block.get(i), block.get(end - 1))));
        i = end - 1;
      }
    }
  }

  private static boolean isName(String text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 128 || !(Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  /** Behind the last line that stands further to the right. */
  private static int end(List<Line> block, int first) {
    int end = first + 1;
    for (int i = first + 1; i < block.size(); i++) {
      boolean isEmpty = block.get(i).text().isEmpty();
      if (!isEmpty && block.get(i).column() <= block.get(first).column()) {
        break;
      }
      end = isEmpty ? end : i + 1;
    }
    return end;
  }

  private static boolean isService(List<Line> lines) {
    StringBuilder yaml = new StringBuilder();
    for (Line line : lines) {
      yaml.append(" ".repeat(line.column())).append(line.text()).append('\n');
    }
    SourceText text = SourceText.of("comment", yaml.toString());
    Parsed<List<YamlDocument>> parsed = YamlReader.read(text);
    return parsed.problems().isEmpty()
        && parsed.tree().size() == 1
        && parsed.tree().get(0).root().isPresent()
        && parsed.tree().get(0).root().get() instanceof YamlNode.Mapping root
        && root.entries().size() == 1
        && root.entries().get(0).value() instanceof YamlNode.Mapping body
        && (body.find("image").isPresent() || body.find("build").isPresent());
  }

  private static Slice name(Line line) {
    return new Slice(
        line.comment().source(), new Span(line.start(), line.start() + line.text().length() - 1));
  }

  private static Slice lines(Line first, Line last) {
    String content = first.comment().source().content();
    int start = content.lastIndexOf('\n', first.start()) + 1;
    int end = content.indexOf('\n', last.start());
    return new Slice(
        first.comment().source(), new Span(start, end < 0 ? content.length() : end + 1));
  }
}
