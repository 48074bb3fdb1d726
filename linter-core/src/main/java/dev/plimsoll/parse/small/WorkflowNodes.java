package dev.plimsoll.parse.small;

import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks into the YAML of a workflow, behind its aliases. */
final class WorkflowNodes {

  private final Map<String, YamlNode> anchors = new HashMap<>();

  WorkflowNodes(YamlFile yaml, String content) {
    if (content.indexOf('&') >= 0) {
      for (YamlDocument document : yaml.documents()) {
        if (document.root().isPresent()) {
          anchors(document.root().get());
        }
      }
    }
  }

  private void anchors(YamlNode node) {
    if (node.properties().anchor().isPresent()) {
      anchors.put(node.properties().anchor().get(), node);
    }
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        anchors(entry.value());
      }
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        anchors(item);
      }
    }
  }

  /** The node that an alias stands for; any other is itself. */
  YamlNode behind(YamlNode node) {
    YamlNode found = node;
    if (node instanceof YamlNode.Alias alias) {
      found = anchors.getOrDefault(alias.name(), node);
    }
    return found;
  }

  Optional<Mapping> mapping(YamlNode node) {
    return behind(node) instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  Optional<Mapping> mapping(Mapping parent, String key) {
    Optional<YamlNode> node = parent.find(key);
    return node.isPresent() ? mapping(node.get()) : Optional.empty();
  }

  /** The items of a list; none where there is no list. */
  List<YamlNode> items(Mapping parent, String key) {
    Optional<YamlNode> node = parent.find(key);
    return node.isPresent() && behind(node.get()) instanceof Sequence list
        ? list.items()
        : List.of();
  }

  Optional<Scalar> scalar(Mapping parent, String key) {
    Optional<YamlNode> node = parent.find(key);
    return node.isPresent() && behind(node.get()) instanceof Scalar scalar && !scalar.isNull()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** The image that a key names, by itself or by another key below it. */
  Optional<String> image(Mapping parent, String key, String below) {
    Optional<Mapping> described = mapping(parent, key);
    String text = described.isPresent() ? text(described.get(), below) : text(parent, key);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /** The text of a scalar; empty where there is none. */
  String text(Mapping parent, String key) {
    Optional<Scalar> scalar = scalar(parent, key);
    return scalar.isPresent() ? scalar.get().text() : "";
  }

  boolean has(Mapping parent, String key) {
    Optional<YamlNode> node = parent.find(key);
    return node.isPresent() && !(node.get() instanceof Scalar scalar && scalar.isNull());
  }
}
