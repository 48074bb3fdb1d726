package dev.plimsoll.rules.openapi.operations;

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
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/** A client gets something back, and has to find out for itself what it is. */
@RuleInfo(
    id = "openapi/success-response-without-schema",
    title = "Success response says nothing about its body",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT)
public final class SuccessResponseWithoutSchema extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Set<Mapping> successes = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.RESPONSES && isOfPath(object)) {
        addSuccesses(object, api, successes);
      }
    }
    if (successes.isEmpty()) {
      return;
    }
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.RESPONSE && successes.contains(object.node())) {
        context.report(
            Finding.at(
                object.anchor(),
                object.key(),
                "the response %s says nothing about its body",
                object.name()));
      }
    }
  }

  /** Whether it is the API that answers: not the subscriber of a webhook or callback. */
  private static boolean isOfPath(OpenApiObject responses) {
    Optional<OpenApiObject> operation = responses.parent();
    return operation.isPresent()
        && !operation.get().name().equals("head")
        && !operation.get().name().equals("options")
        && operation.get().parent().isPresent()
        && Paths.isPath(operation.get().parent().get());
  }

  private static void addSuccesses(
      OpenApiObject responses, OpenApiDescription api, Set<Mapping> successes) {
    for (YamlNode.Entry entry : responses.node().entries()) {
      if (entry.key() instanceof Scalar key && hasBody(key.text())) {
        Optional<Mapping> response = api.resolve(entry.value());
        if (response.isPresent()
            && isSilent(response.get(), api)
            && !(key.text().equals("201") && response.get().find("headers").isPresent())) {
          successes.add(response.get());
        }
      }
    }
  }

  /** Whether a status tells of success with a body: 202 seldom has one, 204 and 205 never do. */
  private static boolean hasBody(String status) {
    return status.startsWith("2")
        && !status.equals("202")
        && !status.equals("204")
        && !status.equals("205");
  }

  private static boolean isSilent(Mapping response, OpenApiDescription api) {
    boolean isSwagger = api.version().orElseThrow() == OpenApiVersion.V2_0;
    Optional<YamlNode> body = response.find(isSwagger ? "schema" : "content");
    boolean isEmpty =
        body.isEmpty()
            || (!isSwagger && body.get() instanceof Mapping content && content.entries().isEmpty());
    return isEmpty && !Entries.isOpen(response, api);
  }
}
