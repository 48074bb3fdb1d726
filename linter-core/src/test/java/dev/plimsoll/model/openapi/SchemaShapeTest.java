package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import org.junit.jupiter.api.Test;

class SchemaShapeTest {

  private static SchemaShape shape(String version, String schemas) {
    OpenApiDescription api =
        OpenApiDescription.of(
            OpenApiFile.of(
                SourceText.of(
                    "a.yaml",
                    "openapi: "
                        + version
                        + "\ninfo: {title: t, version: v}\npaths: {}\ncomponents:\n  schemas:\n"
                        + schemas.indent(4))));
    for (OpenApiObject object : api.objects()) {
      if (object.name().equals("S")) {
        return SchemaShape.of(object.node(), api);
      }
    }
    throw new IllegalArgumentException("no schema S");
  }

  @Test
  void allOfAndReferencesAddUp() {
    SchemaShape shape =
        shape(
            "3.0.3",
            """
            S:
              required: [b]
              allOf: [{$ref: "#/components/schemas/Base"}, {properties: {b: {type: string}}}]
            Base: {type: object, required: [a], properties: {a: {type: integer}}}
            """);

    assertThat(shape.properties()).containsOnlyKeys("a", "b");
    assertThat(shape.required()).containsOnlyKeys("a", "b");
    assertThat(shape.isOnly("object")).isTrue();
    assertThat(shape.isKnown()).isTrue();
  }

  @Test
  void siblingsOfReferencesCountFrom31On() {
    String schemas =
        """
        S: {allOf: [{$ref: "#/components/schemas/Base", type: string}]}
        Base: {properties: {a: {}}}
        """;

    assertThat(shape("3.0.3", schemas).types()).isEmpty();
    assertThat(shape("3.1.0", schemas).isOnly("string")).isTrue();
  }

  @Test
  void whatStandsElsewhereIsNotKnown() {
    assertThat(shape("3.0.3", "S: {allOf: [{$ref: 'https://a/b'}]}").isKnown()).isFalse();
    assertThat(shape("3.0.3", "S: {allOf: [{$ref: '#/nowhere'}]}").isKnown()).isFalse();
    assertThat(shape("3.0.3", "S: {properties: {<<: {a: {}}}}").isKnown()).isFalse();
  }

  @Test
  void circlesEnd() {
    SchemaShape shape =
        shape(
            "3.0.3",
            """
            S: {allOf: [{$ref: "#/components/schemas/T"}], properties: {s: {}}}
            T: {allOf: [{$ref: "#/components/schemas/S"}], properties: {t: {}}}
            """);

    assertThat(shape.properties()).containsOnlyKeys("t", "s");
  }

  @Test
  void typesThatContradictLeaveNone() {
    assertThat(shape("3.1.0", "S: {type: [string, 'null']}").isNullable()).isTrue();
    assertThat(shape("3.0.3", "S: {type: string, nullable: true}").isNullable()).isTrue();
    assertThat(shape("3.0.3", "S: {allOf: [{type: string}, {type: integer}]}").types())
        .hasValueSatisfying(types -> assertThat(types).isEmpty());
    assertThat(shape("3.0.3", "S: {allOf: [{type: number}, {type: integer}]}").isOnly("integer"))
        .isTrue();
  }

  @Test
  void closedAndAlternatives() {
    SchemaShape shape = shape("3.0.3", "S: {additionalProperties: false, oneOf: [{}, {}]}");

    assertThat(shape.isClosed()).isTrue();
    assertThat(shape.alternatives()).hasSize(1);
  }
}
