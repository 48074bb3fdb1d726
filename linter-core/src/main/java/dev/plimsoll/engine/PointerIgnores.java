package dev.plimsoll.engine;

import dev.plimsoll.config.PointerIgnore;
import dev.plimsoll.engine.IgnoreComment.Form;
import dev.plimsoll.engine.IgnoreComment.Selector;
import dev.plimsoll.engine.IgnoreComment.Tool;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.RuleSelectors;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What files of other tools ask for, at the nodes that they point to. Where a tool points to a key
 * that is missing or wrong, our finding may stand on the key of its owner: that is hidden, too.
 */
final class PointerIgnores {

  private PointerIgnores() {}

  static List<Ignore> of(OpenApiFile file, List<PointerIgnore> asked, RuleSelectors selectors) {
    List<Ignore> ignores = new ArrayList<>();
    Optional<YamlNode> root = file.anyRoot();
    for (PointerIgnore each : asked) {
      if (root.isPresent() && selectors.resolve(each.selector()).error().isEmpty()) {
        for (Span reach : reach(root.get(), each.pointer(), file)) {
          ignores.add(
              new Ignore(
                  comment(each),
                  file.name(),
                  reach,
                  file.anchor(file.source().slice(reach)),
                  selectors));
        }
      }
    }
    return ignores;
  }

  private static IgnoreComment comment(PointerIgnore asked) {
    boolean isRedocly = asked.selector().startsWith("redocly:");
    return new IgnoreComment(
        asked.origin(),
        isRedocly ? Tool.REDOCLY : Tool.SPECTRAL,
        Form.NODE,
        List.of(new Selector(asked.origin(), asked.selector())),
        Optional.empty(),
        "",
        Optional.empty());
  }

  /** The node with its key, and the key of what it stands in. */
  private static List<Span> reach(YamlNode root, String pointer, OpenApiFile file) {
    List<Span> reach = new ArrayList<>();
    YamlNode node = root;
    Optional<Span> key = Optional.empty();
    Optional<Span> owner = Optional.empty();
    for (String segment : Pointer.segments(pointer)) {
      owner = key;
      Optional<YamlNode> below = Pointer.below(node, segment);
      if (below.isEmpty()) {
        return owner.isPresent() ? List.of(owner.get()) : reach;
      }
      key = key(node, segment);
      node = below.get();
    }
    Span all = new Span(0, file.source().content().length());
    Span own = node.slice().span();
    reach.add(pointer.isEmpty() ? all : key.isPresent() ? key.get().union(own) : own);
    if (owner.isPresent()) {
      reach.add(owner.get());
    }
    return reach;
  }

  private static Optional<Span> key(YamlNode node, String name) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key && key.text().equals(name)) {
          return Optional.of(key.slice().span());
        }
      }
    }
    return Optional.empty();
  }
}
