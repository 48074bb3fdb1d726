package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Clients are told to send JSON, and to send a form. */
@RuleInfo(
    id = "openapi/swagger-form-consumes-missing",
    title = "Form parameter without a form media type",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-operation-formData-consume-check",
      "vacuum:oas2-operation-formData-consume-check",
      "spectral:oas2-schema",
      "vacuum:oas2-schema"
    })
public final class SwaggerFormConsumesMissing extends OpenApiRule {

  private static final String FILES = "multipart/form-data";
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    if (!api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      return;
    }
    Optional<SwaggerBody.Part> form = form(SwaggerBody.of(operation, api));
    if (form.isEmpty() || Entries.isOpen(operation, api)) {
      return;
    }
    Optional<YamlNode> own = operation.find("consumes");
    Optional<YamlNode> all =
        api.entry().root().isPresent()
            ? api.entry().root().get().find("consumes")
            : Optional.empty();
    if (takesForms(own.isPresent() ? own : all)) {
      return;
    }
    boolean isFile = hasFile(operation, api);
    Finding finding =
        Finding.at(
            operation.anchor(),
            own.isPresent() ? operation.keyOf("consumes").orElse(operation.key()) : operation.key(),
            "%s has %s, but consumes no form: add %s",
            Operations.label(operation),
            form.get().label(),
            isFile ? FILES : FORM);
    context.report(finding.withFix(fix(operation, own, isFile ? FILES : FORM, api)));
  }

  private static Optional<SwaggerBody.Part> form(List<SwaggerBody.Part> parts) {
    for (SwaggerBody.Part part : parts) {
      if (part.isForm()) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }

  /** Whether a form can be sent, or may be. */
  private static boolean takesForms(Optional<YamlNode> consumes) {
    if (consumes.isEmpty()) {
      return false;
    }
    if (!(consumes.get() instanceof Sequence list)) {
      return true;
    }
    for (YamlNode item : list.items()) {
      String type = item instanceof Scalar scalar ? scalar.text().toLowerCase(Locale.ROOT) : FILES;
      if (type.startsWith("multipart/") || type.startsWith(FORM) || type.startsWith("*/")) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasFile(OpenApiObject operation, OpenApiDescription api) {
    return hasFile(operation.find("parameters"), api)
        || (operation.parent().isPresent()
            && hasFile(operation.parent().get().find("parameters"), api));
  }

  private static boolean hasFile(Optional<YamlNode> parameters, OpenApiDescription api) {
    if (parameters.isEmpty() || !(parameters.get() instanceof Sequence list)) {
      return false;
    }
    for (YamlNode item : list.items()) {
      Optional<Mapping> parameter = api.resolve(item);
      if (parameter.isPresent()
          && parameter.get().find("type").orElse(list) instanceof Scalar type
          && type.text().equals("file")) {
        return true;
      }
    }
    return false;
  }

  private static Fix fix(
      OpenApiObject operation, Optional<YamlNode> own, String type, OpenApiDescription api) {
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml item = NewYaml.text(type);
    Edit edit =
        own.isPresent() && own.get() instanceof Sequence list
            ? edits.addItem(list, item)
            : edits.addKey(operation.node(), "consumes", NewYaml.list(item));
    return Fix.unsafe("Consume " + type, edit)
        .declaring(
            ModelChange.of(
                ModelChange.Kind.ADD, file.name(), operation.anchor().child("consumes")));
  }
}
