package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what aliases and merge keys stand for in their place, and notes where {@code !reset} and
 * {@code !override} stand. What an anchor names is read once and shared; its size counts at each
 * use, so that no alias makes much of little.
 */
final class RawReader {

  /** Nodes of a document, those behind aliases counted each time: compose-go's own limit. */
  static final int MAX_NODES = 100_000;

  /** Mappings and lists within each other, those behind aliases counted. */
  static final int MAX_DEPTH = 256;

  private static final String MERGE = "<<";

  /** A document without its aliases. */
  record Raw(Optional<ComposeNode> root, List<Reset> resets, List<Problem> problems) {
    Raw {
      resets = List.copyOf(resets);
      problems = List.copyOf(problems);
    }
  }

  /**
   * What a shared node was read as.
   *
   * @param size its nodes
   * @param height of them the most that stand within each other
   * @param resets below it, by paths that begin at it
   */
  private record Shared(Optional<ComposeNode> node, int size, int height, List<Reset> resets) {}

  private final Map<String, YamlNode> anchors = new HashMap<>();
  private final IdentityHashMap<YamlNode, Shared> shared = new IdentityHashMap<>();
  private final IdentityHashMap<YamlNode, Boolean> open = new IdentityHashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private List<Reset> resets = new ArrayList<>();
  private int nodes;
  private int depth;
  private int deepest;

  private RawReader() {}

  /** Reads the root of a document. */
  static Raw read(YamlNode root) {
    RawReader reader = new RawReader();
    Optional<ComposeNode> node = reader.node(root, ComposePath.ROOT);
    return new Raw(node, reader.resets, reader.problems);
  }

  /** The node in this place; nothing where it is reset or goes beyond a limit. */
  private Optional<ComposeNode> node(YamlNode node, ComposePath path) {
    nodes++;
    if (nodes > MAX_NODES) {
      tooLarge(node);
      return Optional.empty();
    }
    depth++;
    deepest = Math.max(deepest, depth);
    Optional<ComposeNode> read =
        depth > MAX_DEPTH
            ? tooDeep(node)
            : node instanceof YamlNode.Alias alias ? alias(alias, path) : anchored(node, path);
    depth--;
    return read;
  }

  private Optional<ComposeNode> tooDeep(YamlNode node) {
    String message = "nested deeper than " + MAX_DEPTH + " levels, those behind aliases counted";
    problems.add(new Problem(Problem.Kind.LIMIT, node.slice(), message));
    return Optional.empty();
  }

  private Optional<ComposeNode> anchored(YamlNode node, ComposePath path) {
    Optional<String> anchor = node.properties().anchor();
    if (anchor.isPresent()) {
      anchors.put(anchor.get(), node);
      return use(node, path);
    }
    return tagged(node, path);
  }

  private void tooLarge(YamlNode node) {
    if (nodes == MAX_NODES + 1) {
      String message =
          "more than " + MAX_NODES + " values, those behind aliases counted: the rest is unread";
      problems.add(new Problem(Problem.Kind.LIMIT, node.slice(), message));
    }
  }

  private Optional<ComposeNode> alias(YamlNode.Alias alias, ComposePath path) {
    YamlNode target = anchors.get(alias.name());
    if (target == null) {
      problem(alias.slice(), "no anchor of this name stands before it");
      return Optional.empty();
    }
    if (open.containsKey(target)) {
      problem(alias.slice(), "this alias stands within what it names");
      return Optional.empty();
    }
    return use(target, path);
  }

  /** What an anchor names, in this place. */
  private Optional<ComposeNode> use(YamlNode target, ComposePath path) {
    Shared known = shared.get(target);
    if (known == null) {
      List<Reset> outside = resets;
      resets = new ArrayList<>();
      int before = nodes;
      int deepestOutside = deepest;
      deepest = depth;
      open.put(target, Boolean.TRUE);
      Optional<ComposeNode> node = tagged(target, ComposePath.ROOT);
      open.remove(target);
      known = new Shared(node, nodes - before, deepest - depth, resets);
      shared.put(target, known);
      resets = outside;
      deepest = Math.max(deepest, deepestOutside);
    } else if (depth + known.height() > MAX_DEPTH) {
      return tooDeep(target);
    } else {
      nodes += known.size();
      deepest = Math.max(deepest, depth + known.height());
      if (nodes > MAX_NODES) {
        nodes = Math.max(nodes - known.size(), MAX_NODES) + 1;
        tooLarge(target);
        return Optional.empty();
      }
    }
    for (Reset reset : known.resets()) {
      resets.add(reset.below(path));
    }
    return known.node();
  }

  private Optional<ComposeNode> tagged(YamlNode node, ComposePath path) {
    String tag = node.properties().tag().orElse("");
    if (tag.equals("!reset")) {
      resets.add(new Reset(path, node.slice(), false));
      return Optional.empty();
    }
    if (tag.equals("!override")) {
      resets.add(new Reset(path, node.slice(), true));
    }
    if (node instanceof YamlNode.Mapping mapping) {
      return Optional.of(mapping(mapping, path));
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return Optional.of(sequence(sequence, path));
    }
    Scalar scalar = PlainScalars.of((YamlNode.Scalar) node);
    if (!PlainScalars.fits((YamlNode.Scalar) node, scalar)) {
      problem(node.slice(), "this is not what the tag before it says: remove the tag");
    }
    if (PlainScalars.isBeyondJson(scalar)) {
      problem(node.slice(), "Compose takes no number like this: quote it if it is a text");
    }
    return Optional.of(scalar);
  }

  private Items sequence(YamlNode.Sequence sequence, ComposePath path) {
    List<ComposeNode> items = new ArrayList<>(sequence.items().size());
    for (int i = 0; i < sequence.items().size(); i++) {
      Optional<ComposeNode> item = node(sequence.items().get(i), path.child(String.valueOf(i)));
      if (item.isPresent()) {
        items.add(item.get());
      }
    }
    return new Items(sequence.slice(), items);
  }

  private Table mapping(YamlNode.Mapping mapping, ComposePath path) {
    Map<String, Member> members = new LinkedHashMap<>();
    Map<String, Member> merged = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      Optional<Scalar> key = key(entry.key());
      if (key.isEmpty()) {
        continue;
      }
      String name = key.get().text();
      boolean merges =
          name.equals(MERGE) && ((YamlNode.Scalar) entry.key()).style() == YamlNode.Style.PLAIN;
      if (merges) {
        merge(entry.value(), path, merged);
      } else {
        Optional<ComposeNode> value = node(entry.value(), path.child(name));
        if (value.isPresent()) {
          members.put(name, new Member(entry.key().slice(), value.get()));
        }
      }
    }
    for (Map.Entry<String, Member> each : merged.entrySet()) {
      members.putIfAbsent(each.getKey(), each.getValue());
    }
    return new Table(mapping.slice(), members);
  }

  private void merge(YamlNode value, ComposePath path, Map<String, Member> merged) {
    Optional<ComposeNode> node = node(value, path);
    if (node.isEmpty()) {
      return;
    }
    List<ComposeNode> sources =
        node.get() instanceof Items items ? items.items() : List.of(node.get());
    for (ComposeNode source : sources) {
      if (source instanceof Table table) {
        for (Map.Entry<String, Member> each : table.members().entrySet()) {
          merged.putIfAbsent(each.getKey(), each.getValue());
        }
      } else {
        problem(value.slice(), "only a mapping, or a list of mappings, can be merged");
      }
    }
  }

  /** A key's text: Compose takes texts alone. */
  private Optional<Scalar> key(YamlNode node) {
    YamlNode key = node;
    if (node instanceof YamlNode.Alias alias) {
      key = anchors.getOrDefault(alias.name(), node);
    }
    if (!(key instanceof YamlNode.Scalar scalar)) {
      problem(node.slice(), "a key must be a text, not " + node.kind());
      return Optional.empty();
    }
    Scalar text = PlainScalars.of(scalar);
    if (text.type() != ComposeNode.Type.STRING) {
      problem(node.slice(), "a key must be a text: quote it");
      return Optional.of(Scalar.of(scalar.slice(), scalar.text(), ComposeNode.Type.STRING));
    }
    if (scalar.properties().anchor().isPresent()) {
      anchors.put(scalar.properties().anchor().get(), scalar);
    }
    return Optional.of(text);
  }

  private void problem(Slice slice, String message) {
    problems.add(new Problem(Problem.Kind.SYNTAX, slice, message));
  }
}
