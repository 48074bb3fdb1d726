package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.Optional;
import java.util.Set;

/** Only the listed words mean anything there, and no header can have a name with a blank in it. */
@RuleInfo(
    id = "openapi/invalid-value",
    title = "Value is outside what the field allows",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-schema",
      "spectral:oas3-schema",
      "redocly:struct",
      "vacuum:oas2-schema",
      "vacuum:oas3-schema",
      "zally:101"
    })
public final class InvalidValue extends OpenApiRule {

  @Override
  public void fault(StructureFault fault, OpenApiDescription api, RuleContext context) {
    if (fault.kind() != StructureFault.Kind.INVALID_VALUE || NamedElsewhere.is(fault)) {
      return;
    }
    Optional<String> meant = NearestName.of(Edit.unquoted(fault.place()).text(), fault.expected());
    Finding finding =
        Finding.at(
            fault.anchor(),
            fault.place(),
            "%s is %s, which is none of %s%s",
            fault.field(),
            Edit.unquoted(fault.place()),
            String.join(", ", fault.expected()),
            meant.isPresent() ? " (did you mean " + meant.get() + "?)" : "");
    if (meant.isPresent()) {
      Edit edit = Edit.replaceWord(fault.place(), meant.get());
      finding =
          finding.withFix(Fix.unsafe("Make it " + meant.get(), edit).changing(fault.anchor()));
    }
    context.report(finding);
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(
        ObjectKind.PARAMETER, ObjectKind.SECURITY_SCHEME, ObjectKind.RESPONSE, ObjectKind.ENCODING);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    switch (object.kind()) {
      case PARAMETER -> {
        HeaderNames.inName(object, context);
        Styles.judge(object, api.version().orElseThrow(), context);
      }
      case SECURITY_SCHEME -> HeaderNames.inName(object, context);
      case RESPONSE, ENCODING -> HeaderNames.inKeys(object, context);
      default -> {}
    }
  }
}
