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
import dev.plimsoll.text.Text;
import java.util.List;
import java.util.Optional;

/** Where parts of a collection in brackets come and go. */
final class YamlFlow {

  /** Text at an offset. */
  record Insertion(int at, String text) {}

  private final Text text;
  private final String content;
  private final YamlLines lines;
  private final boolean isJson;

  YamlFlow(Text text, YamlLines lines, boolean isJson) {
    this.isJson = isJson;
    this.text = text;
    this.content = text.content();
    this.lines = lines;
  }

  /** Whether a file is written as JSON: in brackets, its first key in double quotes. */
  static boolean isJson(YamlFile file) {
    for (YamlDocument document : file.documents()) {
      if (document.root().isEmpty() || !YamlUses.isBracket(document.root().get())) {
        return false;
      }
      return !(document.root().get() instanceof Mapping mapping)
          || mapping.entries().isEmpty()
          || (mapping.entries().get(0).key() instanceof Scalar key
              && key.style() == Style.DOUBLE_QUOTED);
    }
    return false;
  }

  static int indexOf(Sequence list, YamlNode item) {
    List<YamlNode> items = list.items();
    int start = item.slice().span().start();
    int from = 0;
    int to = items.size();
    while (from < to) {
      int middle = (from + to) / 2;
      int other = items.get(middle).slice().span().start();
      if (other == start) {
        return middle;
      }
      from = other < start ? middle + 1 : from;
      to = other < start ? to : middle;
    }
    return -1;
  }

  Insertion insertion(Mapping mapping, int after, NewYaml.Pair added) {
    return insertion(mapping, parts(mapping), after, written(mapping, after, added));
  }

  /** A pair as it would stand at a part's place, laid out as that is. */
  String written(Mapping mapping, int index, NewYaml.Pair pair) {
    Parts parts = parts(mapping);
    if (!isJson || !isOnOwnLine(parts, index)) {
      return pair.inline(isJson);
    }
    String indent = lines.head(parts.get(index).start());
    return pair.json(indent, step(mapping, indent), ending(mapping));
  }

  Insertion insertion(Sequence list, NewYaml added) {
    Parts parts = parts(list);
    int after = parts.size() - 1;
    if (!isOnOwnLine(parts, after)) {
      return insertion(list, parts, after, added.inline(isJson));
    }
    String indent = lines.head(parts.get(after).start());
    return insertion(
        list,
        parts,
        after,
        isJson ? added.json(indent, step(list, indent), ending(list)) : added.inline(false));
  }

  private Insertion insertion(YamlNode node, Parts parts, int after, String added) {
    if (parts.isEmpty()) {
      return new Insertion(node.slice().span().start() + 1, added);
    }
    Span last = parts.get(after);
    return new Insertion(
        last.end(),
        isOnOwnLine(parts, after)
            ? "," + ending(node) + lines.head(last.start()) + added
            : ", " + added);
  }

  private boolean isOnOwnLine(Parts parts, int index) {
    if (index < 0) {
      return false;
    }
    Span part = parts.get(index);
    String rest = content.substring(part.end(), lines.lineEnd(part.end())).strip();
    return lines.head(part.start()).isBlank() && (rest.isEmpty() || rest.equals(","));
  }

  private String ending(YamlNode node) {
    return text.host().lineEndingAt(text.toHost(Span.at(node.slice().span().start())).start());
  }

  /** By how much a part is indented against the bracket that closes what it stands in. */
  private String step(YamlNode node, String indent) {
    String outer = lines.head(node.slice().span().end() - 1);
    return outer.isBlank() && indent.startsWith(outer) && indent.length() > outer.length()
        ? indent.substring(outer.length())
        : "  ";
  }

  Optional<Span> removal(Mapping mapping, int index) {
    return removal(mapping, parts(mapping), index);
  }

  Optional<Span> removal(Sequence list, int index) {
    return removal(list, parts(list), index);
  }

  /** A part with the comma before it, or else that behind it; none if a comment would go. */
  private Optional<Span> removal(YamlNode node, Parts parts, int index) {
    Span part = parts.get(index);
    int last = node.slice().span().end() - 1;
    if (part.end() > last) {
      return Optional.empty();
    }
    if (index > 0) {
      int start = parts.get(index - 1).end();
      if (content.substring(start, part.start()).strip().equals(",")) {
        return Optional.of(new Span(start, part.end()));
      }
    }
    int end = last;
    if (index + 1 < parts.size()) {
      end = parts.get(index + 1).start();
    } else if (index == 0) {
      end =
          content.substring(part.end(), last).strip().equals(",")
              ? content.indexOf(',', part.end()) + 1
              : part.end();
    }
    String behind = content.substring(part.end(), end).strip();
    boolean own = behind.isEmpty() || behind.equals(",");
    return own && end > part.start() ? Optional.of(new Span(part.start(), end)) : Optional.empty();
  }

  /** The entries of a mapping, or the items of a list: looked at one by one, for some are many. */
  private record Parts(YamlLines lines, List<? extends Object> all) {

    static Parts of(YamlLines lines, YamlNode node) {
      return new Parts(
          lines, node instanceof Mapping mapping ? mapping.entries() : ((Sequence) node).items());
    }

    int size() {
      return all.size();
    }

    boolean isEmpty() {
      return all.isEmpty();
    }

    Span get(int index) {
      if (all.get(index) instanceof Entry entry) {
        int start = lines.start(entry.key());
        return new Span(start, Math.max(start, lines.end(entry)));
      }
      YamlNode item = (YamlNode) all.get(index);
      int start = lines.start(item);
      return new Span(start, Math.max(start, item.slice().span().end()));
    }
  }

  private Parts parts(YamlNode node) {
    return Parts.of(lines, node);
  }
}
