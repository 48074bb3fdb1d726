package dev.plimsoll.model.openapi.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaEvaluatorTest {

  private static final String SHARED =
      """
      components:
        schemas:
          Id: {type: integer, readOnly: true}
          Secret: {type: string, writeOnly: true}
          Node: {type: object, properties: {next: {$ref: "#/components/schemas/Node"}, n: {type: integer}}}
          Loop: {allOf: [{$ref: "#/components/schemas/Loop"}]}
          Cat: {type: object, required: [kind, claws], properties: {kind: {enum: [Cat]}, claws: {type: integer}}}
          Dog: {type: object, required: [kind, bark], properties: {kind: {enum: [Dog]}, bark: {type: string}}}
          Base: {type: object, required: [id], properties: {id: {$ref: "#/components/schemas/Id"}}}
      """;

  private record Sample(OpenApiDescription api, YamlNode schema, YamlNode value) {

    static Sample of(String version, String schema, String value) {
      String root = version.equals("2.0") ? "swagger: '2.0'\n" : "openapi: " + version + ".0\n";
      String text =
          root
              + "info: {title: t, version: v}\npaths: {}\nx-schema: "
              + schema
              + "\nx-value: "
              + value;
      OpenApiFile file = OpenApiFile.of(SourceText.of("a.yaml", text + "\n" + SHARED));
      Mapping document = file.root().orElseThrow();
      return new Sample(
          OpenApiDescription.of(file),
          document.find("x-schema").orElseThrow(),
          document.find("x-value").orElseThrow());
    }

    List<String> faults(Direction direction) {
      List<String> faults = new ArrayList<>();
      for (SchemaViolation violation :
          new SchemaEvaluator(api).violations(value, value.slice(), schema, direction)) {
        String text = violation.path() + " " + violation.template();
        for (Object argument : violation.arguments()) {
          text =
              text.replaceFirst(
                  "%s", argument.toString().replace("\\", "\\\\").replace("$", "\\$"));
        }
        faults.add(text.strip());
      }
      return faults;
    }
  }

  /** Each row: version, schema, value, and what is wrong with it, "ok" or "unknown". */
  private static void check(String rows) {
    for (String row : rows.strip().split("\n", -1)) {
      String[] cells = row.split(" *\\| +", -1);
      Sample sample = Sample.of(cells[0].strip(), cells[1], cells[2]);
      Outcome outcome =
          new SchemaEvaluator(sample.api()).outcome(sample.value(), sample.schema(), Direction.ANY);
      String faults = String.join("; ", sample.faults(Direction.ANY));
      String actual =
          outcome == Outcome.INVALID ? faults : outcome == Outcome.VALID ? "ok" : "unknown";
      assertThat(actual).as(row).isEqualTo(cells[3].strip());
    }
  }

  @Test
  void types() {
    check(
        """
        3.0 | {type: string} | 12 | is 12 and must be a text
        3.0 | {type: string} | 2020-01-01 | ok
        3.0 | {type: string} | true | is true and must be a text
        3.0 | {type: string} | null | is null and must be a text
        3.0 | {type: string} | [] | is a list and must be a text
        3.0 | {type: integer} | "12" | is "12" and must be a whole number
        3.0 | {type: integer} | 1.0 | ok
        3.0 | {type: integer} | 1.5 | is 1.5 and must be a whole number
        3.0 | {type: number} | 1e3 | ok
        3.0 | {type: number} | .nan | unknown
        3.0 | {type: integer} | .nan | unknown
        3.0 | {type: number} | 1_000 | unknown
        3.0 | {type: integer} | 12:30:00 | unknown
        3.0 | {type: integer} | 2020-01-01 | is 2020-01-01 and must be a whole number
        3.0 | {type: number} | 10.0.0.1 | is 10.0.0.1 and must be a number
        3.0 | {type: boolean} | yes | unknown
        3.0 | {type: boolean} | "yes" | is "yes" and must be true or false
        3.0 | {type: object} | [] | is a list and must be a mapping
        3.0 | {type: array} | {} | is a mapping and must be a list
        3.0 | {type: file} | x | unknown
        3.1 | {type: [string, "null"]} | 1 | is 1 and must be a text or null
        3.1 | {type: [string, "null"]} | null | ok
        3.1 | {type: [string, integer, boolean]} | [] | is a list and must be a text, a whole number or true or false
        """);
  }

  @Test
  void nulls() {
    check(
        """
        3.0 | {type: string, nullable: true} | null | ok
        3.0 | {type: string, nullable: true, enum: [a]} | null | ok
        3.0 | {nullable: true, allOf: [{type: string}]} | null | unknown
        3.0 | {nullable: true, $ref: "#/components/schemas/Cat"} | null | unknown
        3.0 | {type: string, nullable: false} | null | is null and must be a text
        2.0 | {type: string, x-nullable: true} | null | ok
        3.1 | {type: string, nullable: true} | null | unknown
        3.1 | {type: "null"} | ~ | ok
        3.0 | {} | null | ok
        """);
  }

  @Test
  void listedValues() {
    check(
        """
        3.0 | {enum: [a, b]} | b | ok
        3.0 | {enum: [alpha, beta]} | betta | is betta, not one of alpha, beta (did you mean "beta"?)
        3.0 | {enum: ["", b]} | xyz | is xyz, not one of "", b
        3.0 | {enum: [one]} | other | is other and must be one
        3.0 | {enum: [1, 2]} | "1" | unknown
        3.0 | {enum: [1, 2]} | 1.0 | ok
        3.0 | {enum: [1, 2]} | 3 | is 3, not one of 1, 2
        3.0 | {enum: [[1], {a: 1, b: 2}]} | {b: 2.0, a: 1} | ok
        3.0 | {enum: [[1], {a: 1}]} | {a: 2} | is a mapping, not one of
        3.1 | {const: 5} | 6 | is 6 and must be 5
        3.1 | {const: a} | a | ok
        3.0 | {const: a} | b | unknown
        3.0 | {enum: *x} | b | unknown
        """);
  }

  @Test
  void numbers() {
    check(
        """
        3.0 | {minimum: 1} | 0 | is 0 and must be at least 1
        3.0 | {minimum: 1} | 1 | ok
        3.0 | {minimum: 1, exclusiveMinimum: true} | 1 | is 1 and must be more than 1
        3.0 | {maximum: 1.5} | 2 | is 2 and must be at most 1.5
        3.0 | {maximum: 1, exclusiveMaximum: true} | 1 | is 1 and must be less than 1
        3.1 | {exclusiveMaximum: 1} | 1 | is 1 and must be less than 1
        3.1 | {exclusiveMaximum: true} | 1 | unknown
        3.0 | {multipleOf: 0.01} | 19.99 | ok
        3.0 | {multipleOf: 0.01} | 19.999 | is 19.999, which is no multiple of 0.01
        3.0 | {multipleOf: 0} | 1 | ok
        3.0 | {minimum: 1} | 1e999999999 | unknown
        3.0 | {minimum: 1} | 007 | unknown
        3.0 | {minimum: 1} | a | ok
        """);
  }

  @Test
  void texts() {
    check(
        """
        3.0 | {minLength: 2} | a | has 1 character and must have at least 2
        3.0 | {maxLength: 2} | "\\U0001F600\\U0001F600" | ok
        3.0 | {maxLength: 2} | abc | has 3 characters and may have 2 at most
        3.0 | {minLength: 2} | 1 | ok
        3.0 | {pattern: '^a+$'} | aaa | ok
        3.0 | {pattern: '^a+$'} | b | is b and must match ^a+$
        3.0 | {pattern: 'b'} | abc | ok
        3.0 | {pattern: '(?<n>a)'} | b | unknown
        3.0 | {pattern: '\\\\p{L}'} | a | unknown
        3.0 | {pattern: '['} | b | unknown
        3.0 | {pattern: '^(.*,){12}P'} | '1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21' | unknown
        3.0 | {pattern: '^\\\\d{4}-[^/]*$'} | 2020/a | is 2020/a and must match ^\\\\d{4}-[^/]*$
        """
            .replace("\\\\", "\\"));
  }

  @Test
  void formats() {
    check(
        """
        3.0 | {format: date} | 2020-02-29 | ok
        3.0 | {format: date} | 2021-02-29 | is 2021-02-29, which is no date
        3.0 | {format: date} | 2021-13-01 | is 2021-13-01, which is no date
        3.0 | {format: date-time} | 2021-01-01T00:00:00Z | ok
        3.0 | {format: date-time} | 2021-01-01T00:00:00.123+02:00 | ok
        3.0 | {format: date-time} | 2021-01-01 | is 2021-01-01, which is no date-time
        3.0 | {format: date-time} | 2021-01-01T00:00:00 | is 2021-01-01T00:00:00, which is no date-time: it lacks an offset, such as Z
        3.0 | {format: date-time} | 2021-01-01T00:00:00.Z | is 2021-01-01T00:00:00.Z, which is no date-time
        3.0 | {format: date-time} | 2021-01-01T24:00:00Z | is 2021-01-01T24:00:00Z, which is no date-time
        3.0 | {format: uuid} | 123e4567-e89b-12d3-a456-426614174000 | ok
        3.0 | {format: uuid} | no-uuid | is no-uuid, which is no uuid
        3.0 | {format: ipv4} | 10.0.0.1 | ok
        3.0 | {format: ipv4} | 10.0.0.256 | is 10.0.0.256, which is no ipv4
        3.0 | {format: ipv4} | 10.0.0 | is 10.0.0, which is no ipv4
        3.0 | {format: int32} | 2147483648 | is 2147483648, which is no int32
        3.0 | {format: int32} | -2147483648 | ok
        3.0 | {format: int64} | 9223372036854775807 | ok
        3.0 | {format: email} | nobody | unknown
        3.0 | {format: binary} | file | ok
        """);
  }

  @Test
  void lists() {
    check(
        """
        3.0 | {items: {type: integer}} | [1, a, b] | [1] is a and must be a whole number; [2] is b and must be a whole number
        3.0 | {minItems: 2} | [1] | has 1 item and must have at least 2
        3.0 | {maxItems: 1} | [1, 2] | has 2 items and may have 1 at most
        3.0 | {uniqueItems: true} | [1, 2, 1.0] | must not have 1.0 twice
        3.0 | {uniqueItems: true} | [1, "1"] | ok
        3.1 | {prefixItems: [{type: string}], items: false} | [a, 1] | [1] must not be there at all
        3.1 | {prefixItems: [{type: string}], items: {type: integer}} | [1, a] | [0] is 1 and must be a text; [1] is a and must be a whole number
        3.1 | {contains: {type: string}} | [1, 2] | has no item of the kind that it must contain
        3.1 | {contains: {type: string}} | [1, a] | ok
        3.0 | {items: [{type: string}]} | [1] | unknown
        3.0 | {items: {type: integer}} | a | ok
        """);
  }

  @Test
  void objects() {
    check(
        """
        3.0 | {properties: {a: {properties: {b: {type: integer}}}}} | {a: {b: x}} | a.b is x and must be a whole number
        3.0 | {required: [a, b, c]} | {b: 1} | lacks a and c, which must be there
        3.0 | {required: true} | {} | ok
        3.0 | {additionalProperties: false, properties: {colour: {}}} | {color: 1} | has color, which its schema neither knows nor allows (did you mean "colour"?)
        3.0 | {additionalProperties: false} | {a: 1, b: 2} | has a and b, which its schema neither knows nor allows
        3.0 | {additionalProperties: {type: integer}, properties: {a: {}}} | {a: x, b: z} | b is z and must be a whole number
        3.0 | {additionalProperties: true} | {a: 1} | ok
        3.0 | {additionalProperties: false, discriminator: {propertyName: k}} | {a: 1} | unknown
        3.0 | {allOf: [{additionalProperties: false, properties: {a: {}}}, {properties: {b: {}}}]} | {a: 1, b: 2} | unknown
        3.0 | {minProperties: 2} | {a: 1} | has 1 property and must have at least 2
        3.0 | {maxProperties: 1} | {a: 1, b: 2} | has 2 properties and may have 1 at most
        3.1 | {patternProperties: {^x: {type: integer}}} | {xa: b, c: d} | xa is b and must be a whole number
        3.1 | {patternProperties: {^x: {}}, additionalProperties: false} | {c: d} | unknown
        3.1 | {allOf: [{properties: {a: {}}}], unevaluatedProperties: false} | {a: 1, b: 2} | has b, which its schema neither knows nor allows
        3.1 | {dependentRequired: {a: [b]}} | {a: 1} | lacks b, which must be there
        3.1 | {dependentSchemas: {a: {required: [c]}}} | {a: 1} | lacks c, which must be there
        3.1 | {properties: {a: false}} | {a: 1} | a must not be there at all
        3.0 | {additionalProperties: false} | {$ref: other.json} | unknown
        3.0 | {<<: {}, additionalProperties: false} | {a: 1} | unknown
        """);
  }

  @Test
  void references() {
    check(
        """
        3.0 | {$ref: "#/components/schemas/Node"} | {n: 1, next: {n: a}} | next.n is a and must be a whole number
        3.0 | {$ref: "#/components/schemas/Nowhere"} | 1 | unknown
        3.0 | {$ref: "other.yaml#/A"} | 1 | unknown
        3.0 | {$ref: "#/components/schemas/Loop"} | 1 | unknown
        3.0 | {$ref: "#/components/schemas/Node", maxProperties: 0} | {n: 1} | ok
        3.1 | {$ref: "#/components/schemas/Node", maxProperties: 0} | {n: 1} | has 1 property and may have 0 at most
        """);
  }

  @Test
  void compositions() {
    check(
        """
        3.0 | {allOf: [{required: [a]}, {required: [b]}]} | {} | lacks a, which must be there; lacks b, which must be there
        3.0 | {anyOf: [{type: string}, {type: integer}]} | [] | is a list and must be a text or a whole number
        3.0 | {anyOf: [{type: string}, {required: [a]}]} | {} | lacks a, which must be there
        3.0 | {anyOf: [{type: string}, {$ref: "x.yaml"}]} | 1 | unknown
        3.0 | {oneOf: [{type: integer}, {type: number}]} | 1 | unknown
        3.0 | {oneOf: [{minimum: 5}, {maximum: 1}]} | 3 | fits none of the 2 schemas of oneOf
        3.0 | {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]} | {kind: Dog} | lacks bark, which must be there
        3.0 | {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]} | {} | fits none of the 2 schemas (Cat, Dog) of oneOf
        3.0 | {discriminator: {propertyName: kind}, oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]} | {kind: Cat} | lacks claws, which must be there
        3.0 | {discriminator: {propertyName: kind}, oneOf: [{$ref: "#/components/schemas/Cat"}]} | {kind: Cow} | unknown
        3.0 | {discriminator: {propertyName: sort, mapping: {d: "#/components/schemas/Dog"}}, oneOf: [{$ref: "#/components/schemas/Dog"}]} | {sort: d, kind: Dog} | lacks bark, which must be there
        3.0 | {not: {type: string}} | a | is what its schema excludes by not
        3.0 | {not: {format: email}} | a | unknown
        3.1 | {if: {type: string}, then: {minLength: 3}, else: {minimum: 3}} | a | has 1 character and must have at least 3
        3.1 | {if: {type: string}, then: {minLength: 3}, else: {minimum: 3}} | 1 | is 1 and must be at least 3
        2.0 | {oneOf: [{type: string}]} | 1 | unknown
        """);
  }

  @Test
  void directionsExcuseWhatIsNotThere() {
    String schema =
        "{allOf: [{$ref: '#/components/schemas/Base'}, {required: [id, pw], properties: {pw: {$ref:"
            + " '#/components/schemas/Secret'}}}]}";
    Sample sample = Sample.of("3.0", schema, "{}");

    assertThat(sample.faults(Direction.ANY)).isEmpty();
    assertThat(sample.faults(Direction.REQUEST)).containsExactly("lacks pw, which must be there");
    assertThat(sample.faults(Direction.RESPONSE)).containsExactly("lacks id, which must be there");
  }

  @Test
  void costsLittleWhateverTheSchema() {
    StringBuilder deep = new StringBuilder("1");
    for (int i = 0; i < 200; i++) {
      deep.insert(0, "{next: ").append("}");
    }
    Sample sample = Sample.of("3.0", "{$ref: '#/components/schemas/Node'}", deep.toString());

    assertThat(sample.faults(Direction.ANY)).isEmpty();
  }

  @Test
  void pathsOfEachItemAreAlike() {
    Sample sample = Sample.of("3.0", "{items: {required: [a]}}", "[{b: 1}, {b: 2}]");

    List<SchemaViolation> violations =
        new SchemaEvaluator(sample.api())
            .violations(sample.value(), sample.value().slice(), sample.schema(), Direction.ANY);

    assertThat(violations).extracting(SchemaViolation::path).containsExactly("[0]", "[1]");
    assertThat(violations).extracting(SchemaViolation::pathOfEach).containsExactly("[]", "[]");
    assertThat(violations).extracting(one -> one.place().text()).containsExactly("b", "b");
  }
}
