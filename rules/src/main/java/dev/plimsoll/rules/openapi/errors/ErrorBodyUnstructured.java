package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
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
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text has no place for a code or for details: a client can only show it, or compare sentences. */
@RuleInfo(
    id = "openapi/error-body-unstructured",
    title = "Error body is bare text or a scalar",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE)
public final class ErrorBodyUnstructured extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<ErrorResponse> texts = new ArrayList<>();
    for (ErrorResponse response : ErrorSchemas.of(api).responses()) {
      if (isTextAmongJson(response, api)) {
        texts.add(response);
      }
    }
    List<Alike> faulty = ErrorSchemas.of(api).faulty(ErrorBodyUnstructured::isBare);
    if (faulty.isEmpty() && texts.isEmpty()) {
      return;
    }
    NewModel model = new NewModel(api);
    for (ErrorResponse response : texts) {
      report(response, model, api, context);
    }
    for (Alike alike : faulty) {
      report(alike, model, context);
    }
  }

  private static void report(Alike alike, NewModel model, RuleContext context) {
    ErrorSchema first = alike.first();
    Finding finding =
        NewCode.related(
            Finding.at(
                first.object().anchor(),
                place(first),
                "%s is %s, which has no place for a code",
                alike.label(),
                kind(first.shape())),
            alike);
    Optional<Fix> fix = model.fix(alike);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  private static boolean isBare(ErrorShape shape) {
    ErrorShape items = shape.items();
    return shape.isScalar()
        || (shape.isKnown() && shape.isList() && (items.isScalar() || items.isFreeForm()));
  }

  private static String kind(ErrorShape shape) {
    if (!shape.isScalar()) {
      return shape.items().isScalar() ? "a list of " + name(shape.items()) : "a list of anything";
    }
    return "a bare " + name(shape);
  }

  private static String name(ErrorShape shape) {
    return String.join(" or ", shape.types());
  }

  private static Slice place(ErrorSchema schema) {
    Optional<Scalar> type = schema.object().scalar("type");
    return type.isEmpty() ? schema.object().key() : type.get().slice();
  }

  /** Text alone where the operation answers JSON when it succeeds. */
  private static boolean isTextAmongJson(ErrorResponse response, OpenApiDescription api) {
    List<Body> bodies = Body.of(response.definition().node(), api);
    for (Body body : bodies) {
      if (!isText(body)) {
        return false;
      }
    }
    return !bodies.isEmpty() && isOfJson(response, api);
  }

  private static void report(
      ErrorResponse response, NewModel model, OpenApiDescription api, RuleContext context) {
    Body first = Body.of(response.definition().node(), api).get(0);
    Finding finding =
        Finding.at(
            response.definition().anchor().child("content"),
            first.key(),
            "the error is %s, which has no place for a code; the operation answers JSON otherwise",
            MediaTypes.essence(first.mediaType()));
    Optional<Fix> fix = model.json(response, first);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  private static boolean isText(Body body) {
    String type = MediaTypes.essence(body.mediaType());
    return type.equals("text/plain") || type.equals("text/html");
  }

  private static boolean isOfJson(ErrorResponse response, OpenApiDescription api) {
    for (ErrorResponse.Use use : response.uses()) {
      Optional<YamlNode> responses = use.operation().find("responses");
      if (responses.isPresent()
          && responses.get() instanceof Mapping mapping
          && hasJsonSuccess(mapping, api)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasJsonSuccess(Mapping responses, OpenApiDescription api) {
    for (Entry entry : responses.entries()) {
      if (entry.key() instanceof Scalar key && Statuses.isIn('2', key.text())) {
        Optional<Mapping> response = api.resolve(entry.value());
        if (response.isPresent()) {
          for (Body body : Body.of(response.get(), api)) {
            if (!body.mediaType().isEmpty() && body.isJson()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }
}
