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

/** Its name alone tells neither what it does, nor in which unit or form it is given. */
@RuleInfo(
    id = "openapi/parameter-description-missing",
    title = "Parameter has no description",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    aliases = {
      "spectral:oas2-parameter-description",
      "vacuum:oas2-parameter-description",
      "spectral:oas3-parameter-description",
      "vacuum:oas3-parameter-description",
      "redocly:parameter-description"
    })
public final class ParameterDescriptionMissing extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PARAMETER);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<Slice> place = MissingText.in(object, "description", api);
    if (place.isPresent()) {
      boolean isItem = place.get().equals(object.node().slice());
      context.report(
          Finding.at(
              object.anchor(),
              isItem ? object.find("name").orElse(object.node()).slice() : place.get(),
              "the parameter %s has no description",
              object.text("name").isEmpty() ? object.name() : object.text("name")));
    }
  }
}
