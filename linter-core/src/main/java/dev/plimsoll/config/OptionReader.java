package dev.plimsoll.config;

import dev.plimsoll.config.RuleEntry.OptionValue;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.rule.RuleMeta.OptionMeta;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the value of one option as its rule's decoder wants it. */
final class OptionReader {

  private final Shapes shapes;
  private final OptionMeta option;
  private final String what;

  OptionReader(Shapes shapes, OptionMeta option) {
    this.shapes = shapes;
    this.option = option;
    this.what = Shapes.quoted(option.name());
  }

  /** The value; nothing, and a problem, if it does not fit. */
  Optional<OptionValue> read(YamlNode node) {
    return switch (option.type()) {
      case "list" -> node instanceof Sequence ? list(node) : wrong(node, "a list");
      case "map" -> node instanceof Mapping ? map(node) : wrong(node, "a mapping");
      case "boolean" ->
          isPlain(node, "true") || isPlain(node, "false")
              ? Optional.of(OptionValue.of(((Scalar) node).text()))
              : wrong(node, "true or false");
      case "integer" ->
          node instanceof Scalar scalar && isInteger(scalar)
              ? Optional.of(OptionValue.of(scalar.text()))
              : wrong(node, "a whole number");
      case "number" ->
          node instanceof Scalar scalar && isDecimal(scalar)
              ? Optional.of(OptionValue.of(scalar.text()))
              : wrong(node, "a number");
      default -> text(node, what).map(OptionValue::of);
    };
  }

  private Optional<OptionValue> list(YamlNode node) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : shapes.items(node, what)) {
      Optional<String> text = text(item, "an item of " + what);
      if (text.isPresent()) {
        texts.add(text.get());
      }
    }
    return Optional.of(new OptionValue(texts, Map.of()));
  }

  private Optional<OptionValue> map(YamlNode node) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (Entry entry : shapes.entries(node, what)) {
      String key = Shapes.key(entry);
      if (key.isBlank()) {
        shapes.problem(entry.key().slice(), "a key of " + what + " must not be empty");
        continue;
      }
      Optional<String> text = text(entry.value(), Shapes.quoted(key));
      if (text.isPresent()) {
        entries.put(key, text.get());
      }
    }
    return Optional.of(new OptionValue(List.of(), entries));
  }

  private Optional<String> text(YamlNode node, String of) {
    Optional<Scalar> scalar = shapes.text(node, of);
    if (scalar.isEmpty()) {
      return Optional.empty();
    }
    String text = scalar.get().text();
    if (option.pattern().isEmpty() || Pattern.matches(option.pattern(), text)) {
      return Optional.of(text);
    }
    shapes.problem(
        node.slice(), Shapes.quoted(text) + " does not fit " + of + ": write " + option.form());
    return Optional.empty();
  }

  private Optional<OptionValue> wrong(YamlNode node, String wanted) {
    if (node instanceof Scalar scalar && !scalar.isNull()) {
      shapes.problem(
          node.slice(), what + " must be " + wanted + ", not " + Shapes.quoted(scalar.text()));
    } else {
      shapes.wrong(node, what, wanted);
    }
    return Optional.empty();
  }

  private static boolean isPlain(YamlNode node, String text) {
    return node instanceof Scalar scalar
        && scalar.style() == Style.PLAIN
        && scalar.text().equals(text);
  }

  /** Digits with a point among them, or without. */
  private static boolean isDecimal(Scalar scalar) {
    int dots = 0;
    for (int i = 0; i < scalar.text().length(); i++) {
      char c = scalar.text().charAt(i);
      dots += c == '.' ? 1 : 0;
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    int digits = scalar.text().length() - dots;
    return scalar.style() == Style.PLAIN && digits > 0 && digits < 16 && dots <= 1;
  }

  private static boolean isInteger(Scalar scalar) {
    if (scalar.style() != Style.PLAIN) {
      return false;
    }
    try {
      Integer.parseInt(scalar.text());
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
