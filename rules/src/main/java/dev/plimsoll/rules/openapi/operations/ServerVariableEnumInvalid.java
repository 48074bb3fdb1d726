package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands there by default may not stand there. */
@RuleInfo(
    id = "openapi/server-variable-enum-invalid",
    title = "Server variable default is not in its enum",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-server-variables",
      "spectral:oas3-schema",
      "redocly:no-server-variables-empty-enum",
      "vacuum:oas3-schema"
    })
public final class ServerVariableEnumInvalid extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER_VARIABLE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!(object.find("enum").orElse(object.node()) instanceof Sequence words)
        || api.file(object).yaml().isCut(words)) {
      return;
    }
    Optional<Scalar> byDefault = object.scalar("default");
    if (words.items().isEmpty()) {
      Finding finding =
          Finding.at(
              object.anchor().child("enum"),
              object.keyOf("enum").orElse(object.key()),
              "the enum of the server variable %s is empty: nothing may stand there",
              object.name());
      context.report(
          byDefault.isEmpty()
              ? finding
              : finding.withFix(listing(byDefault.get().text(), words, object, api)));
    } else if (byDefault.isPresent() && !byDefault.get().isNull()) {
      check(byDefault.get(), words, object, api, context);
    }
  }

  private static void check(
      Scalar byDefault,
      Sequence words,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    List<String> allowed = new ArrayList<>();
    for (YamlNode word : words.items()) {
      if (!(word instanceof Scalar scalar) || scalar.text().equals(byDefault.text())) {
        return;
      }
      allowed.add(scalar.text());
    }
    Optional<String> meant = NearestName.of(byDefault.text(), allowed);
    Anchor anchor = object.anchor().child("default");
    Finding finding =
        Finding.at(
                anchor,
                byDefault.slice(),
                "the default %s of the server variable %s is not in its enum%s",
                byDefault.text(),
                object.name(),
                meant.isPresent() ? " (did you mean " + meant.get() + "?)" : "")
            .related(words.slice(), "the enum");
    Fix fix =
        meant.isPresent()
            ? Fix.unsafe("Make it " + meant.get(), Edit.replaceWord(byDefault.slice(), meant.get()))
                .changing(anchor)
            : listing(byDefault.text(), words, object, api);
    context.report(finding.withFix(fix));
  }

  private static Fix listing(
      String word, Sequence words, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    return Fix.unsafe(
            "List " + word + ", too",
            YamlEdits.of(file.yaml(), file.source()).addItem(words, NewYaml.text(word)))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), object.anchor().child("enum")));
  }
}
