package dev.plimsoll.config;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.policy.Alphabetical;
import dev.plimsoll.policy.Assertion;
import dev.plimsoll.policy.Casing;
import dev.plimsoll.policy.Conforming;
import dev.plimsoll.policy.Field;
import dev.plimsoll.policy.Keys;
import dev.plimsoll.policy.Length;
import dev.plimsoll.policy.Matching;
import dev.plimsoll.policy.OneOf;
import dev.plimsoll.policy.OneOf.Sense;
import dev.plimsoll.policy.PathCheck.Then;
import dev.plimsoll.policy.Presence;
import dev.plimsoll.policy.Typed;
import dev.plimsoll.policy.Unique;
import dev.plimsoll.policy.path.JsonPath;
import dev.plimsoll.policy.path.PathSyntaxException;
import dev.plimsoll.policy.path.TextPattern;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one {@code then}: a field, and what is asked of it. */
final class AssertionsReader {

  private static final List<String> KEYS =
      List.of(
          "field",
          "defined",
          "undefined",
          "truthy",
          "falsy",
          "equals",
          "enum",
          "noneOf",
          "match",
          "notMatch",
          "casing",
          "length",
          "alphabetical",
          "unique",
          "type",
          "schema",
          "or",
          "xor",
          "allOrNone",
          "requiredKeys",
          "forbiddenKeys");

  /** What users of other tools may write, and what they find here instead. */
  private static final Map<String, String> ELSEWHERE =
      Map.of(
          "function", "write the assertion itself, such as defined: true",
          "functionOptions", "write what it holds behind the assertion itself",
          "enumeration", "write \"enum\"",
          "pattern", "write \"match\" or \"notMatch\"",
          "typedEnum", "the rules of OpenAPI check that",
          "unreferencedReusableObject", "the rules of OpenAPI check that");

  private static final List<String> CASING_KEYS =
      List.of("type", "disallowDigits", "separator", "allowLeading");

  private final Shapes shapes;

  AssertionsReader(Shapes shapes) {
    this.shapes = shapes;
  }

  Then read(YamlNode node) {
    int problems = shapes.count();
    Field field = new Field.Whole();
    List<Assertion> assertions = new ArrayList<>();
    for (Entry entry : shapes.entries(node, "\"then\"")) {
      String key = Shapes.key(entry);
      if (key.equals("field")) {
        field = field(entry.value());
      } else if (KEYS.contains(key)) {
        assertions.addAll(assertion(entry).stream().toList());
      } else {
        String elsewhere = ELSEWHERE.get(key);
        shapes.problem(
            entry.key().slice(),
            elsewhere == null
                ? "unknown key " + Shapes.quoted(key) + NearestName.hint(key, KEYS)
                : "there is no " + Shapes.quoted(key) + " here: " + elsewhere);
      }
    }
    if (assertions.isEmpty() && shapes.count() == problems) {
      shapes.problem(node.slice(), "\"then\" asks for nothing: write defined: true, or the like");
    }
    return new Then(field, assertions);
  }

  private Field field(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"field\"");
    if (text.isEmpty()) {
      return new Field.Whole();
    }
    String name = text.get().text();
    if (name.equals(Field.KEYS)) {
      return new Field.Keys();
    }
    if (!name.startsWith("$.") && !name.startsWith("$[")) { // $ref is a key like others
      return new Field.Child(name);
    }
    try {
      return new Field.Below(JsonPath.parse(name));
    } catch (PathSyntaxException e) {
      shapes.problem(Shapes.within(text.get(), e.offset()), "no JSONPath: " + e.reason());
      return new Field.Whole();
    }
  }

  private Optional<Assertion> assertion(Entry entry) {
    YamlNode value = entry.value();
    String key = Shapes.key(entry);
    String what = Shapes.quoted(key);
    return switch (key) {
      case "defined" -> presence(entry, Presence.DEFINED, Presence.UNDEFINED);
      case "undefined" -> presence(entry, Presence.UNDEFINED, Presence.DEFINED);
      case "truthy" -> presence(entry, Presence.TRUTHY, Presence.FALSY);
      case "falsy" -> presence(entry, Presence.FALSY, Presence.TRUTHY);
      case "equals" ->
          shapes.text(value, what).map(text -> new OneOf(List.of(text.text()), Sense.WANTED));
      case "enum" -> Optional.of(new OneOf(texts(entry), Sense.WANTED));
      case "noneOf" -> Optional.of(new OneOf(texts(entry), Sense.FORBIDDEN));
      case "match" -> pattern(entry, Sense.WANTED);
      case "notMatch" -> pattern(entry, Sense.FORBIDDEN);
      case "casing" -> casing(value);
      case "length" -> length(value);
      case "alphabetical" -> by(entry, "keyedBy").map(Alphabetical::new);
      case "unique" -> by(entry, "keyedBy").map(Unique::new);
      case "type" -> type(value);
      case "schema" -> {
        new SchemaReader(shapes).check(value);
        yield Optional.of(new Conforming(value));
      }
      case "or" -> Optional.of(new Keys(texts(entry), Keys.Wanted.AT_LEAST_ONE));
      case "xor" -> Optional.of(new Keys(texts(entry), Keys.Wanted.EXACTLY_ONE));
      case "allOrNone" -> Optional.of(new Keys(texts(entry), Keys.Wanted.ALL_OR_NONE));
      case "requiredKeys" -> Optional.of(new Keys(texts(entry), Keys.Wanted.ALL));
      default -> Optional.of(new Keys(texts(entry), Keys.Wanted.NONE));
    };
  }

  private List<String> texts(Entry entry) {
    String what = Shapes.quoted(Shapes.key(entry));
    List<String> texts = Shapes.plain(shapes.texts(entry.value(), what));
    if (texts.isEmpty() && entry.value() instanceof Sequence list && list.items().isEmpty()) {
      shapes.problem(entry.key().slice(), what + " is empty");
    }
    return texts;
  }

  private Optional<Assertion> presence(Entry entry, Presence yes, Presence no) {
    Optional<Boolean> flag = shapes.flag(entry.value(), Shapes.quoted(Shapes.key(entry)));
    return flag.map(is -> is ? yes : no);
  }

  private Optional<Assertion> pattern(Entry entry, Sense sense) {
    Optional<Scalar> text = shapes.text(entry.value(), Shapes.quoted(Shapes.key(entry)));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Matching(TextPattern.of(text.get().text()), sense));
    } catch (PathSyntaxException e) {
      shapes.problem(Shapes.within(text.get(), e.offset()), "no regular expression: " + e.reason());
      return Optional.empty();
    }
  }

  private Optional<Assertion> casing(YamlNode value) {
    Optional<Scalar> style = Optional.empty();
    Casing.Digits digits = Casing.Digits.ALLOWED;
    String separator = "";
    boolean leading = false;
    if (!(value instanceof Mapping)) {
      style = shapes.text(value, "\"casing\"");
    } else {
      for (Entry entry : shapes.entries(value, "\"casing\"", CASING_KEYS)) {
        String what = Shapes.quoted(Shapes.key(entry));
        switch (Shapes.key(entry)) {
          case "type" -> style = shapes.text(entry.value(), what);
          case "disallowDigits" ->
              digits =
                  shapes.flag(entry.value(), what).orElse(false)
                      ? Casing.Digits.FORBIDDEN
                      : Casing.Digits.ALLOWED;
          case "allowLeading" -> leading = shapes.flag(entry.value(), what).orElse(false);
          default -> separator = separator(entry.value());
        }
      }
    }
    if (style.isEmpty() || !Casing.STYLES.contains(style.get().text())) {
      style.ifPresent(text -> shapes.noSuch(text, "casing", Casing.STYLES));
      return Optional.empty();
    }
    return Optional.of(Casing.of(style.get().text(), digits, separator, leading));
  }

  private String separator(YamlNode value) {
    Optional<Scalar> text = shapes.text(value, "\"separator\"");
    if (text.isPresent() && text.get().text().codePointCount(0, text.get().text().length()) != 1) {
      shapes.problem(value.slice(), "\"separator\" must be one character");
    }
    return text.isPresent() ? text.get().text() : "";
  }

  private Optional<Assertion> length(YamlNode value) {
    double min = Double.NEGATIVE_INFINITY;
    double max = Double.POSITIVE_INFINITY;
    for (Entry entry : shapes.entries(value, "\"length\"", List.of("min", "max"))) {
      Optional<Scalar> text = shapes.text(entry.value(), Shapes.quoted(Shapes.key(entry)));
      try {
        double number = text.isPresent() ? Double.parseDouble(text.get().text()) : 0;
        min = Shapes.key(entry).equals("min") ? number : min;
        max = Shapes.key(entry).equals("max") ? number : max;
      } catch (NumberFormatException e) {
        shapes.problem(
            entry.value().slice(), Shapes.quoted(Shapes.key(entry)) + " must be a number");
      }
    }
    if (min > max) {
      shapes.problem(value.slice(), "\"min\" is larger than \"max\"");
    }
    if (value instanceof Mapping mapping && mapping.entries().isEmpty()) {
      shapes.problem(value.slice(), "\"length\" needs \"min\" or \"max\"");
    }
    return Optional.of(new Length(min, max));
  }

  /** The key by which mappings are told apart; empty for {@code true}. */
  private Optional<String> by(Entry entry, String name) {
    String what = Shapes.quoted(Shapes.key(entry));
    if (!(entry.value() instanceof Mapping)) {
      Optional<Boolean> flag = shapes.flag(entry.value(), what);
      return flag.isPresent() && flag.get() ? Optional.of("") : Optional.empty();
    }
    Optional<String> key = Optional.empty();
    for (Entry each : shapes.entries(entry.value(), what, List.of(name))) {
      key = shapes.text(each.value(), Shapes.quoted(name)).map(Scalar::text);
    }
    return key;
  }

  private Optional<Assertion> type(YamlNode value) {
    List<Scalar> texts =
        value instanceof Sequence
            ? shapes.texts(value, "\"type\"")
            : shapes.text(value, "\"type\"").stream().toList();
    for (Scalar text : texts) {
      if (!Typed.TYPES.contains(text.text())) {
        shapes.noSuch(text, "type", Typed.TYPES);
      }
    }
    return texts.isEmpty() ? Optional.empty() : Optional.of(new Typed(Shapes.plain(texts)));
  }
}
