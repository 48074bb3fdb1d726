package dev.plimsoll.rules.openapi.errors;

import java.util.Locale;

/** A body of a response that tells of an error. */
record ErrorUse(ErrorResponse response, Body body) {

  /** How messages call it: {@code the 404 response of GET /orders}. */
  String label() {
    return label(response.uses().get(0));
  }

  static String label(ErrorResponse.Use use) {
    String path = use.operation().parent().isPresent() ? use.operation().parent().get().name() : "";
    String method = use.operation().name().toUpperCase(Locale.ROOT);
    return "the " + use.status() + " response of " + method + " " + path;
  }
}
