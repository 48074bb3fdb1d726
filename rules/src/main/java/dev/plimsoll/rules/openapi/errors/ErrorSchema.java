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

  private static final int MOST_LISTED = 9;

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

  /** Its members as messages list them, {@code error.code} where one wraps the others. */
  String listing() {
    if (shape.names().size() == 1) {
      String wrapper = shape.names().iterator().next();
      ErrorShape member = shape.of(wrapper);
      ErrorShape inner = member.isObject() ? member : member.items();
      if (inner.isObject()) {
        return wrapper + "." + listing(inner, ", " + wrapper + ".");
      }
    }
    return listing(shape, ", ");
  }

  private static String listing(ErrorShape shape, String between) {
    List<String> names = List.copyOf(shape.names());
    return names.size() <= MOST_LISTED
        ? String.join(between, names)
        : String.join(between, names.subList(0, MOST_LISTED)) + " and more";
  }
}
