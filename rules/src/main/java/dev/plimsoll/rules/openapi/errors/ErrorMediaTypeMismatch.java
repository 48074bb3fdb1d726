package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** By the media type alone a client can tell problem details from any other JSON. */
@RuleInfo(
    id = "openapi/error-media-type-mismatch",
    title = "Problem details have another media type",
    severity = Severity.INFO,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"redocly:operation-4xx-problem-details-rfc7807", "zally:176"})
public final class ErrorMediaTypeMismatch extends OpenApiRule {

  private static final String PROBLEM = "application/problem+json";
  private static final Set<String> COMMON = Set.of("application/json", "*/*", "application/*");

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    for (Alike alike : ErrorSchemas.of(api).faulty(ProblemMembers::isProblem)) {
      List<ErrorUse> uses = new ArrayList<>();
      for (ErrorSchema schema : alike.schemas()) {
        for (ErrorUse use : schema.uses()) {
          if (COMMON.contains(MediaTypes.essence(use.body().mediaType()))
              && !offersProblem(use.response(), api)) {
            uses.add(use);
          }
        }
      }
      if (!uses.isEmpty()) {
        report(alike, uses, api, context);
      }
    }
  }

  private static boolean offersProblem(ErrorResponse response, OpenApiDescription api) {
    for (Body body : Body.of(response.definition().node(), api)) {
      if (MediaTypes.essence(body.mediaType()).startsWith("application/problem+")) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Alike alike, List<ErrorUse> uses, OpenApiDescription api, RuleContext context) {
    ErrorUse first = uses.get(0);
    ErrorSchema schema = alike.first();
    Finding finding =
        Finding.at(
            first.response().definition().anchor().child("content"),
            first.body().key(),
            "%s has the members of problem details: call its media type %s%s",
            schema.label(),
            PROBLEM,
            others(uses.size() - 1));
    if (schema.isShared()) {
      finding = finding.related(schema.object().key(), "%s", schema.object().name());
    }
    Optional<Fix> fix = fix(uses, api);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  static String others(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> ", here and in 1 other response";
      default -> ", here and in " + count + " other responses";
    };
  }

  private static Optional<Fix> fix(List<ErrorUse> uses, OpenApiDescription api) {
    List<Edit> edits = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (ErrorUse use : uses) {
      OpenApiObject response = use.response().definition();
      OpenApiFile file = api.file(response);
      Anchor content = response.anchor().child("content");
      if (!(response.find("content").orElse(response.node()) instanceof Mapping mapping)) {
        return Optional.empty();
      }
      for (Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key && key.slice().equals(use.body().key())) {
          edits.add(YamlEdits.of(file.yaml(), file.source()).renameKey(mapping, entry, PROBLEM));
          changes.add(change(ModelChange.Kind.REMOVE, file, content, key.text()));
          changes.add(change(ModelChange.Kind.ADD, file, content, PROBLEM));
        }
      }
    }
    return edits.size() < uses.size()
        ? Optional.empty()
        : Optional.of(
            new Fix(
                "Call it " + PROBLEM,
                Safety.UNSAFE,
                edits,
                List.of(),
                changes,
                List.of("openapi/problem-details-incomplete")));
  }

  private static ModelChange change(
      ModelChange.Kind kind, OpenApiFile file, Anchor content, String type) {
    return ModelChange.of(kind, file.name(), content.child(type.replace('/', '|')));
  }
}
