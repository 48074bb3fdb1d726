package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.StructureFault;
import dev.plimsoll.parse.yaml.tree.CoreSchema;

/** The faults of structure that a rule of their own names better. */
final class NamedElsewhere {

  private NamedElsewhere() {}

  /** Whether another rule reports the fault. */
  static boolean is(StructureFault fault) {
    return switch (fault.kind()) {
      case MISSING_FIELD -> isMissing(fault.object(), fault.field());
      case WRONG_TYPE -> isWrongType(fault);
      case INVALID_VALUE -> isKeyword(fault);
      case UNKNOWN_FIELD -> isComposition(fault);
    };
  }

  /** swagger-composition-unsupported: all other versions know them. */
  static boolean isComposition(StructureFault fault) {
    return fault.object() == ObjectKind.SCHEMA
        && switch (fault.field()) {
          case "anyOf", "oneOf", "not" -> true;
          default -> false;
        };
  }

  /** responses-missing, response-description-missing, server-variable-default-missing. */
  private static boolean isMissing(ObjectKind object, String field) {
    return switch (object) {
      case OPERATION -> field.equals("responses");
      case RESPONSE -> field.equals("description");
      case SERVER_VARIABLE -> field.equals("default");
      default -> false;
    };
  }

  /** response-status-invalid, and those of values and keywords. */
  private static boolean isWrongType(StructureFault fault) {
    return VersionUnquoted.isIts(fault)
        || isKeyword(fault)
        || isExample(fault)
        || (fault.object() == ObjectKind.RESPONSES && !isStatus(fault.field()));
  }

  /** example-not-wrapped. */
  private static boolean isExample(StructureFault fault) {
    return switch (fault.object()) {
      case MEDIA_TYPE, PARAMETER, HEADER, COMPONENTS ->
          fault.field().equals("examples")
              ? fault.object() != ObjectKind.COMPONENTS
              : fault.anchor().address().endsWith("/examples/" + fault.field().replace('/', '|'));
      default -> false;
    };
  }

  private static boolean isStatus(String key) {
    return key.equals("default") || (!key.isEmpty() && Character.isDigit(key.charAt(0)));
  }

  private static boolean isKeyword(StructureFault fault) {
    return switch (fault.object()) {
      case SCHEMA, PARAMETER, HEADER, ITEMS -> isOfSchemas(fault);
      default -> false;
    };
  }

  /**
   * schema-type-unknown, type-list-unsupported, exclusive-bound-mistyped, schema-bounds-invalid.
   */
  private static boolean isOfSchemas(StructureFault fault) {
    return switch (fault.field()) {
      case "type" -> true;
      case "exclusiveMinimum", "exclusiveMaximum" -> fault.isNumberOrTruth();
      case "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "minProperties",
          "maxProperties",
          "minContains",
          "maxContains" ->
          fault.actual().equals(CoreSchema.Type.INTEGER.label());
      default -> false;
    };
  }
}
