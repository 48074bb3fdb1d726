package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
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
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Set;

/** A client knows how a call fails, and not what it gets when it works. */
@RuleInfo(
    id = "openapi/success-response-missing",
    title = "Operation documents no success",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-success-response",
      "vacuum:operation-success-response",
      "redocly:operation-2xx-response"
    },
    options = SuccessResponseMissing.Options.class)
public final class SuccessResponseMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "whether a default response stands for success, too", byDefault = "false")
          boolean acceptDefault) {}

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.RESPONSES);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.parent().isEmpty()
        || !documentsNoSuccess(object, api.version().orElseThrow(), context)
        || Entries.isOpen(object, api)) {
      return;
    }
    OpenApiObject operation = object.parent().get();
    if (object.find("410").isPresent() && operation.text("deprecated").equals("true")) {
      return; // it is gone, and that is all it answers
    }
    Slice place = operation.keyOf("responses").orElse(object.key());
    OpenApiFile file = api.file(object);
    NewYaml.Pair success = Operations.success(operation);
    context.report(
        Finding.at(
                object.anchor(),
                place,
                "%s documents no success%s",
                Operations.label(operation),
                object.find("default").isPresent() ? ", unless default is meant for it" : "")
            .withFix(
                Fix.unsafe(
                        "Answer " + success.key(),
                        YamlEdits.of(file.yaml(), file.source())
                            .addKey(object.node(), success.key(), success.value()))
                    .declaring(
                        ModelChange.of(
                            ModelChange.Kind.ADD,
                            file.name(),
                            object.anchor().child(success.key())))
                    .mayTrigger("openapi/*")));
  }

  /** Whether there are responses, and each is one of failure. */
  private static boolean documentsNoSuccess(
      OpenApiObject object, OpenApiVersion version, RuleContext context) {
    boolean documents = false;
    for (YamlNode.Entry entry : object.node().entries()) {
      String key = entry.key() instanceof Scalar scalar ? scalar.text() : "";
      if (!key.startsWith("x-")) {
        if (Status.isSuccess(key)
            || !Status.isValid(key, version)
            || (key.equals("default") && context.options(Options.class).acceptDefault())) {
          return false;
        }
        documents = true;
      }
    }
    return documents;
  }
}
