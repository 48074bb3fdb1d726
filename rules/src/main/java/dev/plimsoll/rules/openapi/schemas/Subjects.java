package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiObject;

/** What messages call schemas by. */
final class Subjects {

  private Subjects() {}

  /**
   * The name of a schema, or of what it is the schema of: {@code page}, {@code application/json}.
   */
  static String of(OpenApiObject schema) {
    if (schema.parent().isEmpty() || schema.parent().get().kind() == ObjectKind.SCHEMA) {
      return schema.name();
    }
    OpenApiObject owner = schema.parent().get();
    String name = owner.kind() == ObjectKind.PARAMETER ? owner.text("name") : "";
    return switch (owner.kind()) {
      case RESPONSE -> owner.label();
      case PARAMETER, HEADER, MEDIA_TYPE -> name.isEmpty() ? owner.name() : name;
      default -> schema.name();
    };
  }

  /** How messages call an array: "the array tags". */
  static String array(OpenApiObject object) {
    if (object.kind() != ObjectKind.SCHEMA) {
      String name = object.kind() == ObjectKind.PARAMETER ? object.text("name") : object.name();
      return object.kind() == ObjectKind.ITEMS ? "an array within an array" : "the array " + name;
    }
    if (object.parent().isEmpty()) {
      return "the array " + object.name();
    }
    return switch (object.parent().get().kind()) {
      case SCHEMA -> inSchema(object);
      case MEDIA_TYPE, RESPONSE -> "the array in " + Subjects.of(object);
      default -> "the array " + Subjects.of(object);
    };
  }

  private static String inSchema(OpenApiObject object) {
    if (Keywords.isOf(object, "items")) {
      return "an array within an array";
    }
    return Keywords.isOf(object, object.name()) ? "an array" : "the array " + object.name();
  }
}
