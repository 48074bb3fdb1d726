package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildGraphTest {

  private static List<String> edges(LinkedFiles files) {
    ComposeSet set = files.set("compose.yaml");
    List<String> found = new ArrayList<>();
    for (BuildEdge edge : files.view().compose().builds(set).edges()) {
      found.add(
          edge.built().name()
              + " on "
              + edge.base().name()
              + " by "
              + edge.image()
              + " "
              + edge.kind()
              + (edge.isSure() ? "" : "?"));
    }
    return found;
  }

  @Test
  void findsWhatIsBuiltFromWhat() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            name: shop
            services:
              base: { build: base, image: "shop/base:1" }
              unnamed: { build: base }
              context:
                build:
                  context: web
                  additional_contexts: { "docker.io/shop/base:1": "service:base" }
              name: { build: web }
              argument:
                build: { context: argument, args: { BASE: "${BASE:-shop/base:1}" } }
              copy: { build: copy, image: "shop/base:1" }
              target: { build: { context: copy, target: early } }
            """,
            "base/Dockerfile",
            "FROM debian:13\n",
            "web/Dockerfile",
            "FROM shop/base:1\n",
            "argument/Dockerfile",
            "ARG BASE\nFROM $BASE\n",
            "copy/Dockerfile",
            "FROM debian:13 AS early\nFROM debian:13\nCOPY --from=shop-unnamed:latest /a /a\n"
                + "COPY --from=shop/base:1 /a /a\n");
    assertThat(edges(files))
        .containsExactly(
            "context on base by docker.io/shop/base:1 CONTEXT",
            "name on base by shop/base:1 IMAGE",
            "argument on base by shop/base:1 IMAGE?",
            "copy on unnamed by shop-unnamed IMAGE");
  }
}
