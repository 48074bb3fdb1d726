package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;

/** Without it a client can tell that something went wrong, and not what. */
@RuleInfo(
    id = "openapi/error-response-without-schema",
    title = "Error response says nothing about its body",
    severity = Severity.WARNING,
    category = Category.RELIABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "redocly:operation-4xx-problem-details-rfc7807",
      "vacuum:owasp-define-error-responses-401",
      "vacuum:owasp-define-error-responses-500",
      "vacuum:owasp-define-error-responses-429",
      "owasp:api8:2023-define-error-responses-401",
      "owasp:api8:2023-define-error-responses-500",
      "owasp:api4:2023-rate-limit-responses-429"
    })
public final class ErrorResponseWithoutSchema extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Missing missing = Missing.of(api, context);
    for (ErrorResponse response : missing.errors()) {
      Mapping node = response.definition().node();
      if (response.hasBody() && node.find("<<").isEmpty() && !isCut(response, api)) {
        check(response, missing, context, api);
      }
    }
  }

  private static boolean isCut(ErrorResponse response, OpenApiDescription api) {
    return api.file(response.definition()).yaml().isCut(response.definition().node());
  }

  private static void check(
      ErrorResponse response, Missing missing, RuleContext context, OpenApiDescription api) {
    Mapping node = response.definition().node();
    Optional<YamlNode> content = node.find("content");
    List<Body> bodies = Body.of(node, api);
    if (content.isPresent() && !Body.areAllKnown(content.get(), bodies)) {
      return;
    }
    if (bodies.isEmpty()) {
      Finding finding =
          Finding.at(
                  response.definition().anchor(),
                  response.definition().key(),
                  "%s says nothing about its body",
                  response.definition().name())
              .confidence(isChallenge(response) ? Confidence.LOW : Confidence.HIGH);
      Optional<Fix> fix = missing.writer().describingBody(response);
      context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
      return;
    }
    for (Body body : bodies) {
      if (isBare(body) && (body.isJson() || !isSaidBeside(bodies)) && !body.isText()) {
        report(body, response, missing, context);
      }
    }
  }

  /** Whether it is a 401 whose header says all that a client needs (RFC 9110, section 11.6.1). */
  private static boolean isChallenge(ErrorResponse response) {
    Optional<YamlNode> headers = response.definition().find("headers");
    if (headers.isEmpty()
        || !(headers.get() instanceof Mapping mapping)
        || !response.isOnly("401")) {
      return false;
    }
    for (Entry entry : mapping.entries()) {
      if (entry.key() instanceof Scalar name && name.text().equalsIgnoreCase("WWW-Authenticate")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBare(Body body) {
    return body.schema().isEmpty()
        && body.node().find("itemSchema").isEmpty()
        && body.node().find("<<").isEmpty();
  }

  private static boolean isSaidBeside(List<Body> bodies) {
    for (Body body : bodies) {
      if (!isBare(body)) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Body body, ErrorResponse response, Missing missing, RuleContext context) {
    Anchor anchor =
        response.definition().anchor().child("content").child(body.mediaType().replace('/', '|'));
    Finding finding =
        Finding.at(
            anchor,
            body.key(),
            "%s of %s has no schema",
            body.mediaType(),
            response.definition().name());
    Optional<Fix> fix = missing.writer().describingBody(body, anchor);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }
}
