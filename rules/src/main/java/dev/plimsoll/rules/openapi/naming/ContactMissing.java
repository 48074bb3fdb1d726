package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Profile;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import java.util.Optional;
import java.util.Set;

/** Whoever finds a fault, or depends on the API, has nobody to ask. */
@RuleInfo(
    id = "openapi/contact-missing",
    title = "Contact is missing",
    severity = Severity.INFO,
    category = Category.MAINTAINABILITY,
    profile = Profile.STRICT,
    aliases = {"spectral:info-contact", "redocly:info-contact", "vacuum:info-contact", "zally:218"})
public final class ContactMissing extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.INFO);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> contact = object.find("contact");
    if (contact.isEmpty() && !Entries.isOpen(object, api)) {
      context.report(
          Finding.at(object.anchor(), object.key(), "info names no contact to ask about the API"));
    } else if (contact.isPresent()
        && contact.get() instanceof Mapping mapping
        && mapping.entries().isEmpty()) {
      context.report(
          Finding.at(
              object.anchor().child("contact"),
              object.keyOf("contact").orElse(object.key()),
              "the contact is empty: nobody is named to ask about the API"));
    }
  }
}
