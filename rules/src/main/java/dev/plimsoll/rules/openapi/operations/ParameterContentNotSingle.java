package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
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
import java.util.Optional;
import java.util.Set;

/** A URL says no media type: nobody can tell which of several a value has. */
@RuleInfo(
    id = "openapi/parameter-content-not-single",
    title = "Parameter content lists other than one media type",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-schema", "vacuum:oas3-schema", "zally:Z001", "zally:101"})
public final class ParameterContentNotSingle extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER, ObjectKind.HEADER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> content = object.find("content");
    if (content.isEmpty()
        || !(content.get() instanceof Mapping types)
        || types.find("$ref").isPresent()
        || Entries.isOpen(types, api)) {
      return;
    }
    int count = 0;
    for (Entry entry : types.entries()) {
      count += entry.key() instanceof Scalar key && key.text().startsWith("x-") ? 0 : 1;
    }
    if (count != 1) {
      boolean isParameter = object.kind() == ObjectKind.PARAMETER;
      context.report(
          Finding.at(
              object.anchor().child("content"),
              object.keyOf("content").orElse(object.key()),
              "the content of the %s %s lists %s and must list one",
              isParameter ? "parameter" : "header",
              isParameter ? object.text("name") : object.name(),
              count == 0 ? "no media type" : count + " media types"));
    }
  }
}
