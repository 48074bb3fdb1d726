package dev.plimsoll.rules.openapi.naming;

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
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Anchor;
import java.util.Optional;
import java.util.Set;

/** All versions before 3.2 ask for it, and tools refuse a document without it. */
@RuleInfo(
    id = "openapi/response-description-missing",
    title = "Response has no description",
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
    },
    options = ResponseDescriptionMissing.Options.class)
public final class ResponseDescriptionMissing extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "whether a description without any text is reported, too", byDefault = "false")
          boolean blank) {}

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.RESPONSE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> description = object.find("description");
    if (description.isEmpty()) {
      if (api.version().orElseThrow() != OpenApiVersion.V3_2 && !Entries.isOpen(object, api)) {
        Finding finding =
            Finding.at(
                object.anchor(), object.key(), "the response %s has no description", object.name());
        report(finding, ModelChange.Kind.ADD, object, api, context);
      }
    } else if (description.get() instanceof Scalar text
        && text.text().isBlank()
        && CoreSchema.type(text) == CoreSchema.Type.TEXT
        && context.options(Options.class).blank()) {
      Finding finding =
          Finding.at(
              object.anchor().child("description"),
              text.slice(),
              "the description of the response %s says nothing",
              object.name());
      report(finding, ModelChange.Kind.CHANGE, object, api, context);
    }
  }

  /** With the fix to call it by its reason phrase, where it has one. */
  private static void report(
      Finding finding,
      ModelChange.Kind kind,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    Optional<String> phrase =
        object.name().equals("default") ? ofDefault(object) : ReasonPhrases.of(object.name());
    if (phrase.isEmpty()) {
      context.report(finding);
      return;
    }
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    NewYaml text = NewYaml.text(phrase.get());
    Anchor anchor = object.anchor().child("description");
    context.report(
        finding.withFix(
            Fix.unsafe(
                    "Describe it as " + phrase.get(),
                    kind == ModelChange.Kind.ADD
                        ? edits.addFirstKey(object.node(), "description", text)
                        : edits.replace(object.find("description").orElseThrow(), text))
                .declaring(ModelChange.of(kind, file.name(), anchor))));
  }

  /** Beside one for success, it stands for all that may go wrong. */
  private static Optional<String> ofDefault(OpenApiObject object) {
    Optional<OpenApiObject> responses = object.parent();
    if (responses.isPresent() && responses.get().kind() == ObjectKind.RESPONSES) {
      for (YamlNode.Entry entry : responses.get().node().entries()) {
        if (entry.key() instanceof Scalar key && key.text().startsWith("2")) {
          return Optional.of("Unexpected error");
        }
      }
    }
    return Optional.empty();
  }
}
