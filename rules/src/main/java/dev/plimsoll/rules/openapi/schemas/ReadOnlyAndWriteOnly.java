package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** It may stand in no request and in no response: nobody ever sees it. */
@RuleInfo(
    id = "openapi/read-only-and-write-only",
    title = "Property is both read-only and write-only",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class ReadOnlyAndWriteOnly extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> writeOnly = schema.find("writeOnly");
    if (writeOnly.isEmpty()
        || !Keywords.isTrue(schema.node(), "writeOnly")
        || !Keywords.isTrue(schema.node(), "readOnly")) {
      return;
    }
    context.report(
        Finding.at(
                schema.anchor().child("writeOnly"),
                writeOnly.get().slice(),
                "%s is both read-only and write-only: it may stand in no request and in no"
                    + " response",
                schema.name())
            .related(schema.find("readOnly").orElseThrow().slice(), "read-only"));
  }
}
