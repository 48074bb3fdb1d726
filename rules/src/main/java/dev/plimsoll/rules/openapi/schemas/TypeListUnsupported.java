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
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Tools of that version look for one word, and refuse the document or take no type at all. */
@RuleInfo(
    id = "openapi/type-list-unsupported",
    title = "Type is a list, which this version does not know",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class TypeListUnsupported extends KeywordRule {

  @Override
  void keywords(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> type = object.find("type");
    if (type.isEmpty()
        || !(type.get() instanceof Sequence list)
        || api.version().orElseThrow().hasJsonSchema()) {
      return;
    }
    boolean mayBeNullable = api.version().orElseThrow() == OpenApiVersion.V3_0;
    String one = one(list);
    boolean isNullable = hasNull(list);
    boolean isFixable = !one.isEmpty() && (!isNullable || mayBeNullable);
    String cure =
        !isFixable ? "" : ": write " + one + (isNullable ? " and nullable: true" : " without it");
    Finding finding =
        Finding.at(
            object.anchor().child("type"),
            object.keyOf("type").orElseThrow(),
            "OpenAPI %s takes one type, not a list%s",
            api.version().orElseThrow().id(),
            cure);
    context.report(isFixable ? finding.withFix(fix(list, one, isNullable, object, api)) : finding);
  }

  /** The one type beside null; empty where there are more, or others. */
  private static String one(Sequence list) {
    String one = "";
    for (YamlNode item : list.items()) {
      String word = item instanceof Scalar scalar ? scalar.text() : "";
      if (!Keywords.isType(word) || (!word.equals("null") && !one.isEmpty())) {
        return "";
      }
      one = word.equals("null") ? one : word;
    }
    return one;
  }

  private static boolean hasNull(Sequence list) {
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar scalar && scalar.text().equals("null")) {
        return true;
      }
    }
    return false;
  }

  private static Fix fix(
      Sequence list, String one, boolean isNullable, OpenApiObject object, OpenApiDescription api) {
    OpenApiFile file = api.file(object);
    Entry type = object.node().entry("type").orElseThrow();
    Slice value = type.key().slice().end().to(list.slice());
    boolean isSplit = value.text().indexOf('#') >= 0;
    Edit edit =
        isSplit
            ? new Edit.Impossible("a comment would be lost")
            : Edit.replace(value, ": " + NewYaml.text(one).inline(file.isJson()));
    ModelChange fewer =
        ModelChange.of(ModelChange.Kind.REMOVE, file.name(), object.anchor().child("type"));
    if (!isNullable) {
      return Fix.unsafe("Make it " + one, edit)
          .changing(object.anchor().child("type"))
          .declaring(fewer);
    }
    boolean isSaid = object.find("nullable").isPresent();
    Edit nullable =
        isSaid
            ? new Edit.Impossible("it is said to be nullable or not already")
            : YamlEdits.of(file.yaml(), file.source())
                .addKeyAfter(object.node(), type, "nullable", NewYaml.plain("true"));
    return Fix.unsafe("Make it a nullable " + one, edit, nullable)
        .changing(object.anchor().child("type"))
        .declaring(fewer)
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), object.anchor().child("nullable")));
  }
}
