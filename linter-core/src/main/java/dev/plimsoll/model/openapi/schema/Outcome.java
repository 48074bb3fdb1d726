package dev.plimsoll.model.openapi.schema;

/** Whether a value fits a schema. */
enum Outcome {
  VALID,
  /** What decides is not there to be read. */
  UNKNOWN,
  INVALID;

  /** Of two schemas that both must be met. */
  Outcome and(Outcome other) {
    return compareTo(other) >= 0 ? this : other;
  }

  static Outcome of(boolean isValid) {
    return isValid ? VALID : INVALID;
  }
}
