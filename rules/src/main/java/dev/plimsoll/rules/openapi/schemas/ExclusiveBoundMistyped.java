package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.CoreNumbers;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.math.BigDecimal;
import java.util.Optional;

/** Validators of the version refuse the bound or leave it out. */
@RuleInfo(
    id = "openapi/exclusive-bound-mistyped",
    title = "Exclusive bound has the form of another version",
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
public final class ExclusiveBoundMistyped extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && key.text().startsWith("exclusiveM")
          && entry.value() instanceof Scalar value) {
        if (key.text().equals("exclusiveMinimum")) {
          bound(entry, value, "minimum", object, api, context);
        } else if (key.text().equals("exclusiveMaximum")) {
          bound(entry, value, "maximum", object, api, context);
        }
      }
    }
  }

  private static void bound(
      Entry entry,
      Scalar value,
      String bound,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    CoreSchema.Type type = CoreSchema.type(value);
    boolean isTruth = type == CoreSchema.Type.BOOLEAN;
    boolean isNumber = type == CoreSchema.Type.INTEGER || CoreNumbers.of(value).isPresent();
    boolean takesNumber = api.version().orElseThrow().hasJsonSchema();
    if (takesNumber ? !isTruth : !isNumber) {
      return;
    }
    String exclusive = "exclusive" + (bound.equals("minimum") ? "Minimum" : "Maximum");
    Anchor anchor = object.anchor().child(exclusive);
    Finding finding =
        takesNumber
            ? Finding.at(
                anchor,
                value.slice(),
                "OpenAPI %s takes a number for %s, not %s",
                api.version().orElseThrow().id(),
                exclusive,
                value.text())
            : Finding.at(
                anchor,
                value.slice(),
                "OpenAPI %s takes true or false for %s: put the number %s in %s",
                api.version().orElseThrow().id(),
                exclusive,
                value.text(),
                bound);
    Optional<Fix> fix =
        takesNumber
            ? toNumber(entry, value, bound, object, api)
            : toTruth(entry, value, bound, object, api);
    context.report(fix.isPresent() ? finding.withFix(fix.get()) : finding);
  }

  private static Optional<Fix> toNumber(
      Entry entry, Scalar value, String bound, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<Entry> inclusive = object.node().entry(bound);
    String name = entry.key() instanceof Scalar key ? key.text() : "";
    Anchor anchor = object.anchor().child(name);
    if (value.text().equalsIgnoreCase("false")) {
      return Optional.of(
          Fix.unsafe("Remove " + name, edits.removeEntry(object.node(), entry))
              .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)));
    }
    if (inclusive.isEmpty() || CoreNumbers.of(inclusive.get().value()).isEmpty()) {
      return Optional.empty();
    }
    String number = inclusive.get().value().slice().text();
    return Optional.of(
        Fix.unsafe(
                "Make " + name + " " + number,
                edits.replaceValue(entry, NewYaml.plain(number)),
                edits.removeEntry(object.node(), inclusive.get()))
            .changing(anchor)
            .declaring(
                ModelChange.of(
                    ModelChange.Kind.REMOVE, file.name(), object.anchor().child(bound))));
  }

  private static Optional<Fix> toTruth(
      Entry entry, Scalar value, String bound, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    String name = entry.key() instanceof Scalar key ? key.text() : "";
    Anchor anchor = object.anchor().child(name);
    Anchor inclusive = object.anchor().child(bound);
    Optional<YamlNode> known = object.find(bound);
    if (known.isEmpty()) {
      Edit number =
          edits.addKeyAfter(object.node(), entry, bound, NewYaml.plain(value.slice().text()));
      return Optional.of(
          Fix.unsafe(
                  "Write " + bound + " and " + name + ": true",
                  edits.replaceValue(entry, NewYaml.plain("true")),
                  number)
              .changing(anchor)
              .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), inclusive)));
    }
    Optional<BigDecimal> number = CoreNumbers.of(value);
    Optional<BigDecimal> other = CoreNumbers.of(known.get());
    if (number.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    int order = number.get().compareTo(other.get());
    boolean decides = bound.equals("minimum") ? order >= 0 : order <= 0;
    if (!decides) {
      return Optional.of(
          Fix.unsafe("Remove " + name, edits.removeEntry(object.node(), entry))
              .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor)));
    }
    return Optional.of(
        Fix.unsafe(
                "Write " + bound + " and " + name + ": true",
                edits.replaceValue(entry, NewYaml.plain("true")),
                edits.replace(known.get(), NewYaml.plain(value.slice().text())))
            .changing(anchor)
            .changing(inclusive));
  }
}
