package dev.plimsoll.policy;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.schema.Direction;
import dev.plimsoll.model.openapi.schema.SchemaEvaluator;
import dev.plimsoll.model.openapi.schema.SchemaViolation;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.rule.Message;
import dev.plimsoll.text.SourceText;
import java.util.Optional;

/**
 * Asks that something conforms to a JSON Schema.
 *
 * @param schema of draft 2020-12, without references
 */
public record Conforming(YamlNode schema) implements Assertion {

  /** Says no more than of which draft the schema is. */
  private static final String DRAFT = "openapi: 3.1.0\n";

  @Override
  public void judge(Target target, Verdicts verdicts) {
    Optional<YamlNode> node = target.node();
    if (node.isEmpty() || target.document().isOpen(node.get())) {
      return;
    }
    OpenApiFile draft = OpenApiFile.of(SourceText.of("schema.yaml", DRAFT));
    SchemaEvaluator evaluator = new SchemaEvaluator(OpenApiDescription.of(draft));
    for (SchemaViolation violation :
        evaluator.violations(
            node.get(), target.found().orElseThrow().owner(), schema, Direction.ANY)) {
      if (!isReference(violation.value())) {
        String where = violation.path().isEmpty() ? "" : "has " + violation.path() + ", which ";
        verdicts.add(
            violation.place(),
            target.name(),
            target.value(),
            new Message(where.replace("%", "") + violation.template(), violation.arguments()));
      }
    }
  }

  /** What it lacks may stand where it leads to. */
  private static boolean isReference(YamlNode value) {
    return value instanceof Mapping mapping && mapping.find("$ref").isPresent();
  }
}
