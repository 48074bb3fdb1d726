package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.Optional;
import java.util.Set;

/** Such a response ends behind its headers: a client that waits for the body gets an error. */
@RuleInfo(
    id = "openapi/unexpected-response-body",
    title = "Response that cannot have a body declares one",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "zally:150")
public final class UnexpectedResponseBody extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.RESPONSES);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.parent().isEmpty()) {
      return;
    }
    boolean isHead = object.parent().get().name().equals("head");
    for (YamlNode.Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && entry.value() instanceof Mapping response
          && (Status.hasNoBody(key.text()) || (isHead && !key.text().startsWith("x-")))) {
        String which = isHead ? "a response to HEAD" : "a response " + key.text();
        check(which, response, object.anchor().child(key.text()), api, context);
      }
    }
  }

  private static void check(
      String which, Mapping response, Anchor anchor, OpenApiDescription api, RuleContext context) {
    Optional<Mapping> defined = api.resolve(response);
    String field = api.version().orElseThrow() == OpenApiVersion.V2_0 ? "schema" : "content";
    if (defined.isEmpty() || !isBody(defined.get().find(field))) {
      return;
    }
    Optional<YamlNode> reference = response.find("$ref");
    if (reference.isPresent()) {
      context.report(
          Finding.at(
              anchor,
              reference.get().slice(),
              "%s has no body, and %s declares one",
              which,
              reference.get() instanceof Scalar target ? target.text() : "its definition"));
      return;
    }
    YamlNode.Entry entry = response.entry(field).orElseThrow();
    context.report(
        Finding.at(
                anchor.child(field),
                entry.key().slice(),
                "%s has no body, so its %s describes nothing",
                which,
                field)
            .withFix(
                Entries.removing("Remove " + field, response, anchor, field, api)
                    .mayTrigger("openapi/unused-component")));
  }

  private static boolean isBody(Optional<YamlNode> field) {
    return field.isPresent()
        && (!(field.get() instanceof Mapping content) || !content.entries().isEmpty())
        && !(field.get() instanceof Scalar);
  }
}
