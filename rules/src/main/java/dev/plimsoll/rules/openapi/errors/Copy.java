package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a node says, whatever the order of its keys and however it is spelled. */
final class Copy {

  private static final Set<String> WORDS = Set.of("example", "examples", "description", "title");

  private Copy() {}

  /** A text that is the same for nodes which say the same. */
  static String signature(YamlNode node) {
    StringBuilder signature = new StringBuilder();
    append(node, signature);
    return signature.toString();
  }

  private static void append(YamlNode node, StringBuilder signature) {
    if (node instanceof Mapping mapping) {
      Map<String, YamlNode> sorted = new TreeMap<>();
      for (Entry entry : mapping.entries()) {
        String key = entry.key() instanceof Scalar scalar ? scalar.text() : entry.key().toString();
        sorted.put(key, entry.value());
      }
      for (Map.Entry<String, YamlNode> entry : sorted.entrySet()) {
        append(signature.append('{'), entry.getKey());
        append(entry.getValue(), signature);
        signature.append('}');
      }
      signature.append("{}");
    } else if (node instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        append(item, signature.append('['));
      }
      signature.append("[]");
    } else if (node instanceof Scalar scalar) {
      append(signature.append(CoreSchema.type(scalar)), scalar.text());
    } else {
      signature.append(node.slice().place()); // an alias is like nothing else
    }
  }

  private static void append(StringBuilder signature, String text) {
    signature.append(text.length()).append(':').append(text);
  }

  /** The node anew; nothing where an anchor, a tag or an alias is in it. */
  static Optional<NewYaml> of(YamlNode node) {
    if (!node.properties().isEmpty()) {
      return Optional.empty();
    }
    if (node instanceof Mapping mapping) {
      List<NewYaml.Pair> pairs = new ArrayList<>();
      for (Entry entry : mapping.entries()) {
        Optional<NewYaml> value = of(entry.value());
        if (value.isEmpty() || !(entry.key() instanceof Scalar key) || !isPlainKey(key)) {
          return Optional.empty();
        }
        pairs.add(NewYaml.pair(key.text(), value.get()));
      }
      return Optional.of(new NewYaml.Pairs(pairs));
    }
    if (node instanceof Sequence sequence) {
      List<NewYaml> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        Optional<NewYaml> value = of(item);
        if (value.isEmpty()) {
          return value;
        }
        items.add(value.get());
      }
      return Optional.of(new NewYaml.Items(items));
    }
    return node instanceof Scalar scalar ? Optional.of(of(scalar)) : Optional.empty();
  }

  /** A schema anew, without what is said of one instance of it or in words. */
  static Optional<NewYaml> ofSchema(YamlNode node) {
    return node instanceof Mapping mapping && mapping.properties().isEmpty()
        ? ofEach(mapping, Part.KEYWORDS)
        : of(node);
  }

  /** What the entries of a mapping are. */
  private enum Part {
    KEYWORDS,
    SCHEMAS
  }

  private static Optional<NewYaml> ofEach(Mapping mapping, Part part) {
    List<NewYaml.Pair> pairs = new ArrayList<>();
    for (Entry entry : mapping.entries()) {
      if (!(entry.key() instanceof Scalar key) || !isPlainKey(key)) {
        return Optional.empty();
      }
      if (part == Part.KEYWORDS && (WORDS.contains(key.text()) || key.text().startsWith("x-"))) {
        continue;
      }
      Optional<NewYaml> value =
          part == Part.SCHEMAS ? ofSchema(entry.value()) : ofKeyword(key.text(), entry.value());
      if (value.isEmpty()) {
        return value;
      }
      pairs.add(NewYaml.pair(key.text(), value.get()));
    }
    return Optional.of(new NewYaml.Pairs(pairs));
  }

  private static Optional<NewYaml> ofKeyword(String keyword, YamlNode value) {
    return switch (keyword) {
      case "properties", "patternProperties" ->
          value instanceof Mapping schemas ? ofEach(schemas, Part.SCHEMAS) : Optional.empty();
      case "items", "additionalProperties", "not" -> ofSchema(value);
      default -> of(value);
    };
  }

  /** Whether a key stays what it is where it is written as a text. */
  private static boolean isPlainKey(Scalar key) {
    return key.properties().isEmpty() && !key.text().equals("<<");
  }

  private static NewYaml of(Scalar scalar) {
    return CoreSchema.type(scalar) == CoreSchema.Type.TEXT
        ? NewYaml.text(scalar.text())
        : NewYaml.plain(scalar.text().isEmpty() ? "null" : scalar.text());
  }
}
