package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeFile;
import org.junit.jupiter.api.Test;

class MentionsTest {

  private static final LinkedFiles FILES =
      LinkedFiles.of(
          "app/compose.yaml",
          "services: {web: {image: a}}\n",
          "app/compose.dev.yaml",
          "",
          "app/compose.ci.yaml",
          "",
          "app/compose.old.yaml",
          "",
          "README.md",
          "Use `-f compose.dev.yaml`.\n",
          "app/up.sh",
          "docker compose -f compose.ci.yaml up\n");

  private static boolean isMentioned(String name) {
    return FILES.view().compose().files().isMentioned(ComposeFile.of(FILES.text(name)));
  }

  @Test
  void byAScriptOrInWriting() {
    assertThat(isMentioned("app/compose.dev.yaml")).isTrue();
    assertThat(isMentioned("app/compose.ci.yaml")).isTrue();
    assertThat(isMentioned("app/compose.old.yaml")).isFalse();
  }

  @Test
  void byAScriptNearASet() {
    ComposeView compose = FILES.view().compose();

    assertThat(compose.files().isNamedByScript(FILES.set("app/compose.yaml"), "compose.ci.yaml"))
        .isTrue();
    assertThat(compose.files().isNamedByScript(FILES.set("app/compose.yaml"), "data")).isFalse();
  }
}
