package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The schema that most error bodies of a description have, under a name of its own.
 *
 * @param reference as a {@code $ref} in the entry document names it
 * @param mediaType that most of them have; empty in 2.0
 */
record ErrorModel(String reference, String mediaType) {

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

  /** What a description says of the bodies of its errors. */
  enum State {
    /** One schema has most of them, or is there for them. */
    ONE,
    /** One shape has most of them, and no name. */
    UNNAMED,
    /** There are several, or they stand where nothing is read. */
    MANY,
    /** No error has a body with fields. */
    NONE
  }

  /**
   * The state of a description, and the model where there is one.
   *
   * @param unnamed one of the schemas that are written out, where most are of its shape
   * @param mediaType that these have
   */
  record Found(
      State state, Optional<ErrorModel> model, Optional<YamlNode> unnamed, String mediaType) {

    static Found without(State state) {
      return new Found(state, Optional.empty(), Optional.empty(), "");
    }

    static Found of(ErrorModel model) {
      return new Found(State.ONE, Optional.of(model), Optional.empty(), "");
    }
  }

  /** Looks at the bodies of all error responses. */
  static Found find(OpenApiDescription api) {
    return api.once(Found.class, ErrorModel::tally);
  }

  private static Found tally(OpenApiDescription api) {
    List<Answers> answers = ErrorAnswers.of(api).all();
    Tally tally = new Tally(api, Successes.count(api, answers));
    for (ErrorResponse response : ErrorAnswers.of(api).errors()) {
      tally.add(response);
    }
    Found found = tally.result();
    return found.state() == State.NONE && hasUnseen(api, answers)
        ? Found.without(State.MANY)
        : found;
  }

  /** Whether an error is described where nothing is read. */
  private static boolean hasUnseen(OpenApiDescription api, List<Answers> answers) {
    for (Answers each : answers) {
      for (Entry entry : each.responses().entries()) {
        if (entry.key() instanceof Scalar key
            && each.isError(key.text())
            && api.resolve(entry.value()).isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a body of a schema has fields that are named, in one of its alternatives at least. */
  static boolean hasFields(YamlNode schema, OpenApiDescription api) {
    return hasFields(schema, api, 0);
  }

  private static boolean hasFields(YamlNode schema, OpenApiDescription api, int depth) {
    SchemaShape shape = SchemaShape.of(schema, api);
    if (!shape.properties().isEmpty()) {
      return true;
    }
    for (Sequence list : shape.alternatives()) {
      for (YamlNode member : list.items()) {
        if (depth < 4 && hasFields(member, api, depth + 1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The reference that a schema is; empty where it is written in place. */
  static String reference(YamlNode schema) {
    return schema instanceof Mapping mapping
            && mapping.find("$ref").isPresent()
            && mapping.find("$ref").get() instanceof Scalar target
        ? target.text()
        : "";
  }

  /** How often a schema is the body of a success. */
  private static final class Successes {

    static Map<String, Integer> count(OpenApiDescription api, List<Answers> answers) {
      Map<String, Integer> counts = new HashMap<>();
      for (Answers each : answers) {
        for (Entry entry : each.responses().entries()) {
          Optional<Mapping> response =
              entry.key() instanceof Scalar key && Statuses.isIn('2', key.text())
                  ? api.resolve(entry.value())
                  : Optional.empty();
          if (response.isPresent()) {
            for (Body body : Body.of(response.get(), api)) {
              body.schema().ifPresent(schema -> counts.merge(reference(schema), 1, Integer::sum));
            }
          }
        }
      }
      return counts;
    }
  }

  /** Counts the uses of each schema and media type. */
  private static final class Tally {
    private static final String AWAY = " away";
    private static final String WRITTEN_OUT = " ";

    private final OpenApiDescription api;
    private final Map<String, Integer> successes;
    private final Map<String, Integer> schemas = new LinkedHashMap<>();
    private final Map<String, Map<String, Integer>> mediaTypes = new HashMap<>();
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, YamlNode> unnamed = new HashMap<>();

    Tally(OpenApiDescription api, Map<String, Integer> successes) {
      this.api = api;
      this.successes = successes;
    }

    void add(ErrorResponse response) {
      String counted = "";
      for (Body body : Body.of(response.definition().node(), api)) {
        if (body.schema().isEmpty() || !isStructured(body.schema().get(), response)) {
          continue;
        }
        String reference = reference(body.schema().get());
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
      String reference = reference(schema);
      if (reference.isEmpty()) {
        return hasFields(schema, api);
      }
      Boolean fields = known.computeIfAbsent(reference, each -> hasFields(schema, api));
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

    Found result() {
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
        return Found.without(State.MANY);
      }
      String mediaType = mediaType(best);
      YamlNode schema = unnamed.get(best);
      String named = schema == null ? best : named(best);
      return named.isEmpty()
          ? new Found(State.UNNAMED, Optional.empty(), Optional.ofNullable(schema), mediaType)
          : Found.of(new ErrorModel(named, mediaType));
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
      for (Map.Entry<String, Integer> entry :
          mediaTypes.getOrDefault(schema, Map.of()).entrySet()) {
        if (entry.getValue() > most) {
          best = entry.getKey();
          most = entry.getValue();
        }
      }
      return best;
    }

    /** A schema that is there for errors by its name, though none uses it. */
    private Found spare() {
      Optional<OpenApiObject> best = Optional.empty();
      int rank = NAMES.size();
      for (OpenApiObject object : api.objects()) {
        int own = object.kind() == ObjectKind.SCHEMA ? rank(object) : rank;
        if (own < rank && hasFields(object.node(), api)) {
          best = Optional.of(object);
          rank = own;
        }
      }
      if (best.isEmpty()) {
        return Found.without(State.NONE);
      }
      String mediaType =
          api.file(best.get()).root().orElseThrow().find("swagger").isPresent()
              ? ""
              : rank < 3 ? "application/problem+json" : "application/json";
      String reference = "#/" + best.get().anchor().address();
      return Found.of(new ErrorModel(reference, mediaType));
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
}
