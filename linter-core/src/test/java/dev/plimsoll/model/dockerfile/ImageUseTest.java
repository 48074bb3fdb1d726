package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ImageUseTest {

  private static List<ImageUse> uses(String text) {
    return model(text).images();
  }

  private static List<String> names(String text) {
    return uses(text).stream().map(use -> use.name().text()).toList();
  }

  @Test
  void imagesAreNamedByFromCopyAndMounts() {
    String text =
        """
        ARG BASE=node:22
        FROM $BASE AS a
        COPY --from=nginx:1.29 /a /a
        RUN --mount=target=/b,from=docker.io/library/busybox true
        """;
    assertThat(names(text)).containsExactly("node:22", "nginx:1.29", "docker.io/library/busybox");
  }

  @Test
  void stagesContextsAndUnknownNamesAreNone() {
    String text =
        """
        ARG BASE
        FROM scratch AS a
        FROM $BASE AS b
        FROM A
        COPY --from=a /a /a
        COPY --from=1 /a /a
        COPY --from=assets /a /a
        RUN --mount=from=a,target=/b true
        """;
    assertThat(names(text)).isEmpty();
  }

  @Test
  void theTagIsFoundWhereNoVariableSaysIt() {
    List<ImageUse> uses =
        uses("ARG T=1\nFROM a:5000/b:2@sha256:" + "0".repeat(64) + "\nFROM c:$T\nFROM d\n");
    assertThat(uses.get(0).tag().orElseThrow().text()).isEqualTo("2");
    assertThat(uses.get(1).tag()).isEmpty();
    assertThat(uses.get(2).tag()).isEmpty();
  }
}
