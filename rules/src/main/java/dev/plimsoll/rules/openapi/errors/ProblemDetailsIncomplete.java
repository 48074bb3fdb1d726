package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Libraries that read problem details look for members of these names and types. */
@RuleInfo(
    id = "openapi/problem-details-incomplete",
    title = "Problem details member is missing or mistyped",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"redocly:operation-4xx-problem-details-rfc7807", "zally:176", "zally:151"},
    options = ProblemDetailsIncomplete.Options.class)
public final class ProblemDetailsIncomplete extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "members that have to be there",
              byDefault = {"type", "title", "status", "detail", "instance"})
          List<String> members) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<ErrorSchema> problems = new ArrayList<>();
    for (ErrorSchema schema : ErrorSchemas.of(api).all()) {
      if (schema.shape().isKnown() && schema.shape().isObject() && isProblem(schema)) {
        problems.add(schema);
      }
    }
    if (problems.isEmpty()) {
      return;
    }
    List<String> members = context.options(Options.class).members();
    for (Alike alike : Alike.among(problems)) {
      missing(alike, members, api, context);
    }
    Set<Scalar> seen = new HashSet<>();
    for (ErrorSchema schema : problems) {
      for (String member : ProblemMembers.ALL) {
        if (schema.shape().has(member) && seen.add(schema.shape().key(member))) {
          mistyped(schema, member, api, context);
        }
      }
    }
  }

  private static boolean isProblem(ErrorSchema schema) {
    for (ErrorUse use : schema.uses()) {
      if (use.body().isProblemJson()) {
        return true;
      }
    }
    return false;
  }

  private static void missing(
      Alike alike, List<String> members, OpenApiDescription api, RuleContext context) {
    ErrorSchema first = alike.first();
    List<String> missing = new ArrayList<>(members);
    missing.removeAll(first.shape().names());
    if (missing.isEmpty()) {
      return;
    }
    Finding finding =
        NewCode.related(
            Finding.at(
                first.object().anchor(),
                first.object().key(),
                "%s is application/problem+json and lacks %s",
                alike.label(),
                String.join(", ", missing)),
            alike);
    NewMember member = new NewMember(alike, api);
    boolean isWrapped = !member.shape().names().equals(first.shape().names());
    Optional<Fix> fix =
        isWrapped ? Optional.empty() : member.addingAll(missing, ProblemMembers::schema);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  private static void mistyped(
      ErrorSchema schema, String member, OpenApiDescription api, RuleContext context) {
    String expected = ProblemMembers.type(member);
    Set<String> types = schema.shape().of(member).types();
    if (types.isEmpty() || types.equals(Set.of(expected))) {
      return;
    }
    Optional<YamlNode> type =
        schema.shape().schema(member) instanceof Mapping mapping
            ? mapping.find("type")
            : Optional.empty();
    Scalar key = schema.shape().key(member);
    YamlNode place = type.isPresent() ? type.get() : key;
    OpenApiFile file = api.file(place.slice());
    Finding finding =
        Finding.at(
            file.anchor(place.slice()),
            place.slice(),
            "%s is of type %s, and of type %s in problem details",
            member,
            String.join(" or ", types),
            expected);
    if (place instanceof Scalar scalar
        && type.isPresent()
        && isPlain((Mapping) schema.shape().schema(member))) {
      finding = finding.withFix(retyping(scalar, expected, file));
    }
    context.report(finding);
  }

  private static Fix retyping(Scalar type, String expected, OpenApiFile file) {
    Edit edit = YamlEdits.of(file.yaml(), file.source()).replace(type, NewYaml.text(expected));
    return Fix.unsafe("Make it " + expected, edit).changing(file.anchor(type.slice()));
  }

  /** Whether nothing but its type would have to change. */
  private static boolean isPlain(Mapping schema) {
    for (YamlNode.Entry entry : schema.entries()) {
      if (!(entry.key() instanceof Scalar key)
          || !Set.of("type", "description", "title", "nullable").contains(key.text())) {
        return false;
      }
    }
    return true;
  }
}
