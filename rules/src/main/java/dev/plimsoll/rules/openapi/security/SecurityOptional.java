package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Confidence;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One of the alternatives is enough, and an empty one asks for nothing. */
@RuleInfo(
    id = "openapi/security-optional",
    title = "Empty requirement makes security optional",
    severity = Severity.INFO,
    category = Category.SECURITY,
    confidence = Confidence.MEDIUM,
    profile = Profile.STRICT,
    aliases = "vacuum:owasp-protection-global-unsafe-strict",
    cwe = 306)
public final class SecurityOptional extends OpenApiRule {

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> list = operation.find("security");
    if (list.isPresent()
        && OpenOperations.isServed(operation)
        && !PublicPaths.hold(operation, List.of())) {
      check(operation, list.get(), context);
    }
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.DOCUMENT);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> list = object.find("security");
    if (list.isPresent()) {
      check(object, list.get(), context);
    }
  }

  private static void check(OpenApiObject owner, YamlNode list, RuleContext context) {
    if (!(list instanceof Sequence requirements)) {
      return;
    }
    Anchor anchor = owner.anchor().child("security");
    if (requirements.items().isEmpty()) {
      context.report(
          Finding.at(anchor, list.slice(), "the empty list lets anybody call: security is off"));
    }
    for (YamlNode item : requirements.items()) {
      if (item instanceof Mapping requirement && requirement.entries().isEmpty()) {
        context.report(Finding.at(anchor, item.slice(), "the empty requirement lets anybody call"));
      }
    }
  }
}
