package dev.plimsoll.model.openapi.schema;

/**
 * Which way a value goes: what is only read may be missing from a request, what is only written
 * from a response.
 */
public enum Direction {
  REQUEST,
  RESPONSE,
  /** Nobody says, or either. */
  ANY;

  /** The keyword whose properties may be missing. */
  boolean excuses(String keyword) {
    return keyword.equals("readOnly") ? this != RESPONSE : this != REQUEST;
  }
}
