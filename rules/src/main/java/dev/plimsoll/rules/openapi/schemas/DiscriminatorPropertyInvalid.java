package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Without its value nobody can tell which of the schemas a message has. */
@RuleInfo(
    id = "openapi/discriminator-property-invalid",
    title = "Discriminator property is undefined or optional",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-discriminator",
      "vacuum:oas2-discriminator",
      "vacuum:oas-schema-check"
    })
public final class DiscriminatorPropertyInvalid extends OpenApiRule {

  private static final int MOST_NAMES = 3;

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<IdentityHashMap<Mapping, OpenApiObject>> objects = Optional.empty();
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      Optional<Scalar> property = property(object);
      if (property.isPresent() && !Keywords.isOpen(object, api)) {
        IdentityHashMap<Mapping, OpenApiObject> known =
            objects.isPresent() ? objects.get() : byNode(api);
        objects = Optional.of(known);
        judge(property.get(), object, known, api, context);
      }
    }
  }

  private static Optional<Scalar> property(OpenApiObject schema) {
    Optional<YamlNode> discriminator = schema.find("discriminator");
    if (discriminator.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode> name =
        discriminator.get() instanceof Mapping mapping
            ? mapping.find("propertyName")
            : discriminator;
    return name.isPresent() && name.get() instanceof Scalar scalar && !scalar.text().isEmpty()
        ? Optional.of(scalar)
        : Optional.empty();
  }

  private static IdentityHashMap<Mapping, OpenApiObject> byNode(OpenApiDescription api) {
    IdentityHashMap<Mapping, OpenApiObject> objects = new IdentityHashMap<>();
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      objects.put(object.node(), object);
    }
    return objects;
  }

  /** A schema that a message may have, and how it is called. */
  private record Choice(String name, YamlNode node) {}

  private static void judge(
      Scalar property,
      OpenApiObject object,
      IdentityHashMap<Mapping, OpenApiObject> objects,
      OpenApiDescription api,
      RuleContext context) {
    SchemaShape own = SchemaShape.of(object.node(), api);
    List<Choice> all = choices(object);
    String name = property.text();
    List<Choice> without = new ArrayList<>();
    List<Choice> optional = new ArrayList<>();
    for (Choice choice : all) {
      SchemaShape shape = SchemaShape.of(choice.node(), api);
      boolean isDefined = shape.properties().containsKey(name);
      boolean isRequired = shape.required().containsKey(name);
      if (isNull(shape)) {
        continue;
      }
      if (!isDefined && !own.properties().containsKey(name)) {
        if (!shape.isKnown() || !shape.alternatives().isEmpty()) {
          return; // what is not seen may define it
        }
        without.add(choice);
      } else if (!isRequired && !own.required().containsKey(name)) {
        optional.add(choice);
      } else if (isDefined && reportType(property, choice, shape, object, api, context)) {
        return;
      }
    }
    if (!without.isEmpty()) {
      report(property, "is not defined", without, object, context, Optional.empty());
    } else if (!optional.isEmpty() && !hasDefault(object)) {
      Optional<Fix> fix = RequireProperty.in(nodes(optional), name, objects, api);
      report(property, "is not required", optional, object, context, fix);
    }
  }

  /** From 3.2 on there may be a schema for messages without the property. */
  private static boolean hasDefault(OpenApiObject object) {
    return object.find("discriminator").orElseThrow() instanceof Mapping mapping
        && mapping.find("defaultMapping").isPresent();
  }

  private static List<YamlNode> nodes(List<Choice> choices) {
    List<YamlNode> nodes = new ArrayList<>();
    for (Choice choice : choices) {
      nodes.add(choice.node());
    }
    return nodes;
  }

  /** The members it tells apart; the schema itself where others are composed of it. */
  private static List<Choice> choices(OpenApiObject object) {
    List<Choice> choices = new ArrayList<>();
    for (String keyword : new String[] {"oneOf", "anyOf"}) {
      Optional<YamlNode> members = object.find(keyword);
      if (members.isPresent() && members.get() instanceof Sequence list) {
        for (YamlNode member : list.items()) {
          choices.add(new Choice(name(member), member));
        }
      }
    }
    if (choices.isEmpty()) {
      choices.add(new Choice("", object.node()));
    }
    return choices;
  }

  private static boolean isNull(SchemaShape shape) {
    return shape.types().isPresent()
        && shape.types().get().size() == 1
        && shape.types().get().contains("null");
  }

  private static String name(YamlNode member) {
    Optional<Scalar> reference = Reference.target(member);
    if (reference.isPresent()) {
      String text = reference.get().text();
      return text.substring(text.lastIndexOf('/') + 1);
    }
    Optional<YamlNode> title =
        member instanceof Mapping mapping ? mapping.find("title") : Optional.empty();
    return title.isPresent() && title.get() instanceof Scalar text ? text.text() : "a member";
  }

  private static boolean reportType(
      Scalar property,
      Choice choice,
      SchemaShape choiceShape,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    SchemaShape.Property defined = choiceShape.properties().get(property.text());
    if (defined == null) {
      return false;
    }
    SchemaShape shape = SchemaShape.of(defined.schema(), api);
    if (shape.types().isEmpty()
        || shape.types().get().isEmpty()
        || shape.types().get().contains("string")
        || !areTypes(shape)) {
      return false;
    }
    context.report(
        Finding.at(
                object.anchor().child("discriminator"),
                property.slice(),
                "%s tells schemas apart by their names, but is of type %s%s",
                property.text(),
                String.join(" or ", shape.types().get()),
                choice.name().isEmpty() ? "" : " in " + choice.name())
            .related(defined.name().slice(), "the property"));
    return true;
  }

  private static boolean areTypes(SchemaShape shape) {
    for (String type : shape.types().orElseThrow()) {
      if (!Keywords.isType(type)) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Scalar property,
      String fault,
      List<Choice> where,
      OpenApiObject object,
      RuleContext context,
      Optional<Fix> fix) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < Math.min(where.size(), MOST_NAMES); i++) {
      names.append(i == 0 ? " in " : ", ").append(where.get(i).name());
    }
    int more = where.size() - MOST_NAMES;
    if (where.get(0).name().isEmpty()) {
      names.setLength(0);
    } else if (more > 0) {
      names.append(" and ").append(more).append(" more");
    }
    Finding finding =
        Finding.at(
            object.anchor().child("discriminator"),
            property.slice(),
            "%s tells schemas apart, but %s%s",
            property.text(),
            fault,
            names.toString());
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
