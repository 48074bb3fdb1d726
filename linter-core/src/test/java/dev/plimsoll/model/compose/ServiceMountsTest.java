package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceMountsTest {

  private static ComposeSet set(String text) {
    return ComposeSet.load("base", List.of("a.yaml"), ComposeFolder.of(text), true);
  }

  private static List<String> say(List<ServiceMount> mounts) {
    return mounts.stream()
        .map(
            mount ->
                mount.kind()
                    + " "
                    + mount.source().map(ComposeNode.Scalar::text).orElse("-")
                    + " "
                    + mount.target().text()
                    + (mount.readOnly() ? " ro" : ""))
        .toList();
  }

  @Test
  void volumesInBothForms() {
    ComposeSet set =
        set(
            """
            services:
              web:
                image: nginx
                volumes:
                  - data:/var/lib/app/
                  - ./site:/usr/share/nginx/html:ro
                  - /cache
                  - {type: tmpfs, target: /run, tmpfs: {mode: 0700}}
                  - {type: volume, source: data, target: /copy, read_only: true}
                  - {type: npipe, source: a, target: /b}
            volumes:
              data:
            """);
    List<ServiceMount> mounts = set.service("web").orElseThrow().mounts();

    assertThat(say(mounts))
        .containsExactly(
            "VOLUME data /var/lib/app",
            "BIND ./site /usr/share/nginx/html ro",
            "VOLUME - /cache",
            "TMPFS - /run",
            "VOLUME data /copy ro",
            "OTHER a /b");
    assertThat(mounts.get(1).slice().text()).isEqualTo("./site:/usr/share/nginx/html:ro");
    assertThat(mounts.get(3).option("tmpfs", "mode").orElseThrow().text()).isEqualTo("448");
    assertThat(mounts.get(0).volume()).contains("data");
    assertThat(mounts.get(2).volume()).isEmpty();
  }

  @Test
  void tmpfsConfigsAndSecrets() {
    ComposeSet set =
        set(
            """
            services:
              one:
                image: a
                tmpfs: /tmp
              many:
                image: a
                tmpfs: ["/run:mode=755,uid=1000", "/x:ro"]
                configs: [site, {source: other, target: etc/other}]
                secrets: [token, {source: key, target: /etc/key}, {source: key, target: name}]
            configs: {site: {file: ./a}, other: {file: ./a}}
            secrets: {token: {file: ./a}, key: {file: ./a}}
            """);
    List<ServiceMount> many = set.service("many").orElseThrow().mounts();

    assertThat(say(set.service("one").orElseThrow().mounts())).containsExactly("TMPFS - /tmp");
    assertThat(say(many))
        .containsExactly(
            "TMPFS - /run",
            "TMPFS - /x ro",
            "CONFIG site /site ro",
            "CONFIG other /etc/other ro",
            "SECRET token /run/secrets/token ro",
            "SECRET key /etc/key ro",
            "SECRET key /run/secrets/name ro");
    assertThat(many.get(0).option("tmpfs", "uid").orElseThrow().text()).isEqualTo("1000");
  }

  @Test
  void whoMountsAVolume() {
    ComposeSet set =
        set(
            """
            services:
              web:
                image: a
                volumes: ["data:/data", "other:/other"]
              backup:
                image: a
                volumes: ["data:/source:ro"]
              tail:
                image: a
                volumes_from: ["web:ro", "container:x"]
            volumes: {data: , other: }
            """);

    assertThat(set.usesOf("data"))
        .extracting(use -> use.service().name() + " " + say(List.of(use.mount())).get(0))
        .containsExactly(
            "web VOLUME data /data", "backup VOLUME data /source ro", "tail VOLUME data /data ro");
    assertThat(set.usesOf("gone")).isEmpty();
  }
}
