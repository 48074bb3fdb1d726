package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/** Whoever wrote it counts on a request that no client sends. */
@RuleInfo(
    id = "openapi/parameter-flag-ignored",
    title = "Parameter flag has no effect here",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    profile = Profile.STRICT,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas2-schema", "spectral:oas3-schema"})
public final class ParameterFlagIgnored extends OpenApiRule {

  private static final String EMPTY = "allowEmptyValue";
  private static final String RESERVED = "allowReserved";

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER, ObjectKind.HEADER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Slice> empty = object.keyOf(EMPTY);
    Optional<Slice> reserved = object.keyOf(RESERVED);
    if ((empty.isEmpty() && reserved.isEmpty()) || object.find("<<").isPresent()) {
      return;
    }
    OpenApiVersion version = api.version().orElseThrow();
    if (object.kind() == ObjectKind.HEADER && version != OpenApiVersion.V3_0) {
      return; // the other versions do not know them there
    }
    if (empty.isPresent()) {
      report(EMPTY, empty.get(), empty(object, version), object, api, context);
    }
    if (reserved.isPresent() && version != OpenApiVersion.V2_0) {
      report(RESERVED, reserved.get(), reserved(object, version), object, api, context);
    }
  }

  /** Where a parameter stands; empty where nothing of the kind is said. */
  private static String in(OpenApiObject object) {
    String in = object.kind() == ObjectKind.HEADER ? "header" : object.text("in");
    return switch (in) {
      case "query", "querystring", "path", "header", "cookie", "formData", "body" -> in;
      default -> "";
    };
  }

  /** Why it has no effect; empty where it has one. */
  private static String empty(OpenApiObject object, OpenApiVersion version) {
    boolean isSwagger = version == OpenApiVersion.V2_0;
    String in = in(object);
    if (in.isEmpty() || (isSwagger && in.equals("formData"))) {
      return "";
    }
    if (!in.equals("query")) {
      return isSwagger ? "it is for query and form parameters" : "it is for query parameters";
    }
    String style = isSwagger ? "" : object.text("style");
    return switch (style) {
      case "spaceDelimited", "pipeDelimited", "deepObject" ->
          "style " + style + " writes no empty value";
      default -> "";
    };
  }

  /** The same. From 3.2 on it goes with whatever percent-encodes values. */
  private static String reserved(OpenApiObject object, OpenApiVersion version) {
    String in = in(object);
    if (in.isEmpty()) {
      return "";
    }
    if (object.find("content").isPresent() && object.find("schema").isEmpty()) {
      return "the media type says how the value is written";
    }
    if (version != OpenApiVersion.V3_2) {
      return in.equals("query") ? "" : "it is for query parameters";
    }
    boolean isEncoded =
        !in.equals("header") && !(in.equals("cookie") && object.text("style").equals("cookie"));
    return isEncoded ? "" : "the value is not percent-encoded";
  }

  private static void report(
      String flag,
      Slice key,
      String reason,
      OpenApiObject object,
      OpenApiDescription api,
      RuleContext context) {
    if (!reason.isEmpty()) {
      context.report(
          Finding.at(
                  object.anchor().child(flag),
                  key,
                  "%s has no effect on the %s: %s",
                  flag,
                  label(object),
                  reason)
              .withFix(Entries.removing("Remove it", object.node(), object.anchor(), flag, api)));
    }
  }

  private static String label(OpenApiObject object) {
    if (object.kind() == ObjectKind.HEADER) {
      return "header " + object.name();
    }
    String name = object.text("name");
    return object.text("in") + " parameter " + (name.isEmpty() ? object.name() : name);
  }
}
