package dev.plimsoll.rules.openapi.security;

import dev.plimsoll.model.openapi.EffectiveSecurity;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SecuritySchemes;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.RuleContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The operations for which neither they nor the document say what security they require. One that
 * says that it requires none has decided so.
 *
 * @param isAsked whether anything in the document requires security: where nothing does, the fault
 *     is one
 */
record OpenOperations(List<OpenApiObject> operations, boolean isAsked) {

  static final Set<String> WRITES = Set.of("post", "put", "patch", "delete");
  static final Set<String> READS = Set.of("get", "head", "query");

  OpenOperations {
    operations = List.copyOf(operations);
  }

  /** Those of some methods, but for paths that have to be open. */
  static OpenOperations of(OpenApiDescription api, Set<String> methods, List<String> exceptions) {
    List<OpenApiObject> open = new ArrayList<>();
    boolean isAsked = false;
    for (OpenApiObject requirement : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      isAsked |= !requirement.node().entries().isEmpty();
    }
    for (OpenApiObject operation : api.objects(ObjectKind.OPERATION)) {
      if (methods.contains(operation.name())
          && isServed(operation)
          && !PublicPaths.hold(operation, exceptions)) {
        EffectiveSecurity security = EffectiveSecurity.of(operation, api);
        if (security.isKnown() && security.owner().isEmpty()) {
          open.add(operation);
        }
      }
    }
    return new OpenOperations(
        isAsked || !SecuritySchemes.of(api).areNone() ? open : List.of(), isAsked);
  }

  /** Whether it is one of the API itself: webhooks and callbacks are requests that it sends. */
  static boolean isServed(OpenApiObject operation) {
    Optional<OpenApiObject> item = operation.parent();
    return item.isPresent()
        && item.get().kind() == ObjectKind.PATH_ITEM
        && item.get().parent().isPresent()
        && item.get().parent().get().kind() == ObjectKind.PATHS;
  }

  private static String path(OpenApiObject operation) {
    return operation.parent().orElseThrow().name();
  }

  /** Reports each, or all at the first. */
  void report(RuleContext context) {
    for (OpenApiObject operation : operations) {
      context.report(
          Finding.at(
              operation.anchor(),
              operation.key(),
              "%s %s requires no security%s",
              operation.name().toUpperCase(Locale.ROOT),
              path(operation),
              isAsked ? ": anybody may call it" : others()));
      if (!isAsked) {
        return;
      }
    }
  }

  private String others() {
    return switch (operations.size()) {
      case 1 -> ": nothing asks for a scheme that the document declares";
      case 2 -> ", like 1 other: nothing asks for a scheme that the document declares";
      default ->
          ", like "
              + (operations.size() - 1)
              + " others: nothing asks for a scheme that the document declares";
    };
  }
}
