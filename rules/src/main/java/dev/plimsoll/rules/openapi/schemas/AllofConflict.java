package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value must meet all members: none of two types does. */
@RuleInfo(
    id = "openapi/allof-conflict",
    title = "allOf members give a property different types",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "vacuum:allof-conflicts")
public final class AllofConflict extends OpenApiRule {

  private static final int MOST_MEMBERS = 64;

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> allOf = schema.find("allOf");
    if (allOf.isEmpty()
        || !(allOf.get() instanceof Sequence members)
        || members.items().size() > MOST_MEMBERS) {
      return;
    }
    Map<String, Known> first = own(schema);
    Optional<Types> types = Types.named(schema.node());
    for (YamlNode member : members.items()) {
      SchemaShape shape = SchemaShape.of(member, api);
      types = types(shape, member, types, schema, context);
      for (SchemaShape.Property property : shape.properties().values()) {
        Slice place = place(property, member, schema);
        Known known = first.putIfAbsent(property.name().text(), new Known(property, place));
        if (known != null) {
          property(property, known, place, schema, api, context);
        }
      }
    }
  }

  private static Map<String, Known> own(OpenApiObject schema) {
    Map<String, Known> own = new HashMap<>();
    Optional<YamlNode> properties = schema.find("properties");
    if (properties.isPresent() && properties.get() instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar name) {
          SchemaShape.Property property = new SchemaShape.Property(name, entry.value());
          own.put(name.text(), new Known(property, name.slice()));
        }
      }
    }
    return own;
  }

  /** A property as a member before has it. */
  private record Known(SchemaShape.Property property, Slice place) {}

  /** Where it stands if that is in the schema; else the member that refers to it. */
  private static Slice place(SchemaShape.Property property, YamlNode member, OpenApiObject schema) {
    Slice name = property.name().slice();
    boolean isWithin =
        name.source() == schema.node().slice().source()
            && schema.node().slice().span().contains(name.span());
    return isWithin ? name : Members.place(member);
  }

  private static Optional<Types> types(
      SchemaShape shape,
      YamlNode member,
      Optional<Types> before,
      OpenApiObject schema,
      RuleContext context) {
    Optional<Types> own = Types.of(shape);
    if (own.isEmpty() || before.isEmpty()) {
      return own.isEmpty() ? before : own;
    }
    if (before.get().meets(own.get())) {
      return before;
    }
    context.report(
        Finding.at(
            schema.anchor().child("allOf"),
            Members.place(member),
            "no value is of type %s and of type %s",
            before.get().toString(),
            own.get().toString()));
    return before;
  }

  private static void property(
      SchemaShape.Property property,
      Known known,
      Slice place,
      OpenApiObject schema,
      OpenApiDescription api,
      RuleContext context) {
    if (known.property().schema().slice().equals(property.schema().slice())) {
      return;
    }
    Optional<Types> before = Types.of(SchemaShape.of(known.property().schema(), api));
    Optional<Types> own = Types.of(SchemaShape.of(property.schema(), api));
    if (before.isEmpty() || own.isEmpty() || before.get().meets(own.get())) {
      return;
    }
    context.report(
        Finding.at(
                schema.anchor().child("allOf"),
                place,
                "%s is of type %s here, and of type %s in another member of allOf",
                property.name().text(),
                own.get().toString(),
                before.get().toString())
            .related(known.property().name().slice(), "the other one"));
  }

  /** Some types that a schema allows. */
  private record Types(Set<String> words, boolean isNullable) {

    /** Those of a shape; nothing where it names none, or what is no type. */
    static Optional<Types> of(SchemaShape shape) {
      if (shape.types().isEmpty() || shape.types().get().isEmpty() || !shape.isKnown()) {
        return Optional.empty();
      }
      for (String word : shape.types().get()) {
        if (!Keywords.isType(word)) {
          return Optional.empty();
        }
      }
      return Optional.of(new Types(shape.types().get(), shape.isNullable()));
    }

    /** Those that a schema names itself. */
    static Optional<Types> named(Mapping schema) {
      Set<String> words = Set.copyOf(Keywords.types(schema));
      return words.isEmpty()
          ? Optional.empty()
          : Optional.of(new Types(words, Keywords.isTrue(schema, "nullable")));
    }

    boolean meets(Types other) {
      for (String word : words) {
        if (other.words.contains(word)
            || (word.equals("integer") && other.words.contains("number"))
            || (word.equals("number") && other.words.contains("integer"))) {
          return true;
        }
      }
      return isNullable && other.isNullable;
    }

    @Override
    public String toString() {
      return String.join(" or ", words);
    }
  }
}
