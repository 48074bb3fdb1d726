package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiObject;
import java.util.List;

/**
 * A schema of the bodies of errors, where it is defined.
 *
 * @param uses in the order of the text, one at least
 * @param isListed whether some body is a list of it
 */
record ErrorSchema(OpenApiObject object, ErrorShape shape, List<ErrorUse> uses, boolean isListed) {

  ErrorSchema {
    uses = List.copyOf(uses);
  }

  /** Whether it has a name of its own, by which others may refer to it. */
  boolean isShared() {
    return object.parent().isPresent()
        && (object.parent().get().kind() == ObjectKind.COMPONENTS
            || object.parent().get().kind() == ObjectKind.DOCUMENT);
  }

  /** How a message begins that is about it. */
  String label() {
    return isShared() ? object.name() : "the schema";
  }

  /** Whether it answers a status. */
  boolean answers(String status) {
    for (ErrorUse use : uses) {
      if (use.response().statuses().containsKey(status)) {
        return true;
      }
    }
    return false;
  }
}
