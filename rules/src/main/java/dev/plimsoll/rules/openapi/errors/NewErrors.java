package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.model.openapi.OpenApiVersion;
import java.util.ArrayList;
import java.util.List;

/** Error responses and their schema as a fix writes them into a description of some version. */
final class NewErrors {

  /** The name of the schema that is offered where a description has none. */
  static final String PROBLEM = "Problem";

  /** The name of a schema that a description has for its errors and does not name. */
  static final String ERROR = "Error";

  /** Their media type. */
  static final String PROBLEM_JSON = "application/problem+json";

  /** The name of the schema of one fault among several. */
  static final String DETAIL = "ProblemError";

  /** Rules that want of a schema what only its author knows: how long a text of it gets. */
  static final List<String> WISHES =
      List.of(
          "openapi/array-unbounded",
          "openapi/error-code-unconstrained",
          "openapi/example-missing",
          "openapi/number-unbounded",
          "openapi/object-unbounded",
          "openapi/rate-limit-headers-missing",
          "openapi/string-unbounded",
          "openapi/string-unrestricted");

  private final boolean isSwagger;

  NewErrors(OpenApiVersion version) {
    this.isSwagger = version == OpenApiVersion.V2_0;
  }

  /** Where the schemas of a version stand. */
  static String schemas(OpenApiVersion version) {
    return version == OpenApiVersion.V2_0 ? "#/definitions/" : "#/components/schemas/";
  }

  /** A reference. */
  static NewYaml reference(String target) {
    return NewYaml.mapping(NewYaml.pair("$ref", NewYaml.text(target)));
  }

  /** A response for an error, whose body has the schema of a model. */
  NewYaml response(StandardError error, ErrorModel model) {
    List<NewYaml.Pair> pairs = new ArrayList<>();
    pairs.add(NewYaml.pair("description", NewYaml.text(error.description())));
    if (error == StandardError.TOO_MANY_REQUESTS || error == StandardError.SERVICE_UNAVAILABLE) {
      pairs.add(NewYaml.pair("headers", NewYaml.mapping(retryAfter())));
    }
    pairs.add(body(model));
    return new NewYaml.Pairs(pairs);
  }

  /** The entry of a response that says what its body is. */
  NewYaml.Pair body(ErrorModel model) {
    NewYaml.Pair schema = NewYaml.pair("schema", reference(model.reference()));
    return isSwagger
        ? schema
        : NewYaml.pair(
            "content", NewYaml.mapping(NewYaml.pair(model.mediaType(), NewYaml.mapping(schema))));
  }

  /** The header that tells a client when to come back (RFC 9110, section 10.2.3). */
  NewYaml.Pair retryAfter() {
    NewYaml.Pair description =
        NewYaml.pair("description", NewYaml.text("The seconds to wait before the next request."));
    NewYaml.Pair type = NewYaml.pair("type", NewYaml.text("integer"));
    return NewYaml.pair(
        "Retry-After",
        isSwagger
            ? NewYaml.mapping(description, type)
            : NewYaml.mapping(description, NewYaml.pair("schema", NewYaml.mapping(type))));
  }

  /** Problem details (RFC 9457), with a code for programs and a list of what is wrong. */
  static NewYaml problem(String schemas) {
    NewYaml errors =
        NewYaml.mapping(
            NewYaml.pair(
                "description", NewYaml.text("What is wrong with the request, one by one.")),
            NewYaml.pair("type", NewYaml.text("array")),
            NewYaml.pair("items", reference(schemas + DETAIL)));
    return NewYaml.mapping(
        NewYaml.pair("description", NewYaml.text("What went wrong (RFC 9457).")),
        NewYaml.pair("type", NewYaml.text("object")),
        NewYaml.pair("required", names(List.of("title", "status", "code"))),
        NewYaml.pair(
            "properties",
            NewYaml.mapping(
                text("type", "uri-reference", "A URI that names the kind of problem."),
                text("title", "", "The kind of problem in a few words."),
                NewYaml.pair("status", status()),
                text("detail", "", "What went wrong this time."),
                text("instance", "uri-reference", "A URI that names this occurrence."),
                text("code", "", "The kind of problem for programs, such as ORDER_NOT_FOUND."),
                NewYaml.pair("errors", errors))));
  }

  private static NewYaml status() {
    return NewYaml.mapping(
        NewYaml.pair("description", NewYaml.text("The HTTP status of the response.")),
        NewYaml.pair("type", NewYaml.text("integer")),
        NewYaml.pair("minimum", NewYaml.plain("100")),
        NewYaml.pair("maximum", NewYaml.plain("599")));
  }

  /** One thing that is wrong with a request, and where. */
  static NewYaml detail() {
    return NewYaml.mapping(
        NewYaml.pair("description", NewYaml.text("One thing that is wrong, and where it stands.")),
        NewYaml.pair("type", NewYaml.text("object")),
        NewYaml.pair("required", names(List.of("code", "detail"))),
        NewYaml.pair(
            "properties",
            NewYaml.mapping(
                text("code", "", "The kind of fault for programs, such as REQUIRED."),
                text("detail", "", "What is wrong."),
                text("pointer", "json-pointer", "A JSON pointer into the body."),
                text("parameter", "", "The name of the parameter."),
                text("header", "", "The name of the header."))));
  }

  static NewYaml names(List<String> names) {
    List<NewYaml> items = new ArrayList<>();
    for (String name : names) {
      items.add(NewYaml.text(name));
    }
    return new NewYaml.Items(items);
  }

  private static NewYaml.Pair text(String name, String format, String description) {
    List<NewYaml.Pair> pairs = new ArrayList<>();
    pairs.add(NewYaml.pair("description", NewYaml.text(description)));
    pairs.add(NewYaml.pair("type", NewYaml.text("string")));
    if (!format.isEmpty()) {
      pairs.add(NewYaml.pair("format", NewYaml.text(format)));
    }
    return NewYaml.pair(name, new NewYaml.Pairs(pairs));
  }
}
