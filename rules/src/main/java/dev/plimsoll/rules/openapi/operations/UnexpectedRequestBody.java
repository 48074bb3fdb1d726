package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/** HTTP gives such a body no meaning: caches and proxies drop it, and servers refuse it. */
@RuleInfo(
    id = "openapi/unexpected-request-body",
    title = "GET, HEAD or DELETE declares a request body",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = "vacuum:no-request-body",
    options = UnexpectedRequestBody.Options.class)
public final class UnexpectedRequestBody extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(
              help = "the methods that should have no body, in lower case",
              byDefault = {"get", "head", "delete"})
          List<String> methods) {
    public Options {
      methods = List.copyOf(methods);
    }
  }

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    boolean isSwagger = api.version().orElseThrow() == OpenApiVersion.V2_0;
    Optional<YamlNode> found = operation.find(isSwagger ? "parameters" : "requestBody");
    if (found.isEmpty() || !context.options(Options.class).methods().contains(operation.name())) {
      return;
    }
    if (isSwagger && found.get() instanceof Sequence parameters) {
      swagger(parameters, operation, api, context);
    } else if (!isSwagger && found.get() instanceof Mapping body && carries(body, api)) {
      context.report(
          Finding.at(
                  operation.anchor().child("requestBody"),
                  operation.keyOf("requestBody").orElse(operation.key()),
                  "%s takes a body, to which HTTP gives no meaning",
                  Operations.label(operation))
              .withFix(
                  Entries.removing(
                          "Remove the body",
                          operation.node(),
                          operation.anchor(),
                          "requestBody",
                          api)
                      .mayTrigger("openapi/unused-component")));
    }
  }

  /** Whether something is ever in it: generators write empty forms that may be left out. */
  private static boolean carries(Mapping body, OpenApiDescription api) {
    Optional<Mapping> defined = api.resolve(body);
    if (defined.isEmpty()
        || isTrue(defined.get())
        || !(defined.get().find("content").orElse(body) instanceof Mapping content)) {
      return true;
    }
    for (YamlNode.Entry entry : content.entries()) {
      if (!(entry.value() instanceof Mapping media)
          || !(media.find("schema").orElse(body) instanceof Mapping schema)
          || !(schema.find("properties").orElse(body) instanceof Mapping properties)
          || !properties.entries().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrue(Mapping body) {
    return body.find("required").orElse(body) instanceof Scalar required
        && required.text().equals("true");
  }

  private static void swagger(
      Sequence parameters, OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    for (YamlNode item : parameters.items()) {
      Optional<Mapping> parameter = api.resolve(item);
      if (parameter.isPresent()
          && parameter.get().find("in").orElse(item) instanceof Scalar in
          && (in.text().equals("body") || in.text().equals("formData"))) {
        Optional<YamlNode> reference =
            item instanceof Mapping mapping ? mapping.find("$ref") : Optional.empty();
        Slice place = reference.isPresent() ? reference.get().slice() : in.slice();
        context.report(
            Finding.at(
                    operation.anchor().child("parameters"),
                    place,
                    "%s takes a body, to which HTTP gives no meaning",
                    Operations.label(operation))
                .withFix(
                    Operations.removing("Remove the parameter", item, parameters, operation, api)
                        .mayTrigger("openapi/unused-component")));
        return; // all of them make one body
      }
    }
  }
}
