package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the references of a description reach outside of its entry: each node once. */
final class ReachedNodes {

  private final OpenApiFile entry;
  private final ReferenceResolver resolver;
  private final Map<String, OpenApiFile> files;
  private final Deque<Reached> open = new ArrayDeque<>();
  private final Set<Mapping> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * A node to be walked.
   *
   * @param base where it stands in its file
   * @param anchor by which it is called: of a path item that of the path
   */
  record Reached(
      OpenApiFile file,
      Mapping node,
      ObjectKind kind,
      Slice key,
      String name,
      Anchor anchor,
      Anchor base,
      OpenApiObject parent) {}

  /**
   * Begins with none.
   *
   * @param files by name, to which those are added that are reached
   */
  ReachedNodes(OpenApiFile entry, ReferenceResolver resolver, Map<String, OpenApiFile> files) {
    this.entry = entry;
    this.resolver = resolver;
    this.files = files;
  }

  /** Whether a node of another file is met for the first time. */
  boolean isNew(Mapping node) {
    return seen.add(node);
  }

  /** The next one that was reached, if there is one left. */
  Optional<Reached> next() {
    return Optional.ofNullable(open.pollFirst());
  }

  /**
   * The node of another file that a reference leads to; nothing where it leads into the entry, into
   * another document that is judged by itself, or nowhere.
   */
  Optional<Target> away(Scalar reference, OpenApiFile from) {
    if (reference.text().startsWith("#") && from == entry) {
      return Optional.empty();
    }
    Target target = resolver.target(reference);
    if (target.file().isEmpty() || target.file().get().name().equals(entry.name())) {
      return Optional.empty();
    }
    OpenApiFile file = target.file().get();
    files.putIfAbsent(file.name(), file);
    return target.node().isPresent()
            && target.node().get() instanceof Mapping
            && file.version().isEmpty()
        ? Optional.of(target)
        : Optional.empty();
  }

  /** Notes the target of a path's reference: it is called by the path. */
  void path(Target target, Slice key, String name, Anchor anchor, OpenApiObject parent) {
    if (target.node().orElseThrow() instanceof Mapping node) {
      OpenApiFile file = target.file().orElseThrow();
      Anchor base = address(target);
      open.add(new Reached(file, node, ObjectKind.PATH_ITEM, key, name, anchor, base, parent));
    }
  }

  /** Notes the target of an operation's reference: it is one of its path, whatever stands there. */
  void operation(Target target, String method, OpenApiObject path) {
    if (target.node().orElseThrow() instanceof Mapping node) {
      OpenApiFile file = target.file().orElseThrow();
      Anchor base = address(target);
      Slice key = key(target, node);
      open.add(new Reached(file, node, ObjectKind.OPERATION, key, method, base, base, path));
    }
  }

  /** Notes the target of any other reference. */
  void component(Target target, ObjectKind kind, OpenApiObject document) {
    OpenApiFile file = target.file().orElseThrow();
    if (target.node().orElseThrow() instanceof Mapping node) {
      Anchor base = address(target);
      String name = name(target, file);
      open.add(new Reached(file, node, kind, key(target, node), name, base, base, document));
    }
  }

  private static Anchor address(Target target) {
    Anchor anchor = Anchor.FILE;
    Optional<YamlNode> node = target.file().orElseThrow().anyRoot();
    for (String segment : Pointer.segments(target.fragment())) {
      if (node.isPresent() && node.get() instanceof Mapping) {
        anchor = anchor.child(segment.replace('/', '|'));
      }
      node = node.isPresent() ? Pointer.below(node.get(), segment) : node;
    }
    return anchor;
  }

  /** The key behind which it stands; its own first one where it is a whole file or an item. */
  private static Slice key(Target target, Mapping node) {
    Optional<YamlNode> around = target.file().orElseThrow().anyRoot();
    Slice key = node.entries().isEmpty() ? node.slice() : node.entries().get(0).key().slice();
    for (String segment : Pointer.segments(target.fragment())) {
      if (around.isPresent() && around.get() instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          if (entry.value().slice().equals(node.slice())) {
            key = entry.key().slice();
          }
        }
      }
      around = around.isPresent() ? Pointer.below(around.get(), segment) : around;
    }
    return key;
  }

  private static String name(Target target, OpenApiFile file) {
    String fragment = target.fragment();
    if (!fragment.isEmpty()) {
      List<String> segments = Pointer.segments(fragment);
      return segments.isEmpty() ? fragment : segments.get(segments.size() - 1);
    }
    String name = file.name().substring(file.name().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
