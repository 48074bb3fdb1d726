package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The specification says these headers elsewhere, and ignores them here. */
@RuleInfo(
    id = "openapi/header-definition-ignored",
    title = "Header definition has no effect",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE)
public final class HeaderDefinitionIgnored extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER, ObjectKind.HEADER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.PARAMETER) {
      parameter(object, api, context);
    } else if (object.kind() == ObjectKind.HEADER
        && object.name().equalsIgnoreCase("content-type")) {
      header(object, api, context);
    }
  }

  private static void parameter(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Scalar> name = object.scalar("name");
    if (name.isEmpty() || !object.text("in").equals("header") || isSwagger(api)) {
      return;
    }
    String cure =
        switch (name.get().text().toLowerCase(Locale.ROOT)) {
          case "accept" -> "the media types of the responses tell it";
          case "content-type" -> "the media types of the request body tell it";
          case "authorization" -> "describe it by a security scheme";
          default -> "";
        };
    if (!cure.isEmpty()) {
      Finding finding =
          Finding.at(
              object.anchor(),
              name.get().slice(),
              "the header parameter %s is ignored: %s",
              name.get().text(),
              cure);
      context.report(removing(finding, object, api));
    }
  }

  private static boolean isSwagger(OpenApiDescription api) {
    return api.version().equals(Optional.of(OpenApiVersion.V2_0));
  }

  /** With the fix to take it out of the list of its operation or path. */
  private static Finding removing(Finding finding, OpenApiObject object, OpenApiDescription api) {
    OpenApiObject owner = object.parent().orElseThrow();
    Optional<YamlNode> list = owner.find("parameters");
    boolean isListed =
        list.isPresent()
            && list.get() instanceof Sequence parameters
            && parameters.items().contains(object.node());
    return isListed
        ? finding.withFix(
            Operations.removing(
                "Remove it", object.node(), (Sequence) list.orElseThrow(), owner, api))
        : finding;
  }

  private static void header(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<OpenApiObject> owner = object.parent();
    if (owner.isEmpty() || isSwagger(api)) {
      return;
    }
    boolean isOfEncoding = owner.get().kind() == ObjectKind.ENCODING;
    if (!isOfEncoding && owner.get().kind() != ObjectKind.RESPONSE) {
      return;
    }
    Finding finding =
        Finding.at(
            object.anchor(),
            object.key(),
            "the header %s is ignored: %s",
            object.name(),
            isOfEncoding ? "contentType tells it" : "the media types of the response tell it");
    Optional<YamlNode> headers = owner.get().find("headers");
    if (headers.isPresent() && headers.get() instanceof YamlNode.Mapping map) {
      boolean isAlone = map.entries().size() == 1;
      finding =
          finding.withFix(
              isAlone
                  ? Entries.removing(
                      "Remove it", owner.get().node(), owner.get().anchor(), "headers", api)
                  : Entries.removing(
                      "Remove it", map, owner.get().anchor().child("headers"), object.name(), api));
    }
    context.report(finding);
  }
}
