package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFolderTest {

  private static final String ACCOUNT = "FROM debian:13\nRUN useradd -u 1234 app\n";

  private static String say(Answer<Ownership> answer) {
    return answer instanceof Answer.Known<Ownership> known
        ? known.value().owner()
            + " "
            + known.value().mode().map(Integer::toOctalString).orElse("?")
            + (known.value().isInImage() ? "" : ", made for the mount")
        : ((Answer.Unknown<Ownership>) answer).reason();
  }

  private static String owner(LinkedFiles files, String path) {
    ComposeSet set = files.set("compose.yaml");
    return say(files.view().compose().owner(set, files.service(set, "web"), path));
  }

  /** The owner of {@code /srv/data} after instructions in an image with the account app. */
  private static String after(String instructions) {
    return owner(
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: .\n",
            "Dockerfile",
            ACCOUNT + instructions + "\n",
            "site/data/x",
            "",
            "top.txt",
            ""),
        "/srv/data");
  }

  @Test
  void stagesThatTakeMuchFromOneAnotherEnd() {
    StringBuilder text = new StringBuilder("FROM scratch AS s0\n");
    for (int i = 1; i < 9; i++) {
      text.append("FROM scratch AS s").append(i).append('\n');
      text.append(("COPY --from=s" + (i - 1) + " /a /\n").repeat(30));
    }
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml", "services:\n  web:\n    build: .\n", "Dockerfile", text.toString());

    assertThat(owner(files, "/srv/data")).isEqualTo("another stage may bring it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mkdir /srv/data                                        | root (0:0) 755
          mkdir -p /srv/data/deep/er                             | root (0:0) 755
          mkdir -m 0770 /srv/data && chown app:root /srv/data    | app (1234:0) 770
          mkdir -p /srv/data; chown -R app:app /srv              | app (1234:1234) 755
          mkdir -p /srv/data && chown app /srv                   | root (0:0) 755
          mkdir -p /srv/data && chown 55:66 /srv/data            | 55:66 755
          mkdir -p /srv/data && chown app /srv/data              | app (1234:0) 755
          mkdir -p /srv/data && chgrp app /srv/data              | root (0:1234) 755
          mkdir -p /srv/data && chmod 1777 /srv/data             | root (0:0) 1777
          mkdir -p /srv/data && chmod g+w /srv/data              | root (0:0) ?
          cd /srv && mkdir data                                  | root (0:0) 755
          install -d -o app -g app -m 0750 /srv/data             | app (1234:1234) 750
          mkdir -p /srv/data && rm -rf /srv/data                 | root (0:0) 755, made for the mount
          mkdir /srv/data && rm -rf /srv/data/*                  | root (0:0) 755
          mkdir /srv/data && cd /srv/data && rm -rf ./* *.x      | root (0:0) 755
          mkdir /srv/data && rm -rf "$GNUPGHOME"                 | root (0:0) 755
          useradd -m -d /srv/data -u 99 you                      | you (99:99) ?
          apt-get update                                         | root (0:0) 755, made for the mount
          """)
  void commandsSayWhoseItIs(String command, String expected) {
    assertThat(after("RUN " + command)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          if true; then mkdir /srv/data; fi        | a command that may not run changes it
          mkdir /srv/data && chown $WHO /srv/data  | a variable names its owner
          mkdir /srv/data && rm -rf /srv/*         | a command may remove it
          mkdir /srv/data && cd /srv && rm -rf d*  | a command may remove it
          mkdir -p $FOLDER                         | a command that is not understood may make it
          mkdir -p /srv/{data,logs}                | a command that is not understood may make it
          make-it /srv/data                        | a command that is not understood may make it
          cd /srv && make-it                       | a command that is not understood may make it
          ./setup.sh                               | a script may change it
          mkdir /srv/data && sh /setup.sh          | a script may change it
          """)
  void whatIsNotUnderstoodIsNotKnown(String command, String expected) {
    assertThat(after("RUN " + command)).isEqualTo(expected);
  }

  @Test
  void alternativesMayNotRun() {
    assertThat(after("RUN test -d /x || mkdir -p /srv/data"))
        .isEqualTo("a command that may not run changes it");
    assertThat(after("RUN mkdir -p /srv/data || true")).isEqualTo("root (0:0) 755");
  }

  @Test
  void othersThanRootMakeTheirOwn() {
    assertThat(after("USER app\nRUN mkdir -p /srv/data")).isEqualTo("app (1234:1234) 755");
    assertThat(after("USER app\nWORKDIR /srv/data")).isEqualTo("app (1234:1234) 755");
    assertThat(after("WORKDIR /srv/data\nUSER app")).isEqualTo("root (0:0) 755");
    assertThat(after("WORKDIR /srv/data/below")).isEqualTo("root (0:0) 755");
  }

  @Test
  void copiesMakeWhatIsMissing() {
    String app = "app (1234:1234) ";
    assertThat(after("COPY --chown=app:app . /srv/data/")).isEqualTo(app + "755");
    assertThat(after("COPY --chown=app site /srv/data")).isEqualTo(app + "?");
    assertThat(after("COPY top.txt /srv/data/sub/top.txt")).isEqualTo("root (0:0) 755");
    assertThat(after("WORKDIR /srv/data\nCOPY --chown=app . ./")).isEqualTo("root (0:0) 755");
    assertThat(after("COPY --chown=app site /srv")).isEqualTo(app + "?");
    assertThat(after("RUN mkdir /srv/data\nCOPY --chown=app site /srv")).isEqualTo(app + "?");
    assertThat(after("COPY top.txt /srv/")).contains("made for the mount");
    assertThat(after("COPY --chown=1000 --chmod=0700 . /srv/data/")).isEqualTo("1000:1000 700");
  }

  @Test
  void otherStagesHandTheirFoldersOn() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: .\n",
            "Dockerfile",
            """
            FROM alpine AS build
            RUN mkdir -p /out/data /out/more && chown 7:7 /out/data
            FROM debian:13
            COPY --from=build /out /srv
            COPY --from=build /out/data /copy
            COPY --from=build --chown=8:8 /out/data /own
            COPY --from=example/x /a /b
            """);

    assertThat(owner(files, "/srv/data")).isEqualTo("7:7 755");
    assertThat(owner(files, "/srv/more")).isEqualTo("root (0:0) 755");
    assertThat(owner(files, "/srv/none")).endsWith("made for the mount");
    assertThat(owner(files, "/copy")).isEqualTo("7:7 755");
    assertThat(owner(files, "/own")).isEqualTo("8:8 755");
    assertThat(owner(files, "/b")).isEqualTo("it may come from another image");
  }

  @Test
  void theBaseBringsSome() {
    LinkedFiles node = LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: node:22\n");
    LinkedFiles own = LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: example/x\n");

    assertThat(owner(node, "/app")).isEqualTo("root (0:0) 755, made for the mount");
    assertThat(owner(node, "/home/node")).isEqualTo("node (1000:1000) ?");
    assertThat(owner(node, "/home/node/app")).endsWith("made for the mount");
    assertThat(owner(node, "/tmp")).isEqualTo("root (0:0) 1777");
    assertThat(owner(node, "/var/lib")).isEqualTo("root (0:0) 755");
    assertThat(owner(node, "/var/lib/app")).isEqualTo("the base image may bring it");
    assertThat(owner(own, "/app")).isEqualTo("the base image may bring it");
  }

  @Test
  void givingItAwayTellsEvenWhereTheBaseIsNotKnown() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: .\n",
            "Dockerfile",
            "FROM example/x\nRUN mkdir -p /data && chown -R 12:12 /data\n");

    assertThat(owner(files, "/data")).isEqualTo("12:12 ?");
    assertThat(owner(files, "/data/deep")).isEqualTo("the base image may bring it");
  }
}
