package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HostMountTest {

  @Test
  void bindsAndVolumesThatAreBinds() {
    ComposeSet set =
        ComposeSet.load(
            "base",
            List.of("a.yaml"),
            ComposeFolder.of(
                """
                services:
                  web:
                    image: nginx
                    volumes:
                      - data:/data
                      - host:/host:ro
                      - /etc//ssl/:/ssl:ro
                      - ~/.ssh:/keys
                      - ${HOME}/.aws:/aws
                      - ${SOMEWHERE}/docker.sock:/sock
                      - ${DIR:-/srv}:/srv
                volumes:
                  data:
                  host:
                    driver_opts: {type: none, o: bind, device: /var/run}
                """),
            true);
    List<String> found =
        HostMount.of(set.service("web").orElseThrow(), set).stream()
            .map(each -> each.path() + " " + each.text() + (each.isWritable() ? " rw" : ""))
            .toList();

    assertThat(found)
        .containsExactly(
            "/var/run /var/run",
            "/etc/ssl /etc/ssl",
            "~/.ssh ~/.ssh rw",
            "~/.aws /.aws rw",
            " /docker.sock rw",
            "/srv /srv rw");
  }
}
