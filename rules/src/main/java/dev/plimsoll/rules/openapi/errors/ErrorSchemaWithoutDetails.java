package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A form with five fields needs to know which of them to mark, and gets one sentence. */
@RuleInfo(
    id = "openapi/error-schema-without-details",
    title = "Validation error lists no per-field problems",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    confidence = Confidence.MEDIUM,
    fix = Safety.UNSAFE,
    options = ErrorSchemaWithoutDetails.Options.class)
public final class ErrorSchemaWithoutDetails extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "members that count as details, beside errors, field, param and the like")
          List<String> names) {}

  private record Invalid(ErrorResponse response, ErrorResponse.Use use) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    ErrorMembers members = new ErrorMembers(context.options(Options.class).names());
    List<ErrorSchema> flat = new ArrayList<>();
    for (ErrorSchema schema : ErrorSchemas.of(api).all()) {
      if (!schema.isListed()
          && isFlat(schema.shape(), members)
          && invalid(schema, api).isPresent()) {
        flat.add(schema);
      }
    }
    for (Alike alike : Alike.among(flat)) {
      report(alike, invalid(alike.first(), api).orElseThrow(), api, context);
    }
  }

  private static void report(
      Alike alike, Invalid invalid, OpenApiDescription api, RuleContext context) {
    ErrorSchema first = alike.first();
    Finding finding =
        Finding.at(
                first.object().anchor(),
                first.object().key(),
                "%s cannot tell which fields are wrong: it has only %s",
                alike.label(),
                first.listing())
            .related(invalid.response().definition().key(), "%s", ErrorUse.label(invalid.use()));
    NewMember member = new NewMember(alike, api);
    Optional<String> name =
        MemberNames.free(MemberNames.styled("errors", member.shape()), member.shape());
    Optional<Fix> fix = member.adding(name, schema(member.shape()));
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  /** Whether it has a text or a code, and only for the error as a whole. */
  private static boolean isFlat(ErrorShape shape, ErrorMembers members) {
    return ErrorMembers.isChosen(shape)
        && !members.hasPlaces(shape)
        && (ErrorMembers.USUAL.hasText(shape) || ErrorMembers.USUAL.hasCode(shape));
  }

  /** The answer to a body of which several fields may be wrong. */
  private static Optional<Invalid> invalid(ErrorSchema schema, OpenApiDescription api) {
    for (ErrorUse use : schema.uses()) {
      for (ErrorResponse.Use each : use.response().uses()) {
        boolean isInvalid = each.status().equals("400") || each.status().equals("422");
        if (isInvalid && takesBody(each.operation(), api)) {
          return Optional.of(new Invalid(use.response(), each));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean takesBody(OpenApiObject operation, OpenApiDescription api) {
    if (operation.find("requestBody").isPresent()) {
      return true;
    }
    for (YamlNode each : ErrorSchemas.list(operation.node(), "parameters")) {
      Optional<Mapping> parameter = api.resolve(each);
      Optional<YamlNode> in = parameter.isEmpty() ? Optional.empty() : parameter.get().find("in");
      if (in.isPresent()
          && in.get() instanceof Scalar place
          && (place.text().equals("body") || place.text().equals("formData"))) {
        return true;
      }
    }
    return false;
  }

  private static NewYaml schema(ErrorShape shape) {
    String text = MemberNames.text(shape).orElse("message");
    NewYaml string = NewYaml.mapping(NewYaml.pair("type", NewYaml.text("string")));
    NewYaml item =
        NewYaml.mapping(
            NewYaml.pair("type", NewYaml.text("object")),
            NewYaml.pair(
                "properties",
                NewYaml.mapping(NewYaml.pair("field", string), NewYaml.pair(text, string))));
    return NewYaml.mapping(
        NewYaml.pair("type", NewYaml.text("array")),
        NewYaml.pair("description", NewYaml.text("What is wrong with each field.")),
        NewYaml.pair("items", item));
  }
}
