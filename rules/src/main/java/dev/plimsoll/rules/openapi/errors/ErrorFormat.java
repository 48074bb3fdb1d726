package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What errors are to look like in a description that has no model of its own.
 *
 * @param model of their bodies
 * @param schemas that have to be written for it, by their names
 */
record ErrorFormat(ErrorModel model, Map<String, NewYaml> schemas) {

  private static final String JSON = "application/json";

  /**
   * The format that a configuration names.
   *
   * @param name {@code problem}, {@code google}, {@code microsoft}, or a reference, its file as the
   *     workspace calls it
   */
  static ErrorFormat of(String name, OpenApiVersion version, OpenApiFile file) {
    String section = NewErrors.schemas(version);
    Map<String, NewYaml> schemas = new LinkedHashMap<>();
    switch (name) {
      case "problem" -> {
        schemas.put(NewErrors.PROBLEM, NewErrors.problem(section));
        schemas.put(NewErrors.DETAIL, NewErrors.detail());
      }
      case "google" -> {
        schemas.put("ErrorResponse", wrapper(section));
        schemas.put("Error", google(section));
        schemas.put("ErrorDetail", googleDetail());
      }
      case "microsoft" -> {
        schemas.put("ErrorResponse", wrapper(section));
        schemas.put("Error", microsoft(section));
        schemas.put("InnerError", innerError(section));
      }
      default -> {
        String mediaType = name.contains("Problem") ? NewErrors.PROBLEM_JSON : JSON;
        return new ErrorFormat(new ErrorModel(relative(name, file.name()), mediaType), schemas);
      }
    }
    boolean isProblem = name.equals("problem");
    String reference = section + (isProblem ? NewErrors.PROBLEM : "ErrorResponse");
    return new ErrorFormat(
        new ErrorModel(reference, isProblem ? NewErrors.PROBLEM_JSON : JSON), schemas);
  }

  /** A reference of the workspace as a file writes it. */
  private static String relative(String reference, String from) {
    int hash = reference.indexOf('#');
    String target = reference.substring(0, hash);
    if (target.isEmpty() || target.equals(from)) {
      return reference.substring(hash);
    }
    int common = 0;
    for (int i = 0; i < Math.min(target.length(), from.length()); i++) {
      if (target.charAt(i) != from.charAt(i)) {
        break;
      }
      common = target.charAt(i) == '/' ? i + 1 : common;
    }
    StringBuilder relative = new StringBuilder();
    for (int i = common; i < from.length(); i++) {
      relative.append(from.charAt(i) == '/' ? "../" : "");
    }
    return relative.append(reference.substring(common)).toString();
  }

  /** The status of AIP-193 and the error of Microsoft's guidelines stand alone in an object. */
  private static NewYaml wrapper(String section) {
    return object(
        "An answer to a request that failed.",
        List.of("error"),
        NewYaml.pair("error", NewErrors.reference(section + "Error")));
  }

  private static NewYaml google(String section) {
    return object(
        "What went wrong (AIP-193).",
        List.of("code", "message", "status"),
        typed("code", "integer", "The HTTP status of the response."),
        typed("message", "string", "What went wrong, for developers."),
        typed("status", "string", "The kind of error for programs, such as INVALID_ARGUMENT."),
        list("details", "What is known beyond that.", section + "ErrorDetail"));
  }

  private static NewYaml googleDetail() {
    NewYaml metadata =
        NewYaml.mapping(
            NewYaml.pair("description", NewYaml.text("What the error is about.")),
            NewYaml.pair("type", NewYaml.text("object")),
            NewYaml.pair(
                "additionalProperties",
                NewYaml.mapping(NewYaml.pair("type", NewYaml.text("string")))));
    return object(
        "A detail of an error; its type tells what else is in it.",
        List.of("@type"),
        typed("@type", "string", "The type, such as type.googleapis.com/google.rpc.ErrorInfo."),
        typed("reason", "string", "The cause for programs, such as ORDER_NOT_FOUND."),
        typed("domain", "string", "The service that names the reason."),
        NewYaml.pair("metadata", metadata));
  }

  private static NewYaml microsoft(String section) {
    return object(
        "What went wrong.",
        List.of("code", "message"),
        typed("code", "string", "The kind of error for programs, such as OrderNotFound."),
        typed("message", "string", "What went wrong, for developers."),
        typed("target", "string", "What of the request it is about."),
        list("details", "The errors that led to it.", section + "Error"),
        NewYaml.pair("innererror", NewErrors.reference(section + "InnerError")));
  }

  private static NewYaml innerError(String section) {
    return object(
        "What is known beyond the code.",
        List.of(),
        typed("code", "string", "A more specific kind of error."),
        NewYaml.pair("innererror", NewErrors.reference(section + "InnerError")));
  }

  private static NewYaml object(
      String description, List<String> required, NewYaml.Pair... properties) {
    List<NewYaml.Pair> pairs = new ArrayList<>();
    pairs.add(NewYaml.pair("description", NewYaml.text(description)));
    pairs.add(NewYaml.pair("type", NewYaml.text("object")));
    if (!required.isEmpty()) {
      pairs.add(NewYaml.pair("required", NewErrors.names(required)));
    }
    pairs.add(NewYaml.pair("properties", NewYaml.mapping(properties)));
    return new NewYaml.Pairs(pairs);
  }

  private static NewYaml.Pair typed(String name, String type, String description) {
    return NewYaml.pair(
        name,
        NewYaml.mapping(
            NewYaml.pair("description", NewYaml.text(description)),
            NewYaml.pair("type", NewYaml.text(type))));
  }

  private static NewYaml.Pair list(String name, String description, String items) {
    return NewYaml.pair(
        name,
        NewYaml.mapping(
            NewYaml.pair("description", NewYaml.text(description)),
            NewYaml.pair("type", NewYaml.text("array")),
            NewYaml.pair("items", NewErrors.reference(items))));
  }
}
