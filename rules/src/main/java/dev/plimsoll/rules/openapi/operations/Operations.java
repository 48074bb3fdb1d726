package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.Locale;
import java.util.Optional;

/** What rules about operations share. */
final class Operations {

  private Operations() {}

  /** How messages call one: {@code GET /orders}. */
  static String label(OpenApiObject operation) {
    String method = operation.name().toUpperCase(Locale.ROOT);
    Optional<OpenApiObject> item = operation.parent();
    return item.isEmpty() ? method : method + " " + item.get().name();
  }

  /** A status by which such an operation succeeds, with no more than the response must have. */
  static NewYaml.Pair success(OpenApiObject operation) {
    boolean isRemoval = operation.name().equals("delete");
    return NewYaml.pair(
        isRemoval ? "204" : "200",
        NewYaml.mapping(
            NewYaml.pair("description", NewYaml.text(isRemoval ? "No Content" : "OK"))));
  }
}
