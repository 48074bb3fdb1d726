package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SecuritySchemes;
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
import dev.plimsoll.text.Anchor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No client can ask for it: either nobody may call, or the server checks another one. */
@RuleInfo(
    id = "openapi/security-scope-undefined",
    title = "Required scope is not defined",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "redocly:security-scopes-defined",
      "spectral:oas2-operation-security-defined",
      "spectral:oas3-operation-security-defined",
      "zally:104",
      "zally:105"
    })
public final class SecurityScopeUndefined extends OpenApiRule {

  /** A scope that nothing declares, where it is asked for first, and how often more. */
  private record Missing(String scheme, Scalar scope, Anchor anchor, int more) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Map<String, Optional<Set<String>>> declared = new HashMap<>();
    Map<List<String>, Missing> missing = new LinkedHashMap<>();
    SecuritySchemes schemes = SecuritySchemes.of(api);
    for (OpenApiObject object : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      for (YamlNode.Entry entry : object.node().entries()) {
        if (entry.key() instanceof Scalar scheme
            && entry.value() instanceof Sequence scopes
            && !scopes.items().isEmpty()) {
          Optional<Set<String>> known = declared.get(scheme.text());
          if (known == null) {
            known = scopes(scheme.text(), schemes, api);
            declared.put(scheme.text(), known);
          }
          if (known.isPresent()) {
            check(object, scheme.text(), scopes, known.get(), missing, api, context);
          }
        }
      }
    }
    for (Missing each : missing.values()) {
      report(each, context);
    }
  }

  private static Optional<Set<String>> scopes(
      String scheme, SecuritySchemes schemes, OpenApiDescription api) {
    Optional<Mapping> found = schemes.resolve(scheme, api);
    return found.isEmpty() ? Optional.empty() : SecuritySchemes.scopes(found.get(), api);
  }

  private static void check(
      OpenApiObject requirement,
      String scheme,
      Sequence scopes,
      Set<String> known,
      Map<List<String>, Missing> missing,
      OpenApiDescription api,
      RuleContext context) {
    Anchor anchor = requirement.anchor().child(scheme.replace('/', '|'));
    Set<String> there = texts(scopes);
    for (YamlNode item : scopes.items()) {
      if (item instanceof Scalar scope && !known.contains(scope.text())) {
        Optional<String> meant = Slips.meant(scope.text(), known);
        if (meant.isPresent()) {
          slip(scheme, scope, anchor, meant.get(), there, api.file(requirement), context);
        } else {
          Missing first = missing.get(List.of(scheme, scope.text()));
          missing.put(
              List.of(scheme, scope.text()),
              first == null
                  ? new Missing(scheme, scope, anchor, 0)
                  : new Missing(scheme, first.scope(), first.anchor(), first.more() + 1));
        }
      }
    }
  }

  private static Set<String> texts(Sequence list) {
    Set<String> texts = new HashSet<>();
    for (YamlNode item : list.items()) {
      if (item instanceof Scalar scalar) {
        texts.add(scalar.text());
      }
    }
    return texts;
  }

  private static void slip(
      String scheme,
      Scalar scope,
      Anchor anchor,
      String meant,
      Set<String> there,
      OpenApiFile file,
      RuleContext context) {
    Finding finding =
        Finding.at(
            anchor,
            scope.slice(),
            "%s declares no scope %s (did you mean %s?)",
            scheme,
            scope.text(),
            meant);
    Edit edit =
        Slips.isWord(meant)
            ? Edit.replaceWord(scope.slice(), meant)
            : YamlEdits.of(file.yaml(), file.source()).replace(scope, NewYaml.text(meant));
    context.report(
        !there.add(meant)
            ? finding
            : finding.withFix(Fix.unsafe("Ask for " + meant, edit).changing(anchor)));
  }

  private static void report(Missing missing, RuleContext context) {
    context.report(
        Finding.at(
            missing.anchor(),
            missing.scope().slice(),
            "%s declares no scope %s%s",
            missing.scheme(),
            missing.scope().text(),
            Slips.more(missing.more())));
  }
}
