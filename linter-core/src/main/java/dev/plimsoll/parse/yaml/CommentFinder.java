package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the comments between the leaves of a tree: nothing else there can have a {@code #} behind a
 * blank. In what an error left unread, where no leaf tells texts from comments, only lines that
 * begin with {@code #} are comments.
 */
final class CommentFinder {

  private final Text text;
  private final String content;
  private final List<Slice> unread;
  private final List<Slice> comments = new ArrayList<>();
  private int at;
  private int nextUnread;
  private int searchedFrom = Integer.MAX_VALUE;
  private int nextHash;

  private CommentFinder(Text text, List<Slice> unread) {
    this.text = text;
    this.content = text.content();
    this.unread = unread;
  }

  static List<Slice> find(Text text, List<YamlDocument> documents, List<Slice> unread) {
    if (text.content().indexOf('#') < 0) {
      return List.of();
    }
    CommentFinder finder = new CommentFinder(text, unread);
    for (YamlDocument document : documents) {
      if (document.root().isPresent()) {
        finder.pass(document.root().get());
      }
    }
    finder.gap(text.content().length());
    return finder.comments;
  }

  // As deep as the reader lets a tree be.
  private void pass(YamlNode node) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        pass(entry.key());
        pass(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        pass(item);
      }
    } else {
      leaf(node);
    }
  }

  private void leaf(YamlNode leaf) {
    Span span = leaf.slice().span();
    gap(span.start());
    if (leaf instanceof Scalar scalar
        && (scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED)) {
      scan(span.start(), Math.min(endOfLine(span.start()), span.end()));
    }
    at = Math.max(at, span.end());
  }

  private void gap(int end) {
    while (nextUnread < unread.size() && unread.get(nextUnread).span().start() <= end) {
      Span lost = unread.get(nextUnread).span();
      scan(at, lost.start());
      scanLines(lost);
      at = Math.max(at, lost.end());
      nextUnread++;
    }
    scan(at, end);
    at = Math.max(at, end);
  }

  private void scan(int from, int to) {
    int hash = from < to ? hashFrom(from) : to;
    while (hash < to) {
      boolean comment = hash == 0 || ReadableText.isBlank(before(hash)) || before(hash) == '\n';
      hash = hashFrom(comment ? add(hash) : hash + 1);
    }
  }

  /**
   * The first number sign from an offset on, else the end of the text. It is remembered: most gaps
   * between leaves end before it.
   */
  private int hashFrom(int from) {
    if (nextHash < from || from < searchedFrom) {
      int found = content.indexOf('#', from);
      nextHash = found < 0 ? content.length() : found;
      searchedFrom = from;
    }
    return nextHash;
  }

  private void scanLines(Span lost) {
    int line = lost.start();
    while (line < lost.end()) {
      int first = line;
      while (first < lost.end() && ReadableText.isBlank(content.charAt(first))) {
        first++;
      }
      boolean whole = line == 0 || content.charAt(line - 1) == '\n';
      if (whole && first < lost.end() && content.charAt(first) == '#') {
        add(first);
      }
      line = endOfLine(first) + 1;
    }
  }

  private char before(int offset) {
    return content.charAt(offset - 1);
  }

  private int add(int start) {
    int end = endOfLine(start);
    int last = end > start && content.charAt(end - 1) == '\r' ? end - 1 : end;
    comments.add(new Slice(text, new Span(start, last)));
    return end;
  }

  private int endOfLine(int from) {
    int newline = content.indexOf('\n', from);
    return newline < 0 ? content.length() : newline;
  }
}
