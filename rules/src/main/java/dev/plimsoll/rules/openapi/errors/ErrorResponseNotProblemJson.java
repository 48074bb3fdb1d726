package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** A client that reads problem details must know two kinds of errors where some are of another. */
@RuleInfo(
    id = "openapi/error-response-not-problem-json",
    title = "Error response is not application/problem+json",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"redocly:operation-4xx-problem-details-rfc7807", "zally:176", "zally:151"},
    options = ErrorResponseNotProblemJson.Options.class)
public final class ErrorResponseNotProblemJson extends OpenApiRule {

  private static final String PROBLEM_JSON = "application/problem+json";

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "whether errors are to be problem details though none is yet",
              byDefault = "false")
          boolean always) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    boolean always = context.options(Options.class).always();
    Missing missing = Missing.of(api, context);
    if (!always && !isUsed(missing, api)) {
      return;
    }
    for (ErrorResponse response : missing.errors()) {
      List<Body> bodies = Body.of(response.definition().node(), api);
      if (!hasProblem(bodies)) {
        for (Body body : bodies) {
          if (isOwnJson(body) && !isProblem(body, api)) {
            report(body, response, always, missing, api, context);
          }
        }
      }
    }
  }

  private static boolean isUsed(Missing missing, OpenApiDescription api) {
    for (ErrorResponse response : missing.errors()) {
      if (hasProblem(Body.of(response.definition().node(), api))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasProblem(List<Body> bodies) {
    for (Body body : bodies) {
      if (body.isProblemJson()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is JSON of a form that no other standard fixes. */
  private static boolean isOwnJson(Body body) {
    String type = MediaTypes.essence(body.mediaType());
    return !type.isEmpty()
        && body.isJson()
        && !type.equals("application/vnd.api+json")
        && !type.equals("application/scim+json")
        && !type.equals("application/fhir+json");
  }

  /** Whether it has what problem details have: then but its media type is wrong. */
  private static boolean isProblem(Body body, OpenApiDescription api) {
    if (body.schema().isEmpty()) {
      return true; // another rule says that
    }
    ErrorShape shape = ErrorShape.of(body.schema().get(), api);
    return !shape.isKnown()
        || (ProblemMembers.isProblem(shape)
            && MediaTypes.essence(body.mediaType()).equals("application/json"));
  }

  private static void report(
      Body body,
      ErrorResponse response,
      boolean always,
      Missing missing,
      OpenApiDescription api,
      RuleContext context) {
    OpenApiObject definition = response.definition();
    Finding finding =
        Finding.at(
            anchor(definition, body.mediaType()),
            body.key(),
            "%s is %s, %s",
            definition.name(),
            body.mediaType(),
            always ? "not " + PROBLEM_JSON : "while other errors are " + PROBLEM_JSON);
    Optional<ErrorModel> model = missing.writer().model();
    if (model.isPresent()
        && model.get().mediaType().equals(PROBLEM_JSON)
        && api.file(definition) == api.entry()) {
      context.report(finding.withFix(fix(body, definition, model.get(), api)));
    } else {
      context.report(finding);
    }
  }

  private static Anchor anchor(OpenApiObject response, String mediaType) {
    return response.anchor().child("content").child(mediaType.replace('/', '|'));
  }

  /** Names the media type, and refers to the schema of the problems where another is. */
  private static Fix fix(
      Body body, OpenApiObject response, ErrorModel model, OpenApiDescription api) {
    OpenApiFile file = api.entry();
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Edit renaming = new Edit.Impossible("the content is not written in place");
    if (response.find("content").orElse(response.node()) instanceof Mapping content) {
      for (Entry entry : content.entries()) {
        if (entry.key() instanceof Scalar key && key.slice().equals(body.key())) {
          renaming = edits.renameKey(content, entry, PROBLEM_JSON);
        }
      }
    }
    Edit referring = new Edit.Impossible("the schema is written out");
    if (body.schema().orElse(body.node()) instanceof Mapping schema
        && schema.find("$ref").isPresent()) {
      referring = edits.replace(schema.find("$ref").get(), NewYaml.text(model.reference()));
    }
    return Fix.unsafe("Answer problem details", renaming, referring)
        .declaring(
            ModelChange.of(
                ModelChange.Kind.REMOVE, file.name(), anchor(response, body.mediaType())))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor(response, PROBLEM_JSON)))
        .mayTrigger("openapi/unused-component");
  }
}
