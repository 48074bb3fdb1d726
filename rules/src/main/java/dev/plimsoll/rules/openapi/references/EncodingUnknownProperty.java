package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.Optional;
import java.util.Set;

/** What it says of the property is said of nothing: the one that is meant is sent otherwise. */
@RuleInfo(
    id = "openapi/encoding-unknown-property",
    title = "Encoding names no property of the body",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS)
public final class EncodingUnknownProperty extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.MEDIA_TYPE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> encoding = object.find("encoding");
    Optional<YamlNode> schema = object.find("schema");
    if (encoding.isEmpty() || schema.isEmpty() || !(encoding.get() instanceof Mapping map)) {
      return;
    }
    SchemaShape shape = SchemaShape.of(schema.get(), api);
    if (!shape.isKnown()
        || shape.properties().isEmpty()
        || !shape.alternatives().isEmpty()
        || isOpen(shape)) {
      return;
    }
    for (Entry entry : map.entries()) {
      if (entry.key() instanceof Scalar name
          && !name.text().equals("<<")
          && !name.text().startsWith("x-")
          && !shape.properties().containsKey(name.text())) {
        context.report(
            Finding.at(
                object.anchor().child("encoding").child(name.text().replace('/', '|')),
                name.slice(),
                "the schema has no property %s%s",
                name.text(),
                NearestName.hint(name.text(), shape.properties().keySet())));
      }
    }
  }

  /** Whether it says of properties that it does not name what they are like. */
  private static boolean isOpen(SchemaShape shape) {
    for (Mapping part : shape.parts()) {
      Optional<YamlNode> others = part.find("additionalProperties");
      boolean isOther =
          others.isPresent()
              && !(others.get() instanceof Scalar scalar && scalar.text().equals("false"));
      if (isOther
          || part.find("patternProperties").isPresent()
          || part.find("dependentSchemas").isPresent()
          || part.find("then").isPresent()
          || part.find("else").isPresent()) {
        return true;
      }
    }
    return false;
  }
}
