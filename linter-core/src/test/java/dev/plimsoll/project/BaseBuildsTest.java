package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BaseBuildsTest {

  private static final LinkedFiles FILES =
      LinkedFiles.of(
          "compose.yaml",
          """
          services:
            base: {build: base, image: "x/base:1"}
            api: {build: {context: api, args: {BASE: "x/base:1"}}}
            other: {build: other}
          """,
          "base/Dockerfile",
          "FROM alpine\n",
          "api/Dockerfile",
          "ARG BASE\nFROM $BASE\n",
          "other/Dockerfile",
          "FROM x/else:1\n");

  private static List<String> builds(String name) {
    return FILES.view().baseBuilds(FILES.dockerfile(name).orElseThrow()).stream()
        .map(built -> built.file().name())
        .toList();
  }

  @Test
  void whatAnotherServiceBuilds() {
    assertThat(builds("api/Dockerfile")).containsExactly("base/Dockerfile");
    assertThat(builds("base/Dockerfile")).isEmpty();
    assertThat(builds("other/Dockerfile")).isEmpty();
  }
}
