package dev.plimsoll.engine;

import dev.plimsoll.engine.IgnoreComment.Form;
import dev.plimsoll.engine.IgnoreComment.Selector;
import dev.plimsoll.engine.IgnoreComment.Tool;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.RuleSelectors;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Extension keys that ask for silence about the mapping in which they stand, for JSON has no
 * comments: {@code x-plimsoll-ignore}, vacuum's {@code x-lint-ignore} and Zally's {@code
 * x-zally-ignore}.
 */
final class IgnoreKeys {

  private static final String OURS = "x-plimsoll-ignore";
  private static final String VACUUM = "x-lint-ignore";
  private static final String ZALLY = "x-zally-ignore";

  private static final String ENDING = "-ignore"; // of all of them

  private final RuleSelectors selectors;
  private final List<Ignore> found = new ArrayList<>();

  private IgnoreKeys(RuleSelectors selectors) {
    this.selectors = selectors;
  }

  /** Whether a model may have some: few files do. */
  static boolean mayStandIn(SourceModel model) {
    if (model.yamlTree().isEmpty()) {
      return false;
    }
    return model.source().content().contains(ENDING);
  }

  static List<Ignore> of(SourceModel model, RuleSelectors selectors) {
    IgnoreKeys keys = new IgnoreKeys(selectors);
    for (YamlDocument document : model.yamlTree().orElseThrow().documents()) {
      if (document.root().isPresent()) {
        Span all = new Span(0, model.source().content().length());
        keys.node(document.root().get(), Anchor.FILE, all);
      }
    }
    return keys.found;
  }

  /**
   * Looks below a node.
   *
   * @param reach the node with the key before it
   */
  private void node(YamlNode node, Anchor anchor, Span reach) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key) {
          key(key, entry.value(), anchor, reach);
          Span below = key.slice().span().union(entry.value().slice().span());
          node(entry.value(), anchor.child(key.text().replace('/', '|')), below);
        }
      }
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        node(item, anchor, item.slice().span());
      }
    }
  }

  private void key(Scalar key, YamlNode value, Anchor anchor, Span reach) {
    Tool tool =
        switch (key.text()) {
          case OURS -> Tool.EXTENSION;
          case VACUUM -> Tool.VACUUM;
          case ZALLY -> Tool.ZALLY;
          default -> Tool.PLIMSOLL;
        };
    if (tool != Tool.PLIMSOLL) {
      found.add(new Ignore(request(key.slice(), value, tool), reach, anchor, selectors));
    }
  }

  /** A name or a list of them; ours may be a mapping of {@code rules}, reason and until, too. */
  private IgnoreComment request(Slice key, YamlNode value, Tool tool) {
    if (tool != Tool.EXTENSION || !(value instanceof Mapping mapping)) {
      return request(key, names(value, tool), tool, Optional.empty(), "", Optional.empty());
    }
    List<Selector> names = names(mapping.find("rules").orElse(value), tool);
    String reason = text(mapping, "reason");
    String until = text(mapping, "until");
    try {
      return request(
          key,
          names,
          tool,
          until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
          reason,
          Optional.empty());
    } catch (DateTimeException e) {
      return request(
          key, names, tool, Optional.empty(), reason, Optional.of("until is no date: " + until));
    }
  }

  private static IgnoreComment request(
      Slice key,
      List<Selector> names,
      Tool tool,
      Optional<LocalDate> until,
      String reason,
      Optional<String> malformed) {
    return new IgnoreComment(key, tool, Form.NODE, names, until, reason, malformed);
  }

  private static String text(Mapping mapping, String key) {
    return mapping.find(key).orElse(mapping) instanceof Scalar scalar ? scalar.text() : "";
  }

  private List<Selector> names(YamlNode value, Tool tool) {
    List<Selector> names = new ArrayList<>();
    if (value instanceof Scalar one) {
      for (String name : one.text().split(",", -1)) {
        names.add(new Selector(one.slice(), name(name.strip(), tool)));
      }
    } else if (value instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar one) {
          names.add(new Selector(one.slice(), name(one.text(), tool)));
        }
      }
    }
    return names;
  }

  /** vacuum's rules are called as Spectral's, where they are the same. */
  private String name(String name, Tool tool) {
    return switch (tool) {
      case VACUUM -> {
        String own = "vacuum:" + name;
        yield selectors.resolve(own).error().isEmpty() ? own : "spectral:" + name;
      }
      case ZALLY -> "zally:" + name;
      default -> name;
    };
  }
}
