package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Set;

/** It promises a resource with which nothing can be done. */
@RuleInfo(
    id = "openapi/path-item-empty",
    title = "Path has no operation",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE)
public final class PathItemEmpty extends OpenApiRule {

  /** What serves operations; any other key may be one, or stand for one. */
  private static final Set<String> SERVING =
      Set.of("summary", "description", "servers", "parameters");

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!isEmpty(object) || object.parent().isEmpty()) {
      return;
    }
    OpenApiObject parent = object.parent().get();
    if (Entries.isOpen(object, api)
        || (parent.kind() != ObjectKind.PATHS && parent.kind() != ObjectKind.DOCUMENT)) {
      return;
    }
    boolean isPath = parent.kind() == ObjectKind.PATHS;
    Finding finding =
        Finding.at(
            object.anchor(),
            object.key(),
            "the %s %s has no operation",
            isPath ? "path" : "webhook",
            object.name());
    context.report(
        isPath
            ? finding.withFix(
                Entries.removing(
                        "Remove " + object.name(),
                        parent.node(),
                        parent.anchor(),
                        object.name(),
                        api)
                    .mayTrigger("openapi/unused-component"))
            : finding);
  }

  private static boolean isEmpty(OpenApiObject item) {
    for (YamlNode.Entry entry : item.node().entries()) {
      if (!(entry.key() instanceof Scalar key && SERVING.contains(key.text()))) {
        return false;
      }
    }
    return true;
  }
}
