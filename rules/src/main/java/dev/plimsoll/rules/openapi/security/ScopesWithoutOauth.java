package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
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
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** No key and no password has scopes: what they were to limit is open to each who has one. */
@RuleInfo(
    id = "openapi/scopes-without-oauth",
    title = "Scopes are listed for a scheme without scopes",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-operation-security-defined",
      "spectral:oas3-operation-security-defined"
    })
public final class ScopesWithoutOauth extends OpenApiRule {

  private static final Set<String> TYPES = Set.of("apiKey", "http", "basic");

  /** A list of scopes behind the name of a scheme that has none. */
  private record Use(Scalar scheme, Sequence scopes, Anchor anchor) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    if (api.objects().isEmpty() || api.hasJsonSchema()) {
      return; // from 3.1 on the list may hold roles
    }
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (OpenApiObject object : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      for (YamlNode.Entry entry : object.node().entries()) {
        if (entry.key() instanceof Scalar scheme
            && entry.value() instanceof Sequence scopes
            && !scopes.items().isEmpty()) {
          Anchor anchor = object.anchor().child(scheme.text().replace('/', '|'));
          uses.computeIfAbsent(scheme.text(), none -> new ArrayList<>())
              .add(new Use(scheme, scopes, anchor));
        }
      }
    }
    SecuritySchemes schemes = SecuritySchemes.of(api);
    for (Map.Entry<String, List<Use>> each : uses.entrySet()) {
      Optional<Mapping> scheme = schemes.resolve(each.getKey(), api);
      if (scheme.isPresent() && scheme.get().find("type").isPresent()) {
        check(each.getValue(), scheme.get().find("type").get(), api, context);
      }
    }
  }

  /** Reports a scheme once: whoever gives it scopes does so wherever it is asked for. */
  private static void check(
      List<Use> uses, YamlNode type, OpenApiDescription api, RuleContext context) {
    if (!(type instanceof Scalar kind && TYPES.contains(kind.text()))) {
      return;
    }
    Use first = uses.get(0);
    int more = uses.size() - 1;
    context.report(
        Finding.at(
                first.anchor(),
                first.scopes().slice(),
                "%s is of type %s, which has no scopes%s",
                first.scheme().text(),
                kind.text(),
                switch (more) {
                  case 0 -> ": leave the list empty";
                  case 1 -> ": leave this list and 1 more empty";
                  default -> ": leave this list and " + more + " more empty";
                })
            .withFix(fix(uses, api)));
  }

  private static Fix fix(List<Use> uses, OpenApiDescription api) {
    Edit[] edits = new Edit[uses.size()];
    for (int i = 0; i < edits.length; i++) {
      edits[i] = emptied(uses.get(i));
    }
    Fix fix = Fix.unsafe(edits.length == 1 ? "Empty the list" : "Empty these lists", edits);
    for (Use use : uses) {
      String file = api.file(use.scopes().slice()).name();
      fix =
          fix.declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, use.anchor()))
              .declaring(ModelChange.of(ModelChange.Kind.ADD, file, use.anchor()));
    }
    return fix;
  }

  /** Nothing but blanks goes along: a comment between the key and its list stays. */
  private static Edit emptied(Use use) {
    Sequence scopes = use.scopes();
    if (scopes.slice().text().startsWith("[")) {
      return Edit.replace(scopes.slice(), "[]");
    }
    Slice all = use.scheme().slice().end().to(scopes.slice());
    String text = all.text();
    String gap = text.substring(0, text.length() - scopes.slice().text().length());
    return gap.strip().equals(":") && text.indexOf('#') < 0
        ? Edit.replace(all, ": []")
        : new Edit.Impossible("a comment would be lost");
  }
}
