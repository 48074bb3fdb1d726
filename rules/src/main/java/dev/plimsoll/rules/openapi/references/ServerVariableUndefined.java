package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Nobody knows what stands there, so nobody reaches the server. */
@RuleInfo(
    id = "openapi/server-variable-undefined",
    title = "Server URL uses an undefined variable",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-server-variables", "redocly:no-undefined-server-variable"})
public final class ServerVariableUndefined extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.SERVER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.text("url").indexOf('{') < 0) {
      return;
    }
    Optional<ServerVariables> variables = ServerVariables.of(object, api);
    if (variables.isEmpty()) {
      return;
    }
    Set<String> told = new HashSet<>();
    for (PathTemplate.Variable variable : variables.get().undefined()) {
      if (told.add(variable.name())) {
        Optional<String> meant = variables.get().meant(variable.name());
        context.report(
            Finding.at(
                object.anchor().child("url"),
                part(variables.get().url(), variable),
                "the server does not define the variable %s%s",
                variable.name(),
                meant.isPresent() ? " (did you mean " + meant.get() + "?)" : ""));
      }
    }
  }

  /** Where it stands in the URL; all of that where it is written with escapes. */
  private static Slice part(Scalar url, PathTemplate.Variable variable) {
    Slice bare = Edit.unquoted(url.slice());
    return bare.text().equals(url.text())
        ? bare.part(variable.start(), variable.end())
        : url.slice();
  }
}
