package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Whoever copies the example, or a mock that sends it, says two statuses at once. */
@RuleInfo(
    id = "openapi/error-example-status-mismatch",
    title = "Error example shows the status of another response",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class ErrorExampleStatusMismatch extends OpenApiRule {

  private static final Set<String> STATUSES =
      Set.of("status", "statuscode", "httpstatus", "httpstatuscode", "httpcode", "code");
  private static final Set<String> WRAPPERS = Set.of("error", "errors");

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    for (ErrorResponse response : ErrorSchemas.of(api).responses()) {
      for (Mapping example : examples(response, api)) {
        judge(example, example, response, api, context);
      }
    }
  }

  /** Those that are written in a response. */
  private static List<Mapping> examples(ErrorResponse response, OpenApiDescription api) {
    List<Mapping> found = new ArrayList<>();
    for (Body body : Body.of(response.definition().node(), api)) {
      add(body.node().find("example"), found);
      boolean isSwagger = body.mediaType().isEmpty();
      if (body.node().find("examples").isPresent()
          && body.node().find("examples").get() instanceof Mapping examples) {
        for (Entry entry : examples.entries()) {
          boolean isNamed = !isSwagger && entry.value() instanceof Mapping;
          add(
              isNamed ? ((Mapping) entry.value()).find("value") : Optional.of(entry.value()),
              found);
        }
      }
      if (body.schema().isPresent() && body.schema().get() instanceof Mapping schema) {
        add(schema.find("example"), found);
      }
    }
    return found;
  }

  private static void add(Optional<YamlNode> example, List<Mapping> found) {
    if (example.isPresent() && example.get() instanceof Mapping mapping) {
      found.add(mapping);
    }
  }

  private static void judge(
      Mapping node,
      Mapping example,
      ErrorResponse response,
      OpenApiDescription api,
      RuleContext context) {
    for (Entry entry : node.entries()) {
      if (!(entry.key() instanceof Scalar key)) {
        continue;
      }
      String name = ErrorMembers.plain(key.text());
      if (WRAPPERS.contains(name)) {
        List<YamlNode> inner =
            entry.value() instanceof Sequence list ? list.items() : List.of(entry.value());
        for (YamlNode each : inner) {
          if (each instanceof Mapping mapping && node.slice().equals(example.slice())) {
            judge(mapping, example, response, api, context);
          }
        }
      } else if (STATUSES.contains(name)
          && entry.value() instanceof Scalar value
          && isOther(value, name.equals("code"), response)) {
        report(key, value, example, response, api, context);
      }
    }
  }

  /** Whether it is a status, and none that the response is used for. */
  private static boolean isOther(Scalar value, boolean isCode, ErrorResponse response) {
    boolean isStatus =
        isCode
            ? ErrorMembers.isErrorStatus(value.text())
                && CoreSchema.type(value) == CoreSchema.Type.INTEGER
            : Statuses.isError(value.text()) || Statuses.isSuccess(value.text());
    if (!isStatus || value.text().toLowerCase(Locale.ROOT).contains("x")) {
      return false;
    }
    for (String status : response.statuses().keySet()) {
      if (status.equals("default")
          || status.equals(value.text())
          || (!ErrorMembers.isErrorStatus(status) && status.charAt(0) == value.text().charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static void report(
      Scalar key,
      Scalar value,
      Mapping example,
      ErrorResponse response,
      OpenApiDescription api,
      RuleContext context) {
    List<String> statuses = List.copyOf(response.statuses().keySet());
    OpenApiFile file = api.file(value.slice());
    Anchor anchor = file.anchor(value.slice());
    Finding finding =
        Finding.at(
            anchor,
            value.slice(),
            "%s is %s in an example of the %s response",
            key.text(),
            value.text(),
            String.join(", ", statuses));
    boolean isAlone = statuses.size() == 1 && ErrorMembers.isErrorStatus(statuses.get(0));
    if (isAlone && !speaksOf(value.text(), example)) {
      NewYaml status =
          CoreSchema.type(value) == CoreSchema.Type.INTEGER
              ? NewYaml.plain(statuses.get(0))
              : NewYaml.text(statuses.get(0));
      Edit edit = YamlEdits.of(file.yaml(), file.source()).replace(value, status);
      finding = finding.withFix(Fix.unsafe("Say " + statuses.get(0), edit).changing(anchor));
    }
    context.report(finding);
  }

  /** Whether an example names a status by its number twice, or by its words. */
  private static boolean speaksOf(String status, Mapping example) {
    String text = example.slice().text();
    int first = text.indexOf(status);
    String phrase = Phrases.of(status);
    return text.indexOf(status, first + 1) >= 0
        || phrase.isEmpty()
        || ErrorMembers.plain(text).contains(ErrorMembers.plain(phrase));
  }
}
