package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Counts the uses of each schema and media type by the error responses of a description. */
final class ErrorTally {

  /** Of a hundred error bodies with fields, as many have to have the schema. */
  private static final int LEAST_PERCENT = 60;

  /** Names of schemas that nothing but errors are called by, the likeliest first. */
  private static final List<String> NAMES =
      List.of(
          "problem",
          "problemdetails",
          "problemdetail",
          "errorresponse",
          "apierror",
          "errormodel",
          "errorbody",
          "httperror",
          "error");

  private static final String AWAY = " away";
  private static final String WRITTEN_OUT = " ";

  private final OpenApiDescription api;
  private final Map<String, Integer> successes;
  private final Map<String, Integer> schemas = new LinkedHashMap<>();
  private final Map<String, Map<String, Integer>> mediaTypes = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final Map<String, YamlNode> unnamed = new HashMap<>();

  private ErrorTally(OpenApiDescription api, Map<String, Integer> successes) {
    this.api = api;
    this.successes = successes;
  }

  static ErrorTally of(OpenApiDescription api, List<Answers> answers) {
    return new ErrorTally(api, successes(api, answers));
  }

  /** How often a schema is the body of a success. */
  private static Map<String, Integer> successes(OpenApiDescription api, List<Answers> answers) {
    Map<String, Integer> counts = new HashMap<>();
    for (Answers each : answers) {
      for (Entry entry : each.responses().entries()) {
        Optional<Mapping> response =
            entry.key() instanceof Scalar key && Statuses.isIn('2', key.text())
                ? api.resolve(entry.value())
                : Optional.empty();
        if (response.isPresent()) {
          for (Body body : Body.of(response.get(), api)) {
            body.schema()
                .ifPresent(schema -> counts.merge(ErrorModel.reference(schema), 1, Integer::sum));
          }
        }
      }
    }
    return counts;
  }

  void add(ErrorResponse response) {
    String counted = "";
    for (Body body : Body.of(response.definition().node(), api)) {
      if (body.schema().isEmpty() || !isStructured(body.schema().get(), response)) {
        continue;
      }
      String reference = ErrorModel.reference(body.schema().get());
      boolean isOwn = api.file(body.key()) == api.entry(); // then the same reference leads there
      String name = isOwn ? reference : AWAY;
      if (reference.isEmpty() && isOwn) {
        name = WRITTEN_OUT + Alike.signature(ErrorShape.of(body.schema().get(), api));
        unnamed.putIfAbsent(name, body.schema().get());
      }
      if (!name.equals(counted)) {
        schemas.merge(name, response.uses().size(), Integer::sum);
        counted = name;
      }
      mediaTypes
          .computeIfAbsent(name, each -> new LinkedHashMap<>())
          .merge(body.mediaType(), response.uses().size(), Integer::sum);
    }
  }

  /** With fields, and not but for what a validation found. */
  private boolean isStructured(YamlNode schema, ErrorResponse response) {
    String reference = ErrorModel.reference(schema);
    if (reference.isEmpty()) {
      return ErrorModel.hasFields(schema, api);
    }
    Boolean fields = known.computeIfAbsent(reference, each -> ErrorModel.hasFields(schema, api));
    return fields && !isOfValidation(reference, response);
  }

  private static boolean isOfValidation(String reference, ErrorResponse response) {
    boolean isNamedSo = reference.toLowerCase(Locale.ROOT).contains("validation");
    for (ErrorResponse.Use use : response.uses()) {
      if (!use.status().equals("400") && !use.status().equals("422")) {
        return false;
      }
    }
    return isNamedSo;
  }

  ErrorModel.Found result() {
    String best = "";
    int total = 0;
    for (Map.Entry<String, Integer> entry : schemas.entrySet()) {
      if (successes.getOrDefault(entry.getKey(), 0) >= entry.getValue()) {
        continue; // of successes above all: a mistake, or no model of errors
      }
      total += entry.getValue();
      if (best.isEmpty() || entry.getValue() > schemas.getOrDefault(best, 0)) {
        best = entry.getKey();
      }
    }
    if (best.isEmpty()) {
      return spare();
    }
    boolean isMost = schemas.getOrDefault(best, 0) * 100 >= total * LEAST_PERCENT;
    if (!isMost || best.equals(AWAY)) {
      return ErrorModel.Found.without(ErrorModel.State.MANY);
    }
    String mediaType = mediaType(best);
    YamlNode schema = unnamed.get(best);
    String named = schema == null ? best : named(best);
    return named.isEmpty()
        ? new ErrorModel.Found(
            ErrorModel.State.UNNAMED, Optional.empty(), Optional.ofNullable(schema), mediaType)
        : ErrorModel.Found.of(new ErrorModel(named, mediaType));
  }

  /** What refers to a schema of the shape that has a name; empty where none has. */
  private String named(String shape) {
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (isNamed(object)
          && shape.equals(WRITTEN_OUT + Alike.signature(ErrorShape.of(object.node(), api)))) {
        return "#/" + object.anchor().address();
      }
    }
    return "";
  }

  private String mediaType(String schema) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : mediaTypes.getOrDefault(schema, Map.of()).entrySet()) {
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return best;
  }

  /** A schema that is there for errors by its name, though none uses it. */
  private ErrorModel.Found spare() {
    Optional<OpenApiObject> best = Optional.empty();
    int rank = NAMES.size();
    for (OpenApiObject object : api.objects()) {
      int own = object.kind() == ObjectKind.SCHEMA ? rank(object) : rank;
      if (own < rank && ErrorModel.hasFields(object.node(), api)) {
        best = Optional.of(object);
        rank = own;
      }
    }
    if (best.isEmpty()) {
      return ErrorModel.Found.without(ErrorModel.State.NONE);
    }
    String mediaType =
        api.file(best.get()).root().orElseThrow().find("swagger").isPresent()
            ? ""
            : rank < 3 ? "application/problem+json" : "application/json";
    String reference = "#/" + best.get().anchor().address();
    return ErrorModel.Found.of(new ErrorModel(reference, mediaType));
  }

  /** Whether a schema of the entry document has a name that references can have. */
  private boolean isNamed(OpenApiObject schema) {
    ObjectKind around = schema.parent().isEmpty() ? schema.kind() : schema.parent().get().kind();
    boolean isInSection = around == ObjectKind.COMPONENTS || around == ObjectKind.DOCUMENT;
    return isInSection && api.file(schema) == api.entry() && Pointer.isPlain(schema.name());
  }

  private int rank(OpenApiObject schema) {
    String name = schema.name().toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    int rank = isNamed(schema) ? NAMES.indexOf(name) : -1;
    boolean isSuccess = successes.containsKey("#/" + schema.anchor().address());
    return rank < 0 || isSuccess ? NAMES.size() : rank;
  }
}
