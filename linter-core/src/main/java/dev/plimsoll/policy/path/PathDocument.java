package dev.plimsoll.policy.path;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tree as paths see it: aliases are followed, merge keys merged, references resolved. What is
 * asked of it is counted, so that no path runs away. For one thread.
 */
public final class PathDocument {

  /** Many looks at each node of the largest document that was ever published. */
  static final int MAX_STEPS = 20_000_000;

  /** More nodes than such a document has. */
  static final int MAX_MATCHES = 1_000_000;

  private static final int KEYS_A_STEP = 16;

  private static final int MAX_MERGES = 20;

  private static final int MAX_HOPS = 32;

  private static final String REFERENCE = "$ref";

  /** What is known of a tree once for all that is asked of it. */
  private static final class Known {
    private final YamlNode root;
    private final Optional<References> references;
    private final Cuts cuts;
    private final IdentityHashMap<Alias, YamlNode> targets = new IdentityHashMap<>();
    private final Map<Place, Scalar> keys = new HashMap<>();
    private final Set<String> indexed = new HashSet<>();

    Known(YamlNode root, Optional<References> references, Cuts cuts) {
      this.root = root;
      this.cuts = cuts;
      this.references = references;
    }

    /** The key that a node stands behind; nothing for roots and items of lists. */
    Optional<Scalar> key(YamlNode node) {
      if (indexed.add(node.slice().place().file()) && references.isPresent()) {
        Optional<YamlNode> around = references.get().root(node.slice());
        if (around.isPresent()) {
          addKeys(around.get());
        }
      }
      return Optional.ofNullable(keys.get(node.slice().place()));
    }

    private void addKeys(YamlNode node) {
      if (node instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          if (entry.key() instanceof Scalar key && entry.value() instanceof Mapping) {
            keys.putIfAbsent(entry.value().slice().place(), key);
          }
          addKeys(entry.value());
        }
      } else if (node instanceof Sequence sequence) {
        for (YamlNode item : sequence.items()) {
          addKeys(item);
        }
      }
    }
  }

  private final Known known;
  private final Match root;
  private int steps;

  private PathDocument(Known known) {
    this.known = known;
    this.root = Match.root(followed(known.root));
  }

  /** A tree whose references are seen as they are written. */
  public static PathDocument of(YamlNode root, Cuts cuts) {
    return made(new Known(root, Optional.empty(), cuts));
  }

  /** A tree whose references stand for what they lead to. */
  public static PathDocument of(YamlNode root, References references, Cuts cuts) {
    return made(new Known(root, Optional.of(references), cuts));
  }

  private static PathDocument made(Known known) {
    note(known.root, new HashMap<>(), known.targets);
    return new PathDocument(known);
  }

  /** The same, of which nothing was asked yet. */
  public PathDocument again() {
    return new PathDocument(known);
  }

  private static void note(
      YamlNode node, Map<String, YamlNode> anchors, IdentityHashMap<Alias, YamlNode> targets) {
    if (node instanceof Alias alias) {
      YamlNode target = anchors.get(alias.name());
      if (target != null) {
        targets.put(alias, target);
      }
      return;
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        note(entry.key(), anchors, targets);
        note(entry.value(), anchors, targets);
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        note(item, anchors, targets);
      }
    }
    // Behind its content: a node that holds itself is none.
    if (node.properties().anchor().isPresent()) {
      anchors.put(node.properties().anchor().get(), node);
    }
  }

  public Match root() {
    return root;
  }

  /** What an alias stands for; the alias itself where that is nothing. */
  YamlNode followed(YamlNode node) {
    look(1);
    if (!(node instanceof Alias alias)) {
      return node;
    }
    YamlNode target = known.targets.get(alias);
    return target == null ? alias : target;
  }

  private Match entry(Match match, Scalar key, YamlNode value) {
    YamlNode node = followed(value);
    return isReference(node) ? referred(match.entry(key, node)) : match.entry(key, node);
  }

  Match item(Match match, int index, YamlNode value) {
    YamlNode node = followed(value);
    return isReference(node) ? referred(match.item(index, node)) : match.item(index, node);
  }

  private boolean isReference(YamlNode node) {
    return known.references.isPresent()
        && node instanceof Mapping mapping
        && mapping.find(REFERENCE).isPresent();
  }

  /** What a reference leads to, where it is defined; the reference where that is not to be had. */
  private Match referred(Match match) {
    YamlNode node = match.node();
    for (int hop = 0; hop < MAX_HOPS && node instanceof Mapping mapping; hop++) {
      Optional<YamlNode> reference = mapping.find(REFERENCE);
      if (reference.isEmpty()) {
        break;
      }
      Optional<YamlNode> target =
          reference.get() instanceof Scalar text
              ? known.references.orElseThrow().target(text)
              : Optional.empty();
      if (target.isEmpty()) {
        return match;
      }
      node = followed(target.get());
    }
    return isReference(node) ? match : new Match(node, known.key(node), -1, match.parent());
  }

  private void look(int more) {
    steps += more;
    if (steps > MAX_STEPS) {
      throw PolicyLimitExceeded.ofPath();
    }
  }

  /** The entries with a text for a key, merged ones last; of two with one key the first. */
  public List<Match> entries(Match match) {
    List<Match> entries = new ArrayList<>();
    if (match.node() instanceof Mapping mapping) {
      collect(match, mapping, new HashSet<>(), 0, entries);
    }
    return entries;
  }

  private void collect(
      Match match, Mapping mapping, Set<String> names, int depth, List<Match> entries) {
    List<YamlNode> merged = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (isMerge(entry)) {
        merged.add(followed(entry.value()));
      } else if (followed(entry.key()) instanceof Scalar key && names.add(key.text())) {
        entries.add(entry(match, key, entry.value()));
      }
    }
    for (YamlNode source : merged) {
      for (Mapping other : mappings(source)) {
        if (depth < MAX_MERGES) {
          collect(match, other, names, depth + 1, entries);
        }
      }
    }
  }

  private List<Mapping> mappings(YamlNode merged) {
    List<Mapping> mappings = new ArrayList<>();
    if (merged instanceof Mapping mapping) {
      mappings.add(mapping);
    } else if (merged instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        if (followed(item) instanceof Mapping mapping) {
          mappings.add(mapping);
        }
      }
    }
    return mappings;
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof Scalar key
        && key.style() == Style.PLAIN
        && key.text().equals("<<");
  }

  /** Whether something of a node cannot be told: it is cut, or merges what is not to be had. */
  public boolean isOpen(YamlNode node) {
    if (node instanceof Alias || isReference(node) || known.cuts.isCut(node)) {
      return true;
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (isMerge(entry) && mappings(followed(entry.value())).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** The value of a key. */
  public Optional<Match> child(Match match, String name) {
    if (!(match.node() instanceof Mapping mapping)) {
      return Optional.empty();
    }
    look(mapping.entries().size() / KEYS_A_STEP);
    boolean merges = false;
    for (Entry entry : mapping.entries()) {
      merges |= isMerge(entry);
      if (entry.key() instanceof Scalar key && key.text().equals(name) && !isMerge(entry)) {
        return Optional.of(entry(match, key, entry.value()));
      }
    }
    if (merges) {
      for (Match entry : entries(match)) {
        if (entry.key().isPresent() && entry.key().get().text().equals(name)) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  /** The values of a mapping, or the items of a list. */
  public List<Match> children(Match match) {
    return match.node() instanceof Sequence sequence ? items(match, sequence) : entries(match);
  }

  private List<Match> items(Match match, Sequence sequence) {
    List<Match> items = new ArrayList<>(sequence.items().size());
    for (int i = 0; i < sequence.items().size(); i++) {
      items.add(item(match, i, sequence.items().get(i)));
    }
    return items;
  }

  /** The same as far as they are written there: behind no alias, and merged from nowhere. */
  List<Match> written(Match match) {
    List<Match> children = new ArrayList<>();
    if (match.node() instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key && !(entry.value() instanceof Alias)) {
          children.add(match.entry(key, followed(entry.value())));
        }
      }
    } else if (match.node() instanceof Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (!(sequence.items().get(i) instanceof Alias)) {
          children.add(match.item(i, followed(sequence.items().get(i))));
        }
      }
    }
    return children;
  }
}
