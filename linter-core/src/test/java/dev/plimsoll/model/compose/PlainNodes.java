package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes models of YAML for tests of what comes after reading and merging. Aliases and merge keys
 * are followed; variables are not replaced, but make a text unknown.
 */
final class PlainNodes {

  private static final Pattern INTEGER =
      Pattern.compile("([-+]?)(0x[0-9a-fA-F]+|0b[01]+|0o?[0-7]+|0|[1-9][0-9]*)");
  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private final Map<String, YamlNode> anchors = new HashMap<>();

  private PlainNodes() {}

  /** The model of the first document of a text, which must be a mapping. */
  static Table table(String yaml) {
    List<YamlDocument> documents = YamlReader.read(SourceText.of("compose.yaml", yaml)).tree();
    return (Table) new PlainNodes().node(documents.get(0).root().orElseThrow());
  }

  private ComposeNode node(YamlNode node) {
    if (node instanceof YamlNode.Alias alias) {
      return node(Objects.requireNonNull(anchors.get(alias.name())));
    }
    if (node.properties().anchor().isPresent()) {
      anchors.put(node.properties().anchor().get(), node);
    }
    if (node instanceof YamlNode.Sequence sequence) {
      List<ComposeNode> items = new ArrayList<>();
      for (YamlNode item : sequence.items()) {
        items.add(node(item));
      }
      return new Items(node.slice(), items);
    }
    return node instanceof YamlNode.Mapping mapping
        ? new Table(node.slice(), members(mapping))
        : scalar((YamlNode.Scalar) node);
  }

  private Map<String, Member> members(YamlNode.Mapping mapping) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries()) {
      ComposeNode value = node(entry.value());
      String key = ((YamlNode.Scalar) entry.key()).text();
      if (!key.equals("<<")) {
        members.put(key, new Member(entry.key().slice(), value));
      } else if (value instanceof Table other) {
        other.members().forEach(members::putIfAbsent);
      } else {
        for (ComposeNode item : ((Items) value).items()) {
          ((Table) item).members().forEach(members::putIfAbsent);
        }
      }
    }
    return members;
  }

  private static Scalar scalar(YamlNode.Scalar scalar) {
    String text = scalar.text();
    Slice slice = scalar.slice();
    boolean plain = scalar.style() == YamlNode.Style.PLAIN && scalar.properties().tag().isEmpty();
    if (text.contains("$")) {
      Value value = new Value.Unknown("it is a variable", slice);
      return new Scalar(slice, text, ComposeNode.Type.STRING, value);
    }
    if (!plain) {
      return Scalar.of(slice, text, ComposeNode.Type.STRING);
    }
    if (scalar.isNull()) {
      return Scalar.of(slice, text, ComposeNode.Type.NULL);
    }
    return switch (text) {
      case "true", "True", "TRUE" -> Scalar.of(slice, "true", ComposeNode.Type.BOOLEAN);
      case "false", "False", "FALSE" -> Scalar.of(slice, "false", ComposeNode.Type.BOOLEAN);
      case ".inf", "+.inf" -> Scalar.of(slice, "+Inf", ComposeNode.Type.FLOAT);
      case ".nan" -> Scalar.of(slice, "NaN", ComposeNode.Type.FLOAT);
      default -> number(slice, text);
    };
  }

  private static Scalar number(Slice slice, String text) {
    String digits = text.replace("_", "");
    Matcher matcher = INTEGER.matcher(digits);
    if (matcher.matches()) {
      BigInteger number = integer(matcher.group(2));
      number = matcher.group(1).equals("-") ? number.negate() : number;
      return Scalar.of(slice, number.toString(), ComposeNode.Type.INTEGER);
    }
    return FLOAT.matcher(digits).matches()
        ? Scalar.of(slice, new BigDecimal(digits).toString(), ComposeNode.Type.FLOAT)
        : Scalar.of(slice, text, ComposeNode.Type.STRING);
  }

  private static BigInteger integer(String digits) {
    if (digits.startsWith("0x")) {
      return new BigInteger(digits.substring(2), 16);
    }
    if (digits.startsWith("0b")) {
      return new BigInteger(digits.substring(2), 2);
    }
    String octal = digits.startsWith("0o") ? digits.substring(2) : digits;
    return new BigInteger(octal, digits.startsWith("0") ? 8 : 10);
  }
}
