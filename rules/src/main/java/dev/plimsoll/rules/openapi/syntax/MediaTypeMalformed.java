package dev.plimsoll.rules.openapi.syntax;

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
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** No request can ask for such a type, and no answer can name it. */
@RuleInfo(
    id = "openapi/media-type-malformed",
    title = "Media type is malformed",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = "zally:172")
public final class MediaTypeMalformed extends OpenApiRule {

  /** The registry of IANA (RFC 6838, section 4.2). */
  private static final List<String> TOP_LEVEL =
      List.of(
          "application",
          "audio",
          "example",
          "font",
          "haptics",
          "image",
          "message",
          "model",
          "multipart",
          "text",
          "video");

  private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    lists(operation, api, context);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.MEDIA_TYPE, ObjectKind.DOCUMENT);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.kind() == ObjectKind.MEDIA_TYPE) {
      boolean isNamed =
          object.parent().isPresent() && object.parent().get().kind() == ObjectKind.COMPONENTS;
      if (!isNamed) {
        check(object.name(), object.key(), object.anchor(), context);
      }
    } else if (object.kind() == ObjectKind.DOCUMENT) {
      lists(object, api, context);
    }
  }

  private static void lists(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      list(object, "consumes", context);
      list(object, "produces", context);
    }
  }

  private static void list(OpenApiObject object, String field, RuleContext context) {
    Optional<YamlNode> types = object.find(field);
    if (types.isPresent() && types.get() instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        if (item instanceof Scalar type) {
          check(type.text(), type.slice(), object.anchor().child(field), context);
        }
      }
    }
  }

  private static void check(String type, Slice place, Anchor anchor, RuleContext context) {
    Optional<String> fault = fault(type);
    if (fault.isPresent()) {
      context.report(Finding.at(anchor, place, "%s is no media type: %s", name(type), fault.get()));
    }
  }

  private static String name(String type) {
    return type.isEmpty() ? "\"\"" : type;
  }

  /** What is wrong with it, if anything. */
  private static Optional<String> fault(String type) {
    int semicolon = type.indexOf(';');
    String name = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    int slash = name.indexOf('/');
    if (name.indexOf('{') >= 0 || (slash < 0 && name.startsWith("$"))) {
      return Optional.empty(); // for a tool to fill in
    }
    if (slash < 0) {
      return Optional.of("it must be a type and a subtype with a slash between them");
    }
    String top = name.substring(0, slash).toLowerCase(Locale.ROOT);
    String sub = name.substring(slash + 1);
    if (name.indexOf(',') >= 0) {
      return Optional.of("each type needs an entry of its own");
    }
    if (!isToken(top) || !isToken(sub)) {
      return Optional.of("a type and a subtype are letters, digits and few signs");
    }
    if (semicolon >= 0 && !areParameters(type.substring(semicolon + 1))) {
      return Optional.of("behind the semicolon a name, an equals sign and a value must stand");
    }
    boolean isKnown =
        TOP_LEVEL.contains(top) || top.startsWith("x-") || (top.equals("*") && sub.equals("*"));
    return isKnown
        ? Optional.empty()
        : Optional.of("there is no type " + top + NearestName.hint(top, TOP_LEVEL));
  }

  private static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isFine = c < 0x80 && (Character.isLetterOrDigit(c) || TOKEN_SIGNS.indexOf(c) >= 0);
      if (!isFine) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** Each a name, an equals sign and a value; one may be empty (RFC 9110, section 5.6.6). */
  private static boolean areParameters(String text) {
    int from = 0;
    while (from <= text.length()) {
      int semicolon = text.indexOf(';', from);
      int end = semicolon < 0 ? text.length() : semicolon;
      String parameter = text.substring(from, end).strip();
      int equals = parameter.indexOf('=');
      if (parameter.indexOf('"') >= 0) {
        return true; // a semicolon may be quoted
      }
      boolean isFine =
          parameter.isEmpty()
              || (equals > 0
                  && isToken(parameter.substring(0, equals))
                  && isToken(parameter.substring(equals + 1)));
      if (!isFine) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }
}
