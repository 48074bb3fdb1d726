package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whatever a client gives for it, the URL stays the same. */
@RuleInfo(
    id = "openapi/unused-server-variable",
    title = "Server variable is not in the URL",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas3-server-variables", "redocly:no-undefined-server-variable"})
public final class UnusedServerVariable extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.find("variables").isEmpty()) {
      return;
    }
    Optional<ServerVariables> variables = ServerVariables.of(object, api);
    if (variables.isEmpty()) {
      return;
    }
    List<Scalar> unused = new ArrayList<>();
    for (Scalar key : variables.get().defined()) {
      if (!variables.get().used().names(key.text()) && !isMeant(key.text(), variables.get())) {
        unused.add(key);
      }
    }
    for (Scalar key : unused) {
      report(key, unused.size(), object, api, context);
    }
  }

  /** Whether a name in the URL is likely to be a slip for it, which is told there. */
  private static boolean isMeant(String name, ServerVariables variables) {
    for (PathTemplate.Variable variable : variables.undefined()) {
      if (variables.meant(variable.name()).equals(Optional.of(name))) {
        return true;
      }
    }
    return false;
  }

  private static void report(
      Scalar key, int unused, OpenApiObject server, OpenApiDescription api, RuleContext context) {
    Anchor anchor = server.anchor().child("variables");
    Finding finding =
        Finding.at(
            anchor.child(key.text().replace('/', '|')),
            key.slice(),
            "the URL of the server has no variable %s",
            key.text());
    String title = "Remove " + key.text();
    if (server.find("variables").orElse(server.node()) instanceof Mapping mapping) {
      finding =
          finding.withFix(
              mapping.entries().size() == unused
                  ? Entries.removing(title, server.node(), server.anchor(), "variables", api)
                  : Entries.removing(title, mapping, anchor, key.text(), api));
    }
    context.report(finding);
  }
}
