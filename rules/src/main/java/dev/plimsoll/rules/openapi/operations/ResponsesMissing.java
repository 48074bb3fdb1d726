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
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;

/** A client cannot tell what it gets, nor whether the call went well. */
@RuleInfo(
    id = "openapi/responses-missing",
    title = "Operation has no responses",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class ResponsesMissing extends OpenApiRule {

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> responses = operation.find("responses");
    if (responses.isEmpty()) {
      if (!api.version().orElseThrow().hasJsonSchema() && !Entries.isOpen(operation, api)) {
        Finding finding =
            Finding.at(
                operation.anchor(),
                operation.key(),
                "%s has no responses",
                Operations.label(operation));
        context.report(finding.withFix(fix(operation, Optional.empty(), api)));
      }
    } else if (responses.get() instanceof Mapping none && isEmpty(none, api)) {
      Finding finding =
          Finding.at(
              operation.anchor().child("responses"),
              operation.keyOf("responses").orElse(operation.key()),
              "%s lists no response",
              Operations.label(operation));
      context.report(finding.withFix(fix(operation, Optional.of(none), api)));
    }
  }

  private static boolean isEmpty(Mapping responses, OpenApiDescription api) {
    for (YamlNode.Entry entry : responses.entries()) {
      if (!(entry.key() instanceof YamlNode.Scalar key && key.text().startsWith("x-"))) {
        return false;
      }
    }
    return !Entries.isOpen(responses, api);
  }

  private static Fix fix(OpenApiObject operation, Optional<Mapping> empty, OpenApiDescription api) {
    OpenApiFile file = api.file(operation);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml.Pair success = Operations.success(operation);
    Anchor anchor = operation.anchor().child("responses");
    Edit edit =
        empty.isPresent()
            ? edits.addKey(empty.get(), success.key(), success.value())
            : edits.addKey(operation.node(), "responses", NewYaml.mapping(success));
    return Fix.unsafe("Answer " + success.key(), edit)
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor))
        .mayTrigger("openapi/*");
  }
}
