package dev.plimsoll.parse.yaml.tree;

import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node as it is written: aliases are not followed, tags not applied, merge keys not merged. Its
 * slice begins after tag and anchor.
 */
public sealed interface YamlNode {

  /** The node's own characters: quotes and brackets included, properties and comments not. */
  Slice slice();

  Properties properties();

  /** How messages call it: "a list". */
  String kind();

  /**
   * What may stand before a node.
   *
   * @param tag as resolved, such as {@code tag:yaml.org,2002:str} or {@code !reset}
   * @param anchor the name after {@code &}
   */
  record Properties(Optional<String> tag, Optional<String> anchor) {
    public static final Properties NONE = new Properties(Optional.empty(), Optional.empty());

    public boolean isEmpty() {
      return tag.isEmpty() && anchor.isEmpty();
    }
  }

  /** How a scalar is spelled. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** After {@code |}. */
    LITERAL,
    /** After {@code >}. */
    FOLDED
  }

  /**
   * A text. A missing value is a plain scalar without text, where the value would begin.
   *
   * @param slice for a block scalar, from its header to the end of its last line
   * @param text decoded: without quotes, escapes, indentation
   */
  record Scalar(Slice slice, String text, Style style, Properties properties) implements YamlNode {

    /** Whether the core schema reads it as null; a tag is not looked at. */
    public boolean isNull() {
      return style == Style.PLAIN
          && (text.isEmpty()
              || text.equals("~")
              || text.equals("null")
              || text.equals("Null")
              || text.equals("NULL"));
    }

    @Override
    public String kind() {
      return isNull() ? "nothing" : "a text";
    }
  }

  /** Keys and values in their order; a key that is written twice is in it twice. */
  final class Mapping implements YamlNode {

    private static final int INDEXED = 24; // entries from which on an index is worth its making

    private final Slice slice;
    private final List<Entry> entries;
    private final Properties properties;
    private final long signs; // a bit for each key: most questions are for keys that are not there
    private final boolean mayRepeat;
    private volatile Map<String, Entry> index = Map.of();

    public Mapping(Slice slice, List<Entry> entries, Properties properties) {
      this.slice = slice;
      this.entries = List.copyOf(entries);
      this.properties = properties;
      long all = 0;
      int scalars = 0;
      for (Entry entry : this.entries) {
        if (entry.key() instanceof Scalar scalar) {
          all |= sign(scalar.text());
          scalars++;
        }
      }
      this.signs = all;
      this.mayRepeat = Long.bitCount(all) < scalars;
    }

    /** The keys that read like one before them, in the order of the text. */
    public List<Repeated> repeated() {
      if (!mayRepeat) {
        return List.of();
      }
      List<Repeated> repeated = new ArrayList<>();
      Map<String, Scalar> first = new HashMap<>();
      for (Entry entry : entries) {
        if (entry.key() instanceof Scalar scalar) {
          Scalar known = first.putIfAbsent(scalar.text(), scalar);
          if (known != null) {
            repeated.add(new Repeated(scalar, known));
          }
        }
      }
      return repeated;
    }

    private static long sign(String key) {
      int hash = key.hashCode();
      return 1L << (hash ^ (hash >>> 6));
    }

    @Override
    public Slice slice() {
      return slice;
    }

    /** In the order of the text. */
    public List<Entry> entries() {
      return entries;
    }

    @Override
    public Properties properties() {
      return properties;
    }

    /** The value of the first key that reads so. */
    public Optional<YamlNode> find(String key) {
      Optional<Entry> entry = entry(key);
      return entry.isPresent() ? Optional.of(entry.get().value()) : Optional.empty();
    }

    /** The first key that reads so, with its value. */
    public Optional<Entry> entry(String key) {
      if ((signs & sign(key)) == 0) {
        return Optional.empty();
      }
      if (entries.size() >= INDEXED) {
        return Optional.ofNullable(index().get(key));
      }
      for (int i = 0; i < entries.size(); i++) { // without an iterator, which counts here
        if (entries.get(i).key() instanceof Scalar scalar && scalar.text().equals(key)) {
          return Optional.of(entries.get(i));
        }
      }
      return Optional.empty();
    }

    private Map<String, Entry> index() {
      Map<String, Entry> known = index;
      if (known.isEmpty()) {
        known = new HashMap<>();
        for (Entry entry : entries) {
          if (entry.key() instanceof Scalar scalar) {
            known.putIfAbsent(scalar.text(), entry);
          }
        }
        index = known;
      }
      return known;
    }

    @Override
    public String kind() {
      return "a mapping";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping mapping
          && slice.equals(mapping.slice)
          && entries.equals(mapping.entries)
          && properties.equals(mapping.properties);
    }

    @Override
    public int hashCode() {
      return slice.hashCode();
    }

    @Override
    public String toString() {
      return slice.text();
    }
  }

  /** A key that reads like one before it in its mapping. */
  record Repeated(Scalar key, Scalar first) {}

  /** A key and its value; either may be any node. */
  record Entry(YamlNode key, YamlNode value) {}

  /** A list. */
  record Sequence(Slice slice, List<YamlNode> items, Properties properties) implements YamlNode {
    public Sequence {
      items = List.copyOf(items);
    }

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** {@code *name}, not followed: what it stands for is the reader's business to bound. */
  record Alias(Slice slice, String name) implements YamlNode {
    @Override
    public Properties properties() {
      return Properties.NONE;
    }

    @Override
    public String kind() {
      return "an alias";
    }
  }
}
