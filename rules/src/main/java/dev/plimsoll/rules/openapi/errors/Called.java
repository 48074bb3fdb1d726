package dev.plimsoll.rules.openapi.errors;

/**
 * An error that the shape of an operation calls for.
 *
 * @param reason as a message says it behind "although" or "as"
 */
record Called(StandardError error, String reason) {}
