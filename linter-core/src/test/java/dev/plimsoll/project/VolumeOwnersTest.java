package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VolumeOwnersTest {

  private static final String DOCKERFILE =
      """
      FROM debian:13
      RUN useradd -u 1234 app && install -d -o app -g app -m 0755 /data /var/lib/app
      USER app
      """;

  /** What is said of each mount of a service. */
  private static List<String> owners(String compose, String service) {
    LinkedFiles files = LinkedFiles.of("compose.yaml", compose, "Dockerfile", DOCKERFILE);
    ComposeSet set = files.set("compose.yaml");
    ComposeService each = files.service(set, service);
    List<String> owners = new ArrayList<>();
    for (var mount : files.view().compose().mounts(set, each)) {
      Answer<Ownership> answer = files.view().compose().mountOwner(set, each, mount);
      owners.add(
          answer instanceof Answer.Known<Ownership> known
              ? known.value().owner()
                  + " "
                  + known.value().mode().map(Integer::toOctalString).orElse("?")
              : ((Answer.Unknown<Ownership>) answer).reason());
    }
    return owners;
  }

  @Test
  void newVolumesTakeTheFolderOfTheImage() {
    assertThat(
            owners(
                """
                services:
                  web:
                    build: .
                    volumes:
                      - data:/data
                      - other:/other
                      - /var/lib/app
                      - {type: volume, source: plain, target: /data2, volume: {nocopy: true}}
                volumes: {data: , other: , plain: }
                """,
                "web"))
        .containsExactly(
            "app (1234:1234) 755", "root (0:0) 755", "app (1234:1234) 755", "root (0:0) 755");
  }

  @Test
  void manyServicesThatWaitForOneAnotherEnd() {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i < 4_000; i++) {
      text.append("  s").append(i).append(":\n    build: .\n    depends_on: [s").append(i + 1);
      text.append(i % 2_000 == 0 ? "]\n    volumes: ['data:/data']\n" : "]\n");
    }
    text.append("  s4000: {image: 'a:1'}\nvolumes: {data: }\n");

    assertThat(owners(text.toString(), "s2000")).containsExactly("app (1234:1234) 755");
    assertThat(
            owners(
                text.toString()
                    .replace("    depends_on", "    volumes: ['data:/data']\n    depends_on")
                    .replace("]\n    volumes: ['data:/data']\n", "]\n"),
                "s1"))
        .containsExactly("too many services share the volume");
  }

  @Test
  void whatIsMadeElsewhereIsNotKnown() {
    assertThat(
            owners(
                """
                services:
                  web:
                    build: .
                    volumes: ["out:/data", "net:/data1", "mem:/data2", "./Dockerfile:/data3"]
                volumes:
                  out: {external: true}
                  net: {driver: nfs}
                  mem: {driver: local, driver_opts: {type: tmpfs, device: tmpfs}}
                """,
                "web"))
        .containsExactly(
            "the volume is made elsewhere",
            "the driver of the volume decides",
            "the driver of the volume decides",
            "the host decides");
  }

  @Test
  void whatIsMissingOnTheHostIsMadeForRoot() {
    assertThat(
            owners(
                """
                services:
                  web:
                    build: .
                    volumes:
                      - ./missing:/data
                      - ./Dockerfile:/data1
                      - /srv:/data2
                      - {type: bind, source: ./missing, target: /d, bind: {create_host_path: false}}
                """,
                "web"))
        .containsExactly(
            "root (0:0) 755", "the host decides", "the host decides", "the host decides");
  }

  @Test
  void whoIsFirstDecides() {
    String services =
        """
        services:
          web:
            build: .
            volumes: ["data:/data"]
          job:
            image: debian:13
            volumes: ["data:/backup"]
        """;
    String volumes = "volumes: {data: }\n";

    assertThat(owners(services + volumes, "web"))
        .containsExactly("the service that is started first decides");
    assertThat(owners(services + "    depends_on: [web]\n" + volumes, "job"))
        .containsExactly("app (1234:1234) 755");
  }

  @Test
  void temporaryFoldersAreRoots() {
    assertThat(
            owners(
                """
                services:
                  web:
                    build: .
                    tmpfs: [/scratch, /data, "/own:uid=1234,gid=5,mode=700"]
                    volumes:
                      - {type: tmpfs, target: /long, tmpfs: {mode: 0755}}
                """,
                "web"))
        .containsExactly("root (0:0) 755", "root (0:0) 1777", "root (0:0) 755", "1234:5 700");
  }

  @Test
  void whoMayWrite() {
    Ownership roots = Ownership.MADE_FOR_MOUNT;
    ServiceUser app = new ServiceUser(Optional.of("app"), Optional.of(7), Optional.of(8));

    assertThat(roots.isWritableBy(ServiceUser.ROOT)).contains(true);
    assertThat(roots.isWritableBy(app)).contains(false);
    ServiceUser free = new ServiceUser(Optional.of("app"), Optional.empty(), Optional.empty());
    assertThat(roots.isWritableBy(free)).contains(false);
    assertThat(new Ownership(ServiceUser.ROOT, Optional.of(0775), true).isWritableBy(free))
        .isEmpty();
    assertThat(new Ownership(free, Optional.empty(), true).isWritableBy(free)).contains(true);
    assertThat(new Ownership(app, Optional.empty(), true).isWritableBy(app)).contains(true);
    assertThat(new Ownership(ServiceUser.ROOT, Optional.empty(), true).isWritableBy(app)).isEmpty();
    assertThat(new Ownership(ServiceUser.ROOT, Optional.of(01777), true).isWritableBy(app))
        .contains(true);
  }
}
