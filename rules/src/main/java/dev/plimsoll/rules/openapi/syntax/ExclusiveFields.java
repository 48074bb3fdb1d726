package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Slice;
import java.util.Optional;

/** Each tool follows another of the two. */
@RuleInfo(
    id = "openapi/exclusive-fields",
    title = "Mutually exclusive fields stand together",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-schema", "vacuum:oas3-schema", "zally:101"})
public final class ExclusiveFields extends OpenApiRule {

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    ObjectKind kind = object.kind();
    if (kind == ObjectKind.LINK) {
      boolean isTold = both(object, "operationId", "operationRef", context);
      boolean hasOne =
          object.find("operationId").isPresent() || object.find("operationRef").isPresent();
      if (!isTold && !hasOne && !Entries.isOpen(object, api)) {
        context.report(
            Finding.at(
                object.anchor(),
                object.key(),
                "the link %s leads to no operation: it needs operationId or operationRef",
                object.name()));
      }
    } else if ((kind == ObjectKind.PARAMETER || kind == ObjectKind.HEADER)
        && !api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      both(object, "schema", "content", context);
    }
  }

  private static boolean both(OpenApiObject object, String one, String other, RuleContext context) {
    Optional<Slice> first = object.keyOf(one);
    Optional<Slice> second = object.keyOf(other);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    boolean isParameter = object.kind() == ObjectKind.PARAMETER;
    String name = isParameter ? object.text("name") : object.name();
    context.report(
        Finding.at(
                object.anchor().child(other),
                second.get(),
                "%s %s has %s and %s: only one of them may be there",
                label(object.kind()),
                name,
                one,
                other)
            .related(first.get(), "the other one"));
    return true;
  }

  private static String label(ObjectKind kind) {
    return switch (kind) {
      case LINK -> "the link";
      case HEADER -> "the header";
      default -> "the parameter";
    };
  }
}
