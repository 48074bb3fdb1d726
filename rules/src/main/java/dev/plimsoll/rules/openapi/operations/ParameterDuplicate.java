package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
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
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One of the two is not heeded, and nobody knows which. */
@RuleInfo(
    id = "openapi/parameter-duplicate",
    title = "Parameter is defined twice",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-parameters",
      "vacuum:operation-parameters",
      "redocly:operation-parameters-unique",
      "spectral:oas2-schema",
      "spectral:oas3-schema"
    })
public final class ParameterDuplicate extends OpenApiRule {

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    check(operation, api, context);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    check(object, api, context);
  }

  private static void check(OpenApiObject owner, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> found = owner.find("parameters");
    if (found.isEmpty() || !(found.get() instanceof Sequence list) || list.items().size() < 2) {
      return;
    }
    Map<String, YamlNode> known = new HashMap<>();
    for (YamlNode item : list.items()) {
      Optional<Mapping> parameter = api.resolve(item);
      if (parameter.isPresent()
          && parameter.get().find("in").orElse(list) instanceof Scalar in
          && parameter.get().find("name").orElse(list) instanceof Scalar name) {
        YamlNode first = known.putIfAbsent(key(in.text(), name.text()), item);
        if (first != null) {
          report(item, first, in.text() + " parameter " + name.text(), list, owner, api, context);
        }
      }
    }
  }

  /** What tells parameters apart; the names of headers are alike in upper and lower case. */
  private static String key(String in, String name) {
    return in + ' ' + (in.equals("header") ? name.toLowerCase(Locale.ROOT) : name);
  }

  private static void report(
      YamlNode item,
      YamlNode first,
      String label,
      Sequence list,
      OpenApiObject owner,
      OpenApiDescription api,
      RuleContext context) {
    Finding finding =
        Finding.at(
                owner.anchor().child("parameters"),
                place(item),
                "the %s is in this list already",
                label)
            .related(place(first), "the first of the two");
    boolean isSame =
        Trees.areEqual(api.resolve(item).orElseThrow(), api.resolve(first).orElseThrow());
    context.report(
        isSame
            ? finding.withFix(Operations.removing("Remove the second one", item, list, owner, api))
            : finding);
  }

  private static Slice place(YamlNode item) {
    if (item instanceof Mapping mapping) {
      Optional<YamlNode> reference = mapping.find("$ref");
      return (reference.isPresent() ? reference : mapping.find("name")).orElse(item).slice();
    }
    return item.slice();
  }
}
