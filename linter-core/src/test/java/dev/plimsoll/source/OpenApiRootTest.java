package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenApiRootTest {

  private static boolean isIn(String text) {
    return OpenApiRoot.isIn(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aVersionAtTheRootOfYaml() {
    assertThat(isIn("openapi: 3.0.3\n")).isTrue();
    assertThat(isIn("info: {}\npaths: {}\n'openapi': '3.1.0'")).isTrue();
    assertThat(isIn("\uFEFFswagger : \"2.0\"\r\n")).isTrue();
    assertThat(isIn("openapi: v3.0.3\n")).isTrue();
    assertThat(isIn("openapi: v")).isFalse();
    assertThat(isIn("a:\n  openapi: 3.0.3\n")).isFalse();
    assertThat(isIn("openapi: {x: 1}\n")).isFalse();
    assertThat(isIn("openapi: docs/api.yaml\n")).isFalse();
    assertThat(isIn("openapis: 3.0.3\n")).isFalse();
    assertThat(isIn("")).isFalse();
  }

  @Test
  void aVersionAtTheRootOfJson() {
    assertThat(isIn("{\"openapi\": \"3.0.3\"}")).isTrue();
    assertThat(isIn(" {\n\"a\": {\"b\": \"}\\\"\"},\n  \"swagger\":\"2.0\"")).isTrue();
    assertThat(isIn("{\"a\": {\"openapi\": \"3.0.3\"}}")).isFalse();
    assertThat(isIn("{\"a\": \"openapi: 3.0\"}")).isFalse();
    assertThat(isIn("[{\"openapi\": \"3.0.3\"}]")).isFalse();
    assertThat(isIn("{openapi: 3.1.0}")).isTrue();
  }
}
