package dev.plimsoll.rules.openapi.errors;

/**
 * An error that the shape of an operation calls for.
 *
 * @param reason as a message says it of the operation behind "although"
 */
record Called(StandardError error, String reason) {}
