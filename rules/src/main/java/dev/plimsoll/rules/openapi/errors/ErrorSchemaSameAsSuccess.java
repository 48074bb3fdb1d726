package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.Reference;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** It tells nothing of the error; as a rule a generator took it from the type of the method. */
@RuleInfo(
    id = "openapi/error-schema-same-as-success",
    title = "Error response has the schema of the success",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE)
public final class ErrorSchemaSameAsSuccess extends OpenApiRule {

  /** May show the resource as it is, or how the server fares. */
  private static final Set<String> MAY_SHOW = Set.of("409", "410", "412", "503");

  private static final Set<String> OF_ERRORS =
      Set.of(
          "message",
          "messages",
          "msg",
          "error",
          "errors",
          "errorcode",
          "errormessage",
          "fault",
          "problem",
          "success",
          "ok");

  /** A body of an error, and the reference by which it has its schema. */
  private record Same(ErrorResponse response, Scalar reference) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Map<String, List<Same>> bySchema = new LinkedHashMap<>();
    for (ErrorResponse response : ErrorSchemas.of(api).responses()) {
      for (Body body : Body.of(response.definition().node(), api)) {
        Optional<Scalar> reference =
            body.schema().isEmpty() ? Optional.empty() : Reference.target(body.schema().get());
        if (reference.isPresent() && isSame(response, reference.get().text(), api)) {
          bySchema
              .computeIfAbsent(reference.get().text(), key -> new ArrayList<>())
              .add(new Same(response, reference.get()));
        }
      }
    }
    for (List<Same> same : bySchema.values()) {
      if (!isOfErrors(same.get(0), api)) {
        report(same, api, context);
      }
    }
  }

  /** Whether each operation that answers so answers its successes with the same schema. */
  private static boolean isSame(ErrorResponse response, String schema, OpenApiDescription api) {
    for (ErrorResponse.Use use : response.uses()) {
      boolean mayShow =
          MAY_SHOW.contains(use.status())
              || (use.status().equals("default")
                  && !Statuses.speaksOfFailure(response.definition().text("description")));
      if (mayShow || !succeedsWith(use, schema, api)) {
        return false;
      }
    }
    return true;
  }

  private static boolean succeedsWith(
      ErrorResponse.Use use, String schema, OpenApiDescription api) {
    if (!(use.operation().find("responses").orElse(use.operation().node())
        instanceof Mapping responses)) {
      return false;
    }
    for (Entry entry : responses.entries()) {
      Optional<Mapping> response =
          entry.key() instanceof Scalar key && Statuses.isIn('2', key.text())
              ? api.resolve(entry.value())
              : Optional.empty();
      if (response.isPresent()) {
        for (Body body : Body.of(response.get(), api)) {
          if (body.schema().isPresent()
              && ErrorModel.reference(body.schema().get()).equals(schema)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Whether a schema can tell of an error too, or cannot be seen. */
  private static boolean isOfErrors(Same same, OpenApiDescription api) {
    String target = same.reference().text();
    if (Statuses.speaksOfFailure(target.substring(target.lastIndexOf('/') + 1))) {
      return true;
    }
    for (Body body : Body.of(same.response().definition().node(), api)) {
      if (body.schema().isPresent()
          && ErrorModel.reference(body.schema().get()).equals(same.reference().text())) {
        ErrorShape shape = ErrorShape.of(body.schema().get(), api);
        if (!shape.isKnown() || !shape.isObject()) {
          return true;
        }
        for (String name : shape.names()) {
          if (OF_ERRORS.contains(ErrorMembers.plain(name))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void report(List<Same> same, OpenApiDescription api, RuleContext context) {
    Same first = same.get(0);
    String target = first.reference().text();
    String name = target.substring(target.lastIndexOf('/') + 1);
    Finding finding =
        Finding.at(
            api.file(first.reference().slice()).anchor(first.reference().slice()),
            first.reference().slice(),
            "%s is what the operation answers when it succeeds, and tells nothing of an error%s",
            name,
            ErrorMediaTypeMismatch.others(same.size() - 1));
    Optional<ErrorModel> model = new NewModel(api).model();
    if (model.isPresent() && !model.get().reference().equals(target)) {
      finding = finding.withFix(fix(same, model.get(), api));
    }
    context.report(finding);
  }

  private static Fix fix(List<Same> same, ErrorModel model, OpenApiDescription api) {
    YamlEdits edits = YamlEdits.of(api.entry().yaml(), api.entry().source());
    List<Edit> replacements = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (Same each : same) {
      boolean isOwn = api.file(each.reference().slice()) == api.entry();
      replacements.add(
          isOwn
              ? edits.replace(each.reference(), NewYaml.text(model.reference()))
              : new Edit.Impossible("the model is another file's"));
      changes.add(
          ModelChange.of(
              ModelChange.Kind.CHANGE,
              api.entry().name(),
              api.entry().anchor(each.reference().slice())));
    }
    String title = "Refer to " + model.reference();
    return new Fix(title, Safety.UNSAFE, replacements, List.of(), changes, NewMember.RAISED);
  }
}
