package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenApiDescriptionTest {

  private static OpenApiFile file(String text) {
    return OpenApiFile.of(SourceText.of("a.yaml", text));
  }

  private static OpenApiDescription description(String text) {
    return OpenApiDescription.of(file(text));
  }

  private static List<String> faults(String text) {
    return description(text).faults().stream()
        .map(fault -> fault.kind() + " " + fault.anchor() + " " + fault.field())
        .toList();
  }

  private static final String HEAD = "info: {title: t, version: v}\npaths: {}\n";

  @Test
  void versions() {
    assertThat(file("openapi: 3.0.3\n" + HEAD).version()).contains(OpenApiVersion.V3_0);
    assertThat(file("openapi: 3.1.0\n" + HEAD).version()).contains(OpenApiVersion.V3_1);
    assertThat(file("swagger: '2.0'\n" + HEAD).version()).contains(OpenApiVersion.V2_0);
    assertThat(file("openapi: 3.9.0\n" + HEAD).version()).contains(OpenApiVersion.V3_2);
    assertThat(file("openapi: 4.0.0\n" + HEAD).version()).isEmpty();
    assertThat(file("openapi: 3.10.0\n" + HEAD).version()).contains(OpenApiVersion.V3_2);
  }

  @Test
  void whatIsMadeOfItIsMadeOnce() {
    OpenApiDescription api = description("openapi: 3.0.3\n" + HEAD);
    StringBuilder first =
        api.once(StringBuilder.class, made -> new StringBuilder(made.entry().name()));

    assertThat(api.once(StringBuilder.class, made -> new StringBuilder("again"))).isSameAs(first);
    assertThat(first).hasToString("a.yaml");
  }

  @Test
  void objectsStandWhereTheyAreDefined() {
    OpenApiDescription api =
        description(
            """
            openapi: 3.0.3
            info: {title: t, version: v}
            paths:
              /a:
                get:
                  responses:
                    "200":
                      description: d
                      content:
                        application/json: {schema: {$ref: "#/components/schemas/S"}}
            components:
              schemas:
                S: {properties: {p: {$ref: "#/components/schemas/S"}, q: {type: string}}}
            """);

    assertThat(api.objects())
        .extracting(object -> object.kind() + " " + object.anchor())
        .contains(
            "OPERATION paths/|a/get",
            "RESPONSE paths/|a/get/responses/200",
            "SCHEMA components/schemas/S",
            "SCHEMA components/schemas/S/properties/q")
        .doesNotContain("SCHEMA components/schemas/S/properties/p");
    assertThat(api.references()).hasSize(2);
    assertThat(api.find(api.references().get(0))).isPresent();
    assertThat(api.faults()).isEmpty();
  }

  @Test
  void whatAVersionKnows() {
    String webhooks = "webhooks: {}\n" + HEAD;
    assertThat(faults("openapi: 3.0.3\n" + webhooks))
        .containsExactly("UNKNOWN_FIELD webhooks webhooks");
    assertThat(faults("openapi: 3.1.0\n" + webhooks)).isEmpty();
    assertThat(faults("openapi: 3.0.3\ninfo: {title: t, version: v}\n"))
        .containsExactly("MISSING_FIELD  paths");
    assertThat(faults("openapi: 3.1.0\ninfo: {title: t, version: v}\n"))
        .containsExactly("MISSING_FIELD  paths, webhooks or components");
    assertThat(faults("openapi: 3.1.0\ninfo: {title: t, version: v}\ncomponents: {}\n")).isEmpty();
  }

  @Test
  void extensionsAndMergedMappingsAreNoFaults() {
    assertThat(faults("openapi: 3.0.3\nx-a: 1\ninfo: {<<: *a, x-b: 2}\npaths: {x-c: 3}\n"))
        .isEmpty();
  }

  @Test
  void aReferenceWhereNoneIsAllowedIsNotJudgedByItsField() {
    OpenApiDescription api =
        description(
            "openapi: 3.0.3\ninfo: {title: t, version: v}\npaths: {/a: {get: {$ref: b.yaml}}}\n");

    assertThat(api.faults()).isEmpty();
    assertThat(api.references().get(0).isAllowed()).isFalse();
  }

  @Test
  void mapsThatStandElsewhereAreReferences() {
    OpenApiDescription api =
        description(
            """
            openapi: 3.0.3
            info: {title: t, version: v}
            paths: {}
            components:
              schemas:
                S: {properties: {$ref: "other.yaml#/properties"}}
            """);

    assertThat(api.faults()).isEmpty();
    assertThat(api.references().get(0).isAllowed()).isFalse();
  }

  @Test
  void aPropertyMayBeCalledRef() {
    OpenApiDescription api =
        description(
            """
            openapi: 3.0.3
            info: {title: t, version: v}
            paths: {}
            components:
              schemas:
                S: {properties: {$ref: {type: string}}}
            """);

    assertThat(api.references()).isEmpty();
    assertThat(api.objects()).extracting(OpenApiObject::name).contains("$ref");
  }

  @Test
  void whatAKindOfSecurityNeeds() {
    assertThat(
            faults(
                "openapi: 3.0.3\n"
                    + HEAD
                    + """
                    components:
                      securitySchemes:
                        a: {type: apiKey, name: n}
                        b: {type: http, scheme: bearer}
                        c: {type: oauth2, flows: {authorizationCode: {scopes: {}, tokenUrl: u}}}
                    """))
        .containsExactly(
            "MISSING_FIELD components/securitySchemes/a in",
            "MISSING_FIELD components/securitySchemes/c/flows/authorizationCode authorizationUrl");
    assertThat(
            faults(
                "swagger: '2.0'\n"
                    + HEAD
                    + "securityDefinitions: {a: {type: oauth2, flow: password, scopes: {}}}\n"))
        .containsExactly("MISSING_FIELD securityDefinitions/a tokenUrl");
  }

  @Test
  void aFileIsTheSameHoweverOftenItIsRead() {
    String root =
        "openapi: 3.0.3\n"
            + HEAD
            + """
            components:
              schemas:
                A: {$ref: "b.yaml#/B"}
                C: {$ref: "b.yaml#/D"}
                E: {type: string}
            """;
    String other = "B: {$ref: 'a.yaml#/components/schemas/E'}\nD: {$ref: '#/B'}\n";
    OpenApiDescription api =
        OpenApiDescription.of(
            file(root),
            (from, path) ->
                new OpenApiFiles.Sought(
                    OpenApiFiles.State.READ,
                    Optional.of(
                        OpenApiFile.of(
                            SourceText.of(path, path.equals("a.yaml") ? root : other)))));

    Reference first = api.references().get(0);
    Reference second = api.references().get(1);
    assertThat(api.resolve(api.find(second).orElseThrow()))
        .containsSame(api.resolve(api.find(first).orElseThrow()).orElseThrow());
    assertThat(api.objects())
        .filteredOn(
            object -> object.node().slice().equals(api.resolve(first.node()).orElseThrow().slice()))
        .hasSize(1);
  }

  @Test
  void whatStandsInAnotherFileIsNotReadAsSomethingElse() {
    String root =
        "openapi: 3.0.3\n"
            + HEAD
            + """
            components:
              responses:
                A: {$ref: "b.yaml#/components/schemas/A"}
                B: {$ref: "b.yaml#/B"}
                C: {$ref: "b.yaml#/C"}
            """;
    String other =
        """
        components: {schemas: {A: {title: t}}}
        B: {type: object}
        C: {title: t}
        """;
    OpenApiDescription api =
        OpenApiDescription.of(
            file(root),
            (from, path) ->
                new OpenApiFiles.Sought(
                    OpenApiFiles.State.READ,
                    Optional.of(OpenApiFile.of(SourceText.of(path, other)))));

    assertThat(api.references())
        .extracting(api::otherKind)
        .containsExactly(
            Optional.of(ObjectKind.SCHEMA), Optional.of(ObjectKind.SCHEMA), Optional.empty());
    assertThat(api.faults())
        .extracting(StructureFault::kind)
        .contains(StructureFault.Kind.UNKNOWN_FIELD);
    assertThat(api.faults()).allMatch(fault -> fault.anchor().isWithin(Anchor.FILE.child("C")));
  }
}
