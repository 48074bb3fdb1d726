package dev.plimsoll.model;

import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The addresses of what stands in a YAML file, for comments and for places without an address. */
public final class YamlOutline {

  private final List<Node> nodes = new ArrayList<>();

  /**
   * A key with its value, or an item of a list, in the order of the text.
   *
   * @param around the index of the one that it stands in; -1 for none
   */
  private record Node(Anchor anchor, Span span, int around) {}

  /** The outline of a file. */
  public YamlOutline(YamlFile yaml) {
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()) {
        add(document.root().get(), Anchor.FILE, -1);
      }
    }
  }

  private void add(YamlNode node, Anchor anchor, int around) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        Anchor below = anchor.child(segment(entry.key()));
        Span key = entry.key().slice().span();
        nodes.add(new Node(below, key.union(entry.value().slice().span()), around));
        add(entry.value(), below, nodes.size() - 1);
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        nodes.add(new Node(anchor, item.slice().span(), around));
        add(item, anchor, nodes.size() - 1);
      }
    }
  }

  /** How a key is called in an address. */
  public static String segment(YamlNode key) {
    return key instanceof YamlNode.Scalar scalar ? scalar.text().replace('/', '|') : key.kind();
  }

  /** The address of the innermost key or item that a place stands in. */
  public Anchor anchor(Slice place) {
    Span span = place.place().span();
    int at = firstAfter(span.start()) - 1;
    while (at >= 0 && nodes.get(at).span().end() < span.end()) {
      at = nodes.get(at).around();
    }
    return at < 0 ? Anchor.FILE : nodes.get(at).anchor();
  }

  /** The first of the nodes that begin behind an offset, or how many there are. */
  private int firstAfter(int offset) {
    int from = 0;
    int to = nodes.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (nodes.get(middle).span().start() <= offset) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The key or item that begins first behind a comment; of two that begin there, the outer. */
  public CommentSite site(Slice comment) {
    int end = comment.place().span().end();
    Standing standing = standing(comment);
    int next = firstAfter(end - 1);
    if (next == nodes.size()) {
      return new CommentSite(Anchor.FILE, Span.at(end), standing);
    }
    return new CommentSite(nodes.get(next).anchor(), nodes.get(next).span(), standing);
  }

  private Standing standing(Slice comment) {
    if (!CommentSite.isAlone(comment)) {
      return Standing.TRAILING;
    }
    boolean first = nodes.isEmpty() || comment.place().span().start() < nodes.get(0).span().start();
    return first ? Standing.HEAD : Standing.BODY;
  }

  /** A template's mark where YAML fails at it. */
  public static Optional<Slice> template(SourceText source, List<Problem> problems) {
    String content = source.content();
    for (Problem problem : problems) {
      int at = problem.slice().place().span().start();
      int start = content.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
      int newline = content.indexOf('\n', at);
      String line = content.substring(start, newline < 0 ? content.length() : newline);
      int mark = Math.max(line.indexOf("{{"), line.indexOf("{%"));
      if (mark >= 0) {
        return Optional.of(source.slice(new Span(start + mark, start + mark + 2)));
      }
    }
    return Optional.empty();
  }
}
