package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.parse.yaml.JsonReader;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Style;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a value does not fit its schema.
 *
 * @param keyword of the schema that it does not meet
 * @param value that does not meet it, perhaps deep within what is judged
 * @param place the value, or the key of what lacks something
 * @param path how it is reached: {@code owner.names[0]}; empty for the whole value
 * @param template what is wrong, said of the value: {@code "is %s and must be %s"}
 * @param arguments of the template
 * @param types which of them the value should have; empty where that is not the point
 */
public record SchemaViolation(
    String keyword,
    YamlNode value,
    Slice place,
    String path,
    String template,
    List<Object> arguments,
    List<String> types) {

  private static final int LONGEST = 48;

  public SchemaViolation {
    arguments = List.copyOf(arguments);
    types = List.copyOf(types);
  }

  /** One whose place is the value, or its key where the value is a list or a mapping. */
  static SchemaViolation of(String keyword, Instance value, String template, Object... arguments) {
    boolean isWord = value.node() instanceof Scalar && !value.node().slice().span().isEmpty();
    return at(keyword, value, isWord ? value.node().slice() : value.key(), template, arguments);
  }

  /** One with a place of its own; a node among the arguments is shown as it is written. */
  static SchemaViolation at(
      String keyword, Instance value, Slice place, String template, Object... arguments) {
    List<Object> shown = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Object argument : arguments) {
      int to = template.indexOf("%s", from) + 2;
      text.append(template, from, to);
      from = to;
      if (argument instanceof YamlNode node) {
        text.append(show(node, shown));
      } else {
        shown.add(argument);
      }
    }
    text.append(template, from, template.length());
    return new SchemaViolation(
        keyword, value.node(), place, value.path(), text.toString(), shown, List.of());
  }

  private static String show(YamlNode node, List<Object> shown) {
    Slice slice = node.slice();
    if (!(node instanceof Scalar scalar)) {
      shown.add(node.kind());
      return "";
    }
    boolean isBlock = scalar.style() == Style.LITERAL || scalar.style() == Style.FOLDED;
    if (scalar.isNull()) {
      shown.add("null");
    } else if (isBlock || slice.text().indexOf('\n') >= 0) {
      shown.add("a long text");
    } else if (slice.span().length() > LONGEST) {
      shown.add(slice.part(0, LONGEST));
      return "...";
    } else {
      shown.add(slice);
    }
    return "";
  }

  /** Whether the value is a text that holds the list or mapping that it should be, as JSON. */
  public boolean isJsonText() {
    if (!path.isEmpty()
        || !(value instanceof Scalar scalar)
        || CoreSchema.type(scalar) != CoreSchema.Type.TEXT) {
      return false;
    }
    String text = scalar.text().strip();
    boolean looksLikeIt =
        (types.contains("object") && text.startsWith("{"))
            || (types.contains("array") && text.startsWith("["));
    return looksLikeIt && JsonReader.readFile(SourceText.of("a.json", text)).problems().isEmpty();
  }

  SchemaViolation expecting(List<String> named) {
    return new SchemaViolation(keyword, value, place, path, template, arguments, named);
  }

  /** The path without the places in lists: alike for what is wrong with each item. */
  public String pathOfEach() {
    StringBuilder each = new StringBuilder();
    boolean isIndex = false;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      isIndex = c == '[' || (isIndex && c != ']');
      if (!isIndex || c == '[') {
        each.append(c);
      }
    }
    return each.toString();
  }
}
