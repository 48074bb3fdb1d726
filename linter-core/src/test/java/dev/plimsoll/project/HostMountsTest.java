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
  void volumesWhereNothingIsMountedFromTheHost() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web: {image: a, volumes: ["named:/opt/a/b", "./tools/in.sh:/in.sh"]}
              db: {image: b, volumes: ["named:/opt/c", "/opt/c/keys:/keys"]}
            volumes: {named: }
            """,
            "compose.dev.yaml",
            "services: {dev: {image: a, volumes: [\"named:/opt/d\"]}}\nvolumes: {named: }\n",
            "tools/setup.sh",
            "",
            "tools/in.sh",
            "");
    ComposeView compose = files.view().compose();

    assertThat(compose.volumesAt("tools/setup.sh", "/opt/a/b/x"))
        .extracting(mount -> mount.service().name())
        .containsExactly("web");
    assertThat(compose.volumesAt("tools/setup.sh", "/opt/a")).isEmpty();
    assertThat(compose.volumesAt("tools/setup.sh", "/opt/c/x")).isEmpty();
    assertThat(compose.volumesAt("tools/setup.sh", "/opt/d/x")).isEmpty();
    assertThat(compose.isMounted("tools/in.sh")).isTrue();
    assertThat(compose.isMounted("tools/setup.sh")).isFalse();
  }

  @Test
  void whatIsNotThereNow() {
    ComposeView compose = FILES.view().compose();

    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "./data")).isTrue();
    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "./scripts")).isFalse();
    assertThat(compose.isAbsentNow(FILES.set("compose.yaml"), "../x")).isFalse();
  }
}
