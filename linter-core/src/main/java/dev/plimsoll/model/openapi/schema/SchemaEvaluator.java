package dev.plimsoll.model.openapi.schema;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * Judges values by the schemas of a description: by JSON Schema draft 4 with {@code nullable} up to
 * OpenAPI 3.0, from 3.1 on by what is common of draft 2020-12. What rests on something that is not
 * read, or that tools dispute, is no violation.
 */
public final class SchemaEvaluator {

  private final SchemaSource source;

  /** An evaluator that remembers what it has looked up. */
  public SchemaEvaluator(OpenApiDescription api) {
    this.source = new SchemaSource(api);
  }

  /**
   * Where a value does not fit a schema.
   *
   * @param key what calls the value by its name, for what the whole of it lacks
   */
  public List<SchemaViolation> violations(
      YamlNode value, Slice key, YamlNode schema, Direction direction) {
    Evaluation evaluation = new Evaluation(source, direction);
    evaluation.check(Instance.whole(value, key, schema), schema);
    return evaluation.found();
  }

  /** Whether it is not known if a value fits. */
  Outcome outcome(YamlNode value, YamlNode schema, Direction direction) {
    return new Evaluation(source, direction)
        .check(Instance.whole(value, value.slice(), schema), schema);
  }
}
