package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/** A license is named by one of them: two can name two. */
@RuleInfo(
    id = "openapi/license-url-and-identifier",
    title = "License has both url and identifier",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:oas3-schema", "vacuum:info-license-spdx", "vacuum:oas3-schema"})
public final class LicenseUrlAndIdentifier extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.LICENSE);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (!api.hasJsonSchema()) {
      return;
    }
    Optional<Slice> url = object.keyOf("url");
    if (url.isPresent() && object.find("identifier").isPresent()) {
      context.report(
          Finding.at(
                  object.anchor().child("url"),
                  url.get(),
                  "the license has a url beside its identifier %s: only one of them may be there",
                  object.text("identifier"))
              .withFix(
                  Entries.removing("Drop the url", object.node(), object.anchor(), "url", api)));
    }
  }
}
