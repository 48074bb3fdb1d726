package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;

/**
 * The schema that most error bodies of a description have, under a name of its own.
 *
 * @param reference as a {@code $ref} in the entry document names it
 * @param mediaType that most of them have; empty in 2.0
 */
record ErrorModel(String reference, String mediaType) {

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
    ErrorTally tally = ErrorTally.of(api, answers);
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
    Optional<Scalar> target = Reference.target(schema);
    return target.isPresent() ? target.get().text() : "";
  }
}
