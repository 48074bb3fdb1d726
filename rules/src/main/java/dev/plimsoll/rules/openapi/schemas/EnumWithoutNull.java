package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Optional;

/** The enum refuses the null that the type allows. */
@RuleInfo(
    id = "openapi/enum-without-null",
    title = "Nullable enum does not list null",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = "vacuum:nullable-enum-contains-null")
public final class EnumWithoutNull extends OpenApiRule {

  @Override
  public void schema(OpenApiObject schema, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> values = schema.find("enum");
    if (values.isEmpty()
        || !(values.get() instanceof Sequence list)
        || list.items().isEmpty()
        || NullFix.hasNull(list)) {
      return;
    }
    boolean isNullable =
        api.hasJsonSchema()
            ? Keywords.types(schema.node()).contains("null")
            : api.version().orElseThrow() == OpenApiVersion.V3_0
                && Keywords.isTrue(schema.node(), "nullable");
    if (!isNullable) {
      return;
    }
    NullFix fix = new NullFix(schema, api);
    fix.addToEnum();
    context.report(
        Finding.at(
                schema.anchor().child("enum"),
                schema.keyOf("enum").orElseThrow(),
                "%s allows null, but enum does not list it",
                api.hasJsonSchema() ? "type" : "nullable")
            .withFix(fix.fix("Let null be one of them")));
  }
}
