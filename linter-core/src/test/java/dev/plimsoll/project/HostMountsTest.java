package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostMountsTest {

  private static final LinkedFiles FILES =
      LinkedFiles.of(
          "compose.yaml",
          """
          services:
            web: {image: a, volumes: ["./data/web:/data", "/srv/x:/x"]}
            db: {image: b, volumes: ["named:/data/db", "$UNSET:/y"]}
          volumes: {named: }
          """,
          "deploy/compose.yaml",
          "services: {api: {image: a, volumes: [\"/srv/x/y:/x\"]}}\n",
          "scripts/setup.sh",
          "");

  private static List<String> services(String script, String path, boolean isDeep) {
    return FILES.view().compose().hostMounts(script, path, isDeep).stream()
        .map(mount -> mount.service().name())
        .toList();
  }

  @Test
  void pathsOfTheHost() {
    assertThat(services("scripts/setup.sh", "/srv/x", false)).containsExactly("web");
    assertThat(services("scripts/setup.sh", "/srv/x/", true)).containsExactly("web", "api");
    assertThat(services("scripts/setup.sh", "/srv", false)).isEmpty();
  }

  @Test
  void pathsBelowTheScriptOrAFolderAboveIt() {
    assertThat(services("scripts/setup.sh", "data/web", false)).containsExactly("web");
    assertThat(services("scripts/setup.sh", "../data", true)).containsExactly("web");
    assertThat(services("scripts/setup.sh", "./data/db", false)).isEmpty();
  }

  @Test
  void whatIsNotThereNow() {
    ComposeView compose = FILES.view().compose();

    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "./data")).isTrue();
    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "./scripts")).isFalse();
    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "../x")).isFalse();
  }
}
