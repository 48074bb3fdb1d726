package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiLinksTest {

  private final MemoryWorkspace workspace =
      new MemoryWorkspace()
          .put("api/openapi.yaml", "openapi: 3.0.3\nx: {$ref: 'paths/a.yaml'}\n")
          .put("api/paths/a.yaml", "$ref: ../../shared/b.yaml#/B\n")
          .put("shared/b.yaml", "B: {$ref: '../api/openapi.yaml'}\nC: {$ref: none.yaml}\n")
          .put("shared/lone.yaml", "a: 1\n");

  private final OpenApiLinks links = new OpenApiLinks(workspace);

  @Test
  void documentsReachFilesThroughOthers() {
    assertThat(links.isDocument("api/openapi.yaml")).isTrue();
    assertThat(links.isDocument("shared/b.yaml")).isFalse();
    assertThat(links.reachedFrom("api/openapi.yaml"))
        .containsExactly("api/paths/a.yaml", "shared/b.yaml");
  }

  @Test
  void theDocumentsOfAFileAreKnownOrNear() {
    assertThat(links.documentsOf("shared/b.yaml", List.of("api/openapi.yaml")))
        .containsExactly("api/openapi.yaml");
    assertThat(new OpenApiLinks(workspace).documentsOf("api/paths/a.yaml", List.of()))
        .containsExactly("api/openapi.yaml");
    assertThat(new OpenApiLinks(workspace).documentsOf("shared/b.yaml", List.of()))
        .containsExactly("api/openapi.yaml");
    assertThat(new OpenApiLinks(workspace).documentsOf("shared/lone.yaml", List.of())).isEmpty();
  }
}
