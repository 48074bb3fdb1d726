package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.SecuritySchemes;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nobody can tell what to send, and generators leave the operation open. */
@RuleInfo(
    id = "openapi/security-scheme-undefined",
    title = "Required security scheme is not defined",
    severity = Severity.ERROR,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-operation-security-defined",
      "vacuum:oas2-operation-security-defined",
      "spectral:oas3-operation-security-defined",
      "vacuum:oas3-operation-security-defined",
      "redocly:security-defined",
      "zally:105"
    })
public final class SecuritySchemeUndefined extends OpenApiRule {

  /** A name that nothing declares, where it is asked for first, and how often more. */
  private record Missing(OpenApiObject requirement, Scalar name, int more) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    SecuritySchemes schemes = SecuritySchemes.of(api);
    if (!schemes.isKnown()) {
      return;
    }
    Map<String, Missing> missing = new LinkedHashMap<>();
    for (OpenApiObject object : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      for (YamlNode.Entry entry : object.node().entries()) {
        if (entry.key() instanceof Scalar name && !isDefined(name.text(), schemes, api)) {
          miss(object, entry, schemes, missing, api, context);
        }
      }
    }
    for (Missing each : missing.values()) {
      report(each, schemes, context);
    }
  }

  private static boolean isDefined(String name, SecuritySchemes schemes, OpenApiDescription api) {
    if (schemes.find(name).isPresent() || name.equals("<<")) {
      return true;
    }
    if (api.version().orElseThrow() != OpenApiVersion.V3_2 || !isUri(name)) {
      return false;
    }
    return !name.startsWith("#")
        || schemes.resolve(name, api).isPresent()
        || Pointer.isOpen(api.entry().root().orElseThrow(), name.substring(1));
  }

  private static boolean isUri(String name) {
    return name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.indexOf('#') >= 0;
  }

  /** Reports a slip where it stands; a scheme that nothing is like is missing once. */
  private static void miss(
      OpenApiObject requirement,
      YamlNode.Entry entry,
      SecuritySchemes schemes,
      Map<String, Missing> missing,
      OpenApiDescription api,
      RuleContext context) {
    Scalar name = (Scalar) entry.key();
    Optional<String> meant = Slips.meant(name.text(), schemes.names());
    if (meant.isPresent()) {
      context.report(
          Finding.at(
                  anchor(requirement, name),
                  name.slice(),
                  "no security scheme is called %s (did you mean %s?)",
                  name.text(),
                  meant.get())
              .withFix(fix(requirement, entry, meant.get(), api.file(requirement))));
      return;
    }
    Missing known = missing.get(name.text());
    missing.put(
        name.text(),
        known == null
            ? new Missing(requirement, name, 0)
            : new Missing(known.requirement(), known.name(), known.more() + 1));
  }

  private static Fix fix(
      OpenApiObject requirement, YamlNode.Entry entry, String meant, OpenApiFile file) {
    Edit edit =
        YamlEdits.of(file.yaml(), file.source()).renameKey(requirement.node(), entry, meant);
    Anchor old = anchor(requirement, (Scalar) entry.key());
    return Fix.unsafe("Ask for " + meant, edit)
        .declaring(ModelChange.move(file.name(), old, file.name(), old.sibling(meant)));
  }

  private static void report(Missing missing, SecuritySchemes schemes, RuleContext context) {
    List<String> names = schemes.names();
    String name = missing.name().text();
    context.report(
        Finding.at(
            anchor(missing.requirement(), missing.name()),
            missing.name().slice(),
            "no security scheme is called %s%s%s",
            name,
            Slips.more(missing.more()),
            names.isEmpty() ? ": the document declares none" : ""));
  }

  private static Anchor anchor(OpenApiObject requirement, Scalar name) {
    return requirement.anchor().child(name.text().replace('/', '|'));
  }
}
