package dev.plimsoll.rules.openapi.errors;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A library that answers errors in a form of its own unless told otherwise.
 *
 * @param name how messages call it
 * @param lack what its form lacks, as the end of a sentence
 */
record Framework(String name, String lack) {

  private static final String GRPC = "grpc-gateway";
  private static final String NO_CODE = "it has no code a client can rely on";
  private static final Set<String> ASP_NET =
      Set.of("type", "title", "status", "detail", "instance", "errors", "traceId", "extensions");
  private static final Set<String> LONE = Set.of("detail", "error");

  /** Whether its form can be given a code; that of gRPC has a place for it in its details. */
  boolean isExtensible() {
    return !name.equals(GRPC);
  }

  /** Whose form a shape is, by its members alone. */
  static Optional<Framework> of(ErrorShape shape) {
    if (!shape.isKnown() || !shape.isObject()) {
      return Optional.empty();
    }
    Optional<Framework> found = shape.names().size() == 1 ? lone(shape) : Optional.empty();
    for (int i = 0; i < 4 && found.isEmpty(); i++) {
      found =
          switch (i) {
            case 0 -> problem(shape);
            case 1 -> java(shape);
            case 2 -> script(shape);
            default -> other(shape);
          };
    }
    return found;
  }

  private static Optional<Framework> lone(ErrorShape shape) {
    String name = shape.names().iterator().next();
    ErrorShape member = shape.of(name);
    if (name.equals("detail") && has(member.items(), "loc", "msg")) {
      return found("FastAPI", "it has no code for the error as a whole");
    }
    if (!LONE.contains(name) || !member.isText() || member.hasEnum()) {
      return Optional.empty();
    }
    return switch (name) {
      case "detail" -> found("Django REST framework and FastAPI", NO_CODE);
      default -> found("Express, Hono and Gin", NO_CODE);
    };
  }

  /** Those that go by RFC 9457. */
  private static Optional<Framework> problem(ErrorShape shape) {
    if (!has(shape, "title", "status")) {
      return Optional.empty();
    }
    if (isOnly(shape, "type", "title", "status", "detail", "instance", "properties")
        && shape.has("properties")) {
      return found("Spring", "what properties holds is sent beside title, and it has no code");
    }
    if (isOnly(shape, "$schema", "type", "title", "status", "detail", "instance", "errors")
        && has(shape.of("errors").items(), "location", "message", "value")) {
      return found("huma", NO_CODE);
    }
    if (ASP_NET.containsAll(shape.names())
        && shape.of("type").isNullable()
        && shape.of("title").isNullable()
        && shape.of("status").isNullable()) {
      return found("ASP.NET", "its type only tells the status, and it has no code");
    }
    return isOnly(shape, "title", "status", "violations")
            && has(shape.of("violations").items(), "field", "message")
        ? found("Quarkus", NO_CODE)
        : Optional.empty();
  }

  private static Optional<Framework> java(ErrorShape shape) {
    if (has(shape, "timestamp", "status", "error")
        && (shape.has("path") || shape.has("message"))
        && isOnly(
            shape,
            "timestamp",
            "status",
            "error",
            "path",
            "message",
            "trace",
            "exception",
            "errors",
            "requestId")) {
      return found("Spring", "its error is the status again, and it has no code");
    }
    return has(shape, "message", "_links")
            && isOnly(shape, "message", "logref", "path", "_links", "_embedded")
        ? found("Micronaut", NO_CODE)
        : Optional.empty();
  }

  private static Optional<Framework> script(ErrorShape shape) {
    if (has(shape, "statusCode", "message") && isOnly(shape, "statusCode", "message", "error")) {
      return found("NestJS", NO_CODE);
    }
    if (isOnly(shape, "success", "error") && has(shape.of("error"), "issues", "name")) {
      return found("Zod", "its only name is that of the validator");
    }
    if (has(shape, "message", "errors") && isOnly(shape, "message", "errors")) {
      ErrorShape errors = shape.of("errors");
      if (has(errors.items(), "path", "message", "errorCode")) {
        return found("express-openapi-validator", "its only codes are those of the validator");
      }
      return isMapOfTexts(errors) ? found("Laravel", NO_CODE) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether each value of it is a text or a list of texts, as far as it says so. */
  private static boolean isMapOfTexts(ErrorShape shape) {
    if (shape.isFreeForm()) {
      ErrorShape value = shape.values();
      return value.isFreeForm() || value.isText() || value.items().isText();
    }
    for (String name : shape.names()) {
      if (!shape.of(name).items().isText()) {
        return false;
      }
    }
    return shape.isObject();
  }

  private static Optional<Framework> other(ErrorShape shape) {
    if (has(shape, "code", "message", "details")
        && isOnly(shape, "error", "code", "message", "details")
        && shape.of("code").isNumber()
        && isAny(shape.of("details").items())) {
      return found(GRPC, "its code is one of the 17 of gRPC, and details may hold anything");
    }
    if (has(shape, "code", "message")
        && isOnly(shape, "code", "message")
        && ErrorMembers.isStatus(shape.of("code"))) {
      return found("swaggo's HTTPError", "its code is the HTTP status again");
    }
    if (has(shape, "code", "status", "message", "errors")
        && isOnly(shape, "code", "status", "message", "errors")
        && shape.of("code").isNumber()
        && shape.of("errors").isFreeForm()) {
      return found("flask-smorest", "its code is the HTTP status again");
    }
    if (has(shape, "status_code", "detail") && isOnly(shape, "status_code", "detail", "extra")) {
      return found("Litestar", NO_CODE);
    }
    return has(shape, "status", "error")
            && isOnly(shape, "status", "error")
            && shape.of("status").isNumber()
            && shape.of("error").isText()
        ? found("Rails", NO_CODE)
        : Optional.empty();
  }

  private static boolean isAny(ErrorShape items) {
    return items.isFreeForm() || has(items, "@type") || has(items, "type_url");
  }

  private static Optional<Framework> found(String name, String lack) {
    return Optional.of(new Framework(name, lack));
  }

  private static boolean has(ErrorShape shape, String... names) {
    return shape.names().containsAll(List.of(names));
  }

  private static boolean isOnly(ErrorShape shape, String... names) {
    return List.of(names).containsAll(shape.names());
  }
}
