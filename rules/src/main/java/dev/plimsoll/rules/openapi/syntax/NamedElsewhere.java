package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.StructureFault;

/** The faults of structure that a rule of their own names better. */
final class NamedElsewhere {

  private NamedElsewhere() {}

  /** Whether another rule reports the fault. */
  static boolean is(StructureFault fault) {
    return hasKeywords(fault.object())
        && switch (fault.kind()) {
          case WRONG_TYPE, INVALID_VALUE -> isOfSchemas(fault);
          case UNKNOWN_FIELD, MISSING_FIELD -> false;
        };
  }

  private static boolean hasKeywords(ObjectKind kind) {
    return kind == ObjectKind.SCHEMA
        || kind == ObjectKind.PARAMETER
        || kind == ObjectKind.HEADER
        || kind == ObjectKind.ITEMS;
  }

  /** schema-type-unknown, type-list-unsupported; exclusive-bound-mistyped. */
  private static boolean isOfSchemas(StructureFault fault) {
    return switch (fault.field()) {
      case "type" -> true;
      case "exclusiveMinimum", "exclusiveMaximum" -> fault.isNumberOrTruth();
      default -> false;
    };
  }
}
