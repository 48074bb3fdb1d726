package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A collection whose end has not come yet. */
abstract class OpenNode {

  private final Slice start;
  private final Properties properties;
  private final boolean flow;
  private Slice last;

  private OpenNode(Slice start, Properties properties, boolean flow) {
    this.start = start;
    this.properties = properties;
    this.flow = flow;
    this.last = start;
  }

  final Slice start() {
    return start;
  }

  /** Whether it is written in brackets. */
  final boolean isFlow() {
    return flow;
  }

  /** The end of its last child. */
  final int end() {
    return last.span().end();
  }

  /** Takes the next child: an item, a key, a value. */
  final void add(YamlNode child) {
    reach(child);
    take(child);
  }

  private void reach(YamlNode child) {
    if (child.slice().span().end() > last.span().end()) {
      last = child.slice();
    }
  }

  /** Forgets the children that end behind an offset, and a key without a value. */
  final void forget(int after) {
    last = start;
    for (YamlNode child : keep(after)) {
      reach(child);
    }
  }

  abstract void take(YamlNode child);

  /** Drops what ends behind an offset; gives what is left. */
  abstract List<YamlNode> keep(int before);

  /** The node over all children so far. */
  final YamlNode closed() {
    return closed(start.to(last), properties);
  }

  /** The node that ends with a bracket. */
  final YamlNode closedBy(Slice bracket) {
    return closed(start.to(bracket), properties);
  }

  abstract YamlNode closed(Slice slice, Properties properties);

  /** The last of its items or values. */
  abstract Optional<YamlNode> lastChild();

  /** The key that waits for its value. */
  Optional<YamlNode> waitingKey() {
    return Optional.empty();
  }

  private static boolean ends(YamlNode node, int before) {
    return node.slice().span().end() <= before;
  }

  /** An open list. */
  static final class Items extends OpenNode {
    private final List<YamlNode> items = new ArrayList<>();

    Items(Slice start, Properties properties, boolean flow) {
      super(start, properties, flow);
    }

    @Override
    void take(YamlNode child) {
      items.add(child);
    }

    @Override
    List<YamlNode> keep(int before) {
      items.removeIf(item -> !ends(item, before));
      return items;
    }

    @Override
    Optional<YamlNode> lastChild() {
      return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }

    @Override
    YamlNode closed(Slice slice, Properties properties) {
      return new Sequence(slice, items, properties);
    }
  }

  /** An open mapping; a key without a value is dropped when it is closed. */
  static final class Entries extends OpenNode {
    private final List<Entry> entries = new ArrayList<>();
    private Optional<YamlNode> key = Optional.empty();

    Entries(Slice start, Properties properties, boolean flow) {
      super(start, properties, flow);
    }

    @Override
    void take(YamlNode child) {
      if (key.isEmpty()) {
        key = Optional.of(child);
      } else {
        entries.add(new Entry(key.get(), child));
        key = Optional.empty();
      }
    }

    @Override
    List<YamlNode> keep(int before) {
      key = Optional.empty();
      entries.removeIf(entry -> !ends(entry.key(), before) || !ends(entry.value(), before));
      List<YamlNode> left = new ArrayList<>();
      if (!entries.isEmpty()) {
        Entry last = entries.get(entries.size() - 1);
        left.add(last.key());
        left.add(last.value());
      }
      return left;
    }

    @Override
    Optional<YamlNode> lastChild() {
      return entries.isEmpty()
          ? Optional.empty()
          : Optional.of(entries.get(entries.size() - 1).value());
    }

    @Override
    Optional<YamlNode> waitingKey() {
      return key;
    }

    /** Where its last key begins. */
    int lastKey() {
      if (key.isPresent()) {
        return key.get().slice().span().start();
      }
      return entries.isEmpty()
          ? start().span().start()
          : entries.get(entries.size() - 1).key().slice().span().start();
    }

    @Override
    YamlNode closed(Slice slice, Properties properties) {
      return new Mapping(slice, entries, properties);
    }
  }
}
