package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** They match the same requests: which of the two answers is left to chance. */
@RuleInfo(
    id = "openapi/path-equivalent",
    title = "Paths differ only in template names",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:path-params", "vacuum:path-params", "redocly:no-identical-paths"})
public final class PathEquivalent extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATHS);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Map<String, Slice> shapes = new HashMap<>();
    for (YamlNode.Entry entry : object.node().entries()) {
      if (entry.key() instanceof YamlNode.Scalar path && path.text().startsWith("/")) {
        Slice other = shapes.putIfAbsent(PathTemplate.shape(path.text()), path.slice());
        if (other != null && !other.text().equals(path.slice().text())) {
          context.report(
              Finding.at(
                      object.anchor().child(path.text().replace('/', '|')),
                      path.slice(),
                      "%s matches the same requests as %s",
                      Edit.unquoted(path.slice()),
                      Edit.unquoted(other))
                  .related(other, "the first of the two"));
        }
      }
    }
  }
}
