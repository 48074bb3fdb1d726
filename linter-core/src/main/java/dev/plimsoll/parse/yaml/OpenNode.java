package dev.plimsoll.parse.yaml;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Properties;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A collection whose end has not come yet. */
abstract class OpenNode {

  private final Slice start;
  private final Properties properties;
  private Slice last;

  private OpenNode(Slice start, Properties properties) {
    this.start = start;
    this.properties = properties;
    this.last = start;
  }

  /** Takes the next child: an item, a key, a value. */
  final void add(YamlNode child) {
    if (child.slice().span().end() > last.span().end()) {
      last = child.slice();
    }
    take(child);
  }

  abstract void take(YamlNode child);

  /** The node over all children so far. */
  final YamlNode closed() {
    return closed(start.to(last), properties);
  }

  /** The node that ends with a bracket. */
  final YamlNode closedBy(Slice bracket) {
    return closed(start.to(bracket), properties);
  }

  abstract YamlNode closed(Slice slice, Properties properties);

  /** The key that waits for its value. */
  Optional<YamlNode> waitingKey() {
    return Optional.empty();
  }

  /** An open list. */
  static final class Items extends OpenNode {
    private final List<YamlNode> items = new ArrayList<>();

    Items(Slice start, Properties properties) {
      super(start, properties);
    }

    @Override
    void take(YamlNode child) {
      items.add(child);
    }

    @Override
    YamlNode closed(Slice slice, Properties properties) {
      return new Sequence(slice, items, properties);
    }
  }

  /** An open mapping; a key without a value is dropped when it is closed. */
  static final class Entries extends OpenNode {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Slice> keys = new HashMap<>();
    private Optional<YamlNode> key = Optional.empty();

    Entries(Slice start, Properties properties) {
      super(start, properties);
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
    Optional<YamlNode> waitingKey() {
      return key;
    }

    /** Where the waiting key was written before, if it was. */
    Optional<Slice> firstOfWaitingKey() {
      if (key.isEmpty() || !(key.get() instanceof Scalar scalar)) {
        return Optional.empty();
      }
      return Optional.ofNullable(keys.putIfAbsent(scalar.text(), scalar.slice()));
    }

    @Override
    YamlNode closed(Slice slice, Properties properties) {
      return new Mapping(slice, entries, properties);
    }
  }
}
