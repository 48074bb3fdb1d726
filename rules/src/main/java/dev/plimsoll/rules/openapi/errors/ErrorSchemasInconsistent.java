package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A client needs as many handlers as there are shapes, and finds out by failing which one. */
@RuleInfo(
    id = "openapi/error-schemas-inconsistent",
    title = "Error responses have different shapes",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    options = ErrorSchemasInconsistent.Options.class)
public final class ErrorSchemasInconsistent extends OpenApiRule {

  private static final Set<String> COMMON_TYPES =
      Set.of("", "*/*", "application/*", "application/json", "application/problem+json");

  /** What the rule can be told. */
  public record Options(
      @Option(help = "names of schemas that may differ, beside those of OAuth and SCIM")
          List<String> allowedSchemas) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<String> allowed = context.options(Options.class).allowedSchemas();
    List<ErrorSchema> chosen = new ArrayList<>();
    for (ErrorSchema schema : ErrorSchemas.of(api).all()) {
      if (schema.shape().isKnown()
          && schema.shape().isObject()
          && !Internals.isThrowable(schema.shape())
          && !isAllowed(schema, allowed)) {
        chosen.add(schema);
      }
    }
    if (chosen.size() < 2) {
      return;
    }
    Families families = new Families(Alike.among(chosen));
    Optional<Families.Weighed> most = families.most();
    if (most.isEmpty() || Framework.of(most.get().alike().first().shape()).isPresent()) {
      return;
    }
    int weight = families.weight(most.get());
    for (Families.Weighed other : families.all()) {
      boolean isOwn = Framework.of(other.alike().first().shape()).isEmpty();
      if (isOwn && other.uses() < weight && !Families.areLike(most.get(), other)) {
        String share = weight + " of " + families.total();
        report(other, most.get(), share, api, context);
      }
    }
  }

  /** The errors of a standard, or bodies of a media type of their own. */
  private static boolean isAllowed(ErrorSchema schema, List<String> allowed) {
    ErrorShape shape = schema.shape();
    if (allowed.contains(schema.object().name())
        || (shape.has("error") && shape.has("error_description"))
        || shape.has("scimType")
        || shape.has("resourceType")) {
      return true;
    }
    for (ErrorUse use : schema.uses()) {
      if (COMMON_TYPES.contains(MediaTypes.essence(use.body().mediaType()))) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Families.Weighed other,
      Families.Weighed most,
      String share,
      OpenApiDescription api,
      RuleContext context) {
    ErrorSchema first = other.alike().first();
    ErrorSchema model = most.alike().first();
    Finding finding =
        Finding.at(
                first.object().anchor(),
                first.object().key(),
                "%s (%s) has another shape than %s error responses (%s)",
                other.alike().label(),
                first.listing(),
                share,
                model.listing())
            .related(model.object().key(), "the shape of most errors");
    Optional<Fix> fix = fix(other.alike(), model, api);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  /** Refers to the schema of most errors, where all of its uses are references. */
  private static Optional<Fix> fix(Alike alike, ErrorSchema model, OpenApiDescription api) {
    Optional<ErrorModel> found = new NewModel(api).model();
    boolean isProblem = ProblemMembers.isProblem(alike.first().shape());
    if ((isProblem && !ProblemMembers.isProblem(model.shape()))
        || found.isEmpty()
        || !found.get().reference().endsWith("/" + model.object().name())) {
      return Optional.empty();
    }
    NewYaml target = NewYaml.text(found.get().reference());
    YamlEdits edits = YamlEdits.of(api.entry().yaml(), api.entry().source());
    List<Edit> replacements = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (ErrorUse use : alike.first().uses()) {
      Optional<Scalar> reference = reference(use, alike.first(), api);
      if (reference.isEmpty()) {
        return Optional.empty();
      }
      replacements.add(edits.replace(reference.get(), target));
      changes.add(
          ModelChange.of(
              ModelChange.Kind.CHANGE,
              api.entry().name(),
              api.entry().anchor(reference.get().slice())));
    }
    String title = "Refer to " + model.object().name();
    return Optional.of(
        new Fix(title, Safety.UNSAFE, replacements, List.of(), changes, NewMember.RAISED));
  }

  /** The reference by which a body has a schema, if it stands in the entry document. */
  private static Optional<Scalar> reference(
      ErrorUse use, ErrorSchema schema, OpenApiDescription api) {
    YamlNode body = use.body().schema().orElseThrow();
    Optional<Mapping> resolved = api.resolve(body);
    if (!(body instanceof Mapping mapping)
        || mapping.find("$ref").isEmpty()
        || !(mapping.find("$ref").get() instanceof Scalar target)
        || api.file(target.slice()) != api.entry()
        || resolved.isEmpty()
        || !resolved.get().slice().place().equals(schema.object().node().slice().place())) {
      return Optional.empty();
    }
    return Optional.of(target);
  }
}
