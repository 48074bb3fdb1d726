package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.SourceText;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EffectiveSecurityTest {

  private static OpenApiDescription api(String version, String rest) {
    String head = version.equals("2.0") ? "swagger: '2.0'\n" : "openapi: " + version + "\n";
    return OpenApiDescription.of(OpenApiFile.of(SourceText.of("openapi.yaml", head + rest)));
  }

  private static EffectiveSecurity security(String root, String operation) {
    OpenApiDescription api =
        api("3.0.3", root + "\npaths:\n  /a:\n    get:\n      summary: it\n" + operation);
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.OPERATION) {
        return EffectiveSecurity.of(object, api);
      }
    }
    throw new AssertionError("no operation");
  }

  @Test
  void anOperationGoesBeforeTheDocument() {
    assertThat(security("security: [{key: []}]", "").isRequired()).isTrue();
    assertThat(security("security: [{key: []}]", "      security: []").isRequired()).isFalse();
    assertThat(security("security: [{key: []}]", "      security: []").isOpen()).isTrue();
    assertThat(security("x: y", "      security: [{key: []}]").isRequired()).isTrue();
    assertThat(security("x: y", "").isOpen()).isTrue();
    assertThat(security("x: y", "").owner()).isEmpty();
  }

  @Test
  void aSyntaxErrorMayHideIt() {
    assertThat(security("servers:\n  - url: /a\n security: [{key: []}]", "").isKnown()).isFalse();
    assertThat(security("x: y", "     security: [{key: []}]").isKnown()).isFalse();
  }

  @Test
  void anEmptyAlternativeMakesItOptional() {
    EffectiveSecurity optional = security("security: [{key: []}, {}]", "");
    assertThat(optional.isRequired()).isFalse();
    assertThat(optional.isOpen()).isFalse();
    assertThat(security("security: [{}]", "").isOpen()).isTrue();
  }

  @Test
  void scopes() {
    assertThat(security("security: [{key: []}, {login: [read]}]", "").asksForScopes()).isTrue();
    assertThat(security("security: [{key: []}]", "").asksForScopes()).isFalse();
  }

  @Test
  void whatAliasesAndMergesDecideIsNotKnown() {
    EffectiveSecurity alias = security("x-s: &s [{key: []}]", "      security: *s");
    assertThat(alias.isKnown()).isFalse();
    assertThat(alias.isOpen()).isFalse();
    assertThat(alias.isRequired()).isFalse();
    assertThat(security("x-s: &s {security: []}", "      <<: *s").isKnown()).isFalse();
    assertThat(security("x-s: &s {key: []}\nsecurity: [*s]", "").isKnown()).isFalse();
    assertThat(security("x-s: &s {key: []}\nsecurity: [{<<: *s}]", "").isKnown()).isFalse();
  }

  @Test
  void schemesOfEachVersion() {
    OpenApiDescription old = api("2.0", "securityDefinitions: {key: {type: apiKey}}\n");
    assertThat(SecuritySchemes.of(old).names()).containsExactly("key");
    OpenApiDescription api =
        api(
            "3.0.3",
            """
            components:
              securitySchemes:
                key: {type: apiKey}
                same: {$ref: '#/components/securitySchemes/key'}
            """);
    assertThat(SecuritySchemes.of(api).resolve("same", api))
        .isEqualTo(SecuritySchemes.of(api).resolve("key", api))
        .isPresent();
    assertThat(SecuritySchemes.of(api).resolve("#/components/securitySchemes/key", api)).isEmpty();
    OpenApiDescription next =
        api("3.2.0", "components: {securitySchemes: {key: {type: apiKey}}}\n");
    assertThat(SecuritySchemes.of(next).resolve("#/components/securitySchemes/key", next))
        .isPresent();
    assertThat(SecuritySchemes.of(api("3.1.0", "paths: {}\n")).areNone()).isTrue();
    assertThat(SecuritySchemes.of(api("3.1.0", "components: {$ref: a.yaml}\n")).areNone())
        .isFalse();
  }

  private static Optional<Set<String>> scopes(String version, String scheme) {
    OpenApiDescription api =
        api(
            version,
            version.equals("2.0")
                ? "securityDefinitions:\n  s: " + scheme
                : "components:\n  securitySchemes:\n    s: " + scheme);
    Mapping node = SecuritySchemes.of(api).resolve("s", api).orElseThrow();
    return SecuritySchemes.scopes(node, api);
  }

  @Test
  void scopesOfAllFlows() {
    assertThat(scopes("2.0", "{type: oauth2, scopes: {read: r}}")).contains(Set.of("read"));
    assertThat(
            scopes(
                "3.0.3",
                "{type: oauth2, flows: {implicit: {scopes: {a: x}}, password: {scopes: {b: y}},"
                    + " x-more: true}}"))
        .contains(Set.of("a", "b"));
    assertThat(
            scopes(
                "3.0.3",
                "{type: oauth2, flows: {implicit: {$ref: '#/x-flow'}}}\nx-flow: {scopes: {a: x}}"))
        .contains(Set.of("a"));
    assertThat(scopes("3.0.3", "{type: oauth2, flows: {implicit: {$ref: a.yaml}}}")).isEmpty();
    assertThat(scopes("3.0.3", "{type: openIdConnect}")).isEmpty();
    assertThat(scopes("3.0.3", "{type: oauth2}")).isEmpty();
    assertThat(scopes("3.0.3", "{type: oauth2, flows: {implicit: {}}}")).isEmpty();
  }
}
