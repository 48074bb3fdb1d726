package dev.plimsoll.rules.openapi.errors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The errors that many operations share: how a response for each is called, and what it says. */
enum StandardError {
  BAD_REQUEST(
      "400", "BadRequest", "The request is not valid.", "badrequest|invalidrequest|invalidinput"),
  UNAUTHORIZED(
      "401",
      "Unauthorized",
      "Authentication is missing or not valid.",
      "unauthorized|unauthorised|unauthenticated|authenticationerror"),
  FORBIDDEN(
      "403", "Forbidden", "The caller may not do this.", "forbidden|accessdenied|permissiondenied"),
  NOT_FOUND("404", "NotFound", "There is no such resource.", "notfound"),
  CONFLICT("409", "Conflict", "The state of the resource does not allow this.", "conflict"),
  UNPROCESSABLE_CONTENT(
      "422",
      "UnprocessableContent",
      "The content of the request is not valid.",
      "unprocessable|validationerror|validationfailed"),
  TOO_MANY_REQUESTS(
      "429",
      "TooManyRequests",
      "Too many requests. Try again later.",
      "toomanyrequests|ratelimit|throttl"),
  INTERNAL_SERVER_ERROR(
      "500",
      "InternalServerError",
      "The server failed.",
      "internalserver|internalerror|servererror"),
  SERVICE_UNAVAILABLE(
      "503",
      "ServiceUnavailable",
      "The service is not available. Try again later.",
      "serviceunavailable"),
  DEFAULT("default", "Default", "An unexpected error.", "");

  private static final List<String> ANY =
      List.of(
          "default",
          "defaulterror",
          "error",
          "errorresponse",
          "generalerror",
          "genericerror",
          "unexpected",
          "unexpectederror");

  private final String status;
  private final String component;
  private final String description;
  private final String words; // with bars between them

  StandardError(String status, String component, String description, String words) {
    this.status = status;
    this.component = component;
    this.description = description;
    this.words = words;
  }

  String status() {
    return status;
  }

  /** The name of a shared response for it. */
  String component() {
    return component;
  }

  String description() {
    return description;
  }

  /** That of a status; nothing for one that no operation's shape calls for. */
  static Optional<StandardError> of(String status) {
    for (StandardError error : values()) {
      if (error.status.equals(status)) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }

  /** The one that the name of a shared response speaks of. */
  static Optional<StandardError> named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    for (StandardError error : values()) {
      if (error != DEFAULT && error.isNamedBy(plain)) {
        return Optional.of(error);
      }
    }
    return ANY.contains(plain) ? Optional.of(DEFAULT) : Optional.empty();
  }

  private boolean isNamedBy(String plain) {
    for (String word : (status + '|' + words).split("[|]", -1)) {
      if (plain.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
