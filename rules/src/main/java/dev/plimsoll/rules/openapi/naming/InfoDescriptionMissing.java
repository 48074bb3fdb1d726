package dev.plimsoll.rules.openapi.naming;

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
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/** What the API is for, and for whom, stands nowhere. */
@RuleInfo(
    id = "openapi/info-description-missing",
    title = "API has no description",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    aliases = {"spectral:info-description", "vacuum:info-description", "zally:218"})
public final class InfoDescriptionMissing extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.INFO);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Slice> place = MissingText.in(object, "description", api);
    if (place.isPresent()) {
      context.report(
          Finding.at(object.anchor(), place.get(), "no description tells what the API is for"));
    }
  }
}
