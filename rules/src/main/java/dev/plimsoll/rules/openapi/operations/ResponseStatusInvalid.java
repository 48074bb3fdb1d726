package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** No response has such a status: what stands there is said about none. */
@RuleInfo(
    id = "openapi/response-status-invalid",
    title = "Response key is not a status",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.SAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101",
      "zally:150"
    })
public final class ResponseStatusInvalid extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.RESPONSES);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    OpenApiVersion version = api.version().orElseThrow();
    for (YamlNode.Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && !Status.isValid(key.text(), version)
          && !key.text().startsWith("x-")
          && !key.text().equals("<<")
          && !key.text().equals("$ref")) {
        report(key, entry, object, api, context);
      }
    }
  }

  private static void report(
      Scalar key,
      YamlNode.Entry entry,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    Optional<String> meant = meant(key.text(), api.version().orElseThrow());
    boolean isRange = Status.isRange(key.text().toUpperCase(Locale.ROOT)) && meant.isEmpty();
    Finding finding =
        Finding.at(
            object.anchor().child(key.text().replace('/', '|')),
            key.slice(),
            isRange
                ? "%s is a range of statuses, which OpenAPI 2.0 does not know%s"
                : "%s is neither a status from 100 to 599 nor default%s",
            key.text().isEmpty() ? key.slice().text() : key.text(),
            meant.isPresent() ? ": write " + meant.get() : "");
    if (meant.isPresent()) {
      finding = finding.withFix(renaming(entry, meant.get(), object, api));
    }
    context.report(finding);
  }

  /** What differs from it in its letters only. */
  private static Optional<String> meant(String key, OpenApiVersion version) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.equals("default")) {
      return Optional.of(lower);
    }
    String upper = key.toUpperCase(Locale.ROOT);
    return Status.isValid(upper, version) ? Optional.of(upper) : Optional.empty();
  }

  private static Fix renaming(
      YamlNode.Entry entry, String name, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    String old = entry.key() instanceof Scalar key ? key.text() : "";
    return Fix.unsafe(
            "Write " + name,
            YamlEdits.of(file.yaml(), file.source()).renameKey(object.node(), entry, name))
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), object.anchor().child(old)))
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), object.anchor().child(name)));
  }
}
