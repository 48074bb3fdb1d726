package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.Locale;
import java.util.Set;

/** Nobody can tell what is in such a body, or test it. */
@RuleInfo(
    id = "openapi/media-type-without-schema",
    title = "Media type has no schema",
    severity = Severity.INFO,
    category = Category.RELIABILITY,
    profile = Profile.STRICT)
public final class MediaTypeWithoutSchema extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.MEDIA_TYPE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (object.find("schema").isEmpty()
        && object.find("itemSchema").isEmpty()
        && !(api.hasJsonSchema() && isOpaque(object.name()))
        && !Entries.isOpen(object, api)) {
      context.report(
          Finding.at(
              object.anchor(), object.key(), "the media type %s has no schema", object.name()));
    }
  }

  /** Whether bytes are all that there is to it: from 3.1 on such a type needs no schema. */
  private static boolean isOpaque(String type) {
    String name = type.toLowerCase(Locale.ROOT);
    boolean isText =
        name.startsWith("text/")
            || name.startsWith("multipart/")
            || name.startsWith("*")
            || name.startsWith("application/x-www-form-urlencoded")
            || name.startsWith("application/*")
            || name.contains("json")
            || name.contains("xml")
            || name.contains("yaml");
    return !isText || name.startsWith("image/svg");
  }
}
