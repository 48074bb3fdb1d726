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
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
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

  /** What answers, and the status for which it does. */
  private record Use(Mapping response, Scalar status, Anchor anchor) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<Use> successes = new ArrayList<>();
    Set<Mapping> bodiless = Collections.newSetFromMap(new IdentityHashMap<>());
    for (OpenApiObject object : api.objects(ObjectKind.RESPONSES)) {
      if (isOfPath(object)) {
        add(object, api, successes, bodiless);
      }
    }
    if (successes.isEmpty()) {
      return;
    }
    Set<Mapping> silent = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Use use : successes) {
      if (bodiless.contains(use.response())) {
        report(use.status().text(), use.status().slice(), use.anchor(), context);
      } else {
        silent.add(use.response());
      }
    }
    for (OpenApiObject object : api.objects(ObjectKind.RESPONSE)) {
      if (silent.contains(object.node())) {
        report(object.name(), object.key(), object.anchor(), context);
      }
    }
  }

  private static void report(String name, Slice place, Anchor anchor, RuleContext context) {
    context.report(Finding.at(anchor, place, "the response %s says nothing about its body", name));
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

  private static void add(
      OpenApiObject responses, OpenApiDescription api, List<Use> successes, Set<Mapping> bodiless) {
    for (YamlNode.Entry entry : responses.node().entries()) {
      if (entry.key() instanceof Scalar key && key.text().startsWith("2")) {
        Optional<Mapping> response = api.resolve(entry.value());
        if (response.isPresent() && isSilent(response.get(), api)) {
          if (!hasBody(key.text())) {
            bodiless.add(response.get());
          } else if (!key.text().equals("201") || response.get().find("headers").isEmpty()) {
            successes.add(new Use(response.get(), key, responses.anchor().child(key.text())));
          }
        }
      }
    }
  }

  /** Whether a status of success comes with a body: 202 seldom has one, 204 and 205 never do. */
  private static boolean hasBody(String status) {
    return !status.equals("202") && !status.equals("204") && !status.equals("205");
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
