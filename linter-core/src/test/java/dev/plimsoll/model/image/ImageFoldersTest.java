package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFoldersTest {

  @ParameterizedTest
  @CsvSource({
    "redis:8, /data, redis 755",
    "postgres:17, /var/lib/postgresql/data, postgres 1777",
    "postgres:18, /var/lib/postgresql/data, ?",
    "mariadb:11, /var/lib/mysql, mysql -",
    "python:3.13, /app, nothing",
    "python:3.13, /usr/src/app, nothing",
    "python:3.13, /usr/lib/python3, ?",
    "python:3.13, /tmp, root 1777",
    "python:3.13, /root, root 700",
    "node:22, /home/node, node -",
    "node:22, /home/other, nothing",
    "golang:1.25, /go, root 1777",
    "golang:1.25, /go/src, ?",
    "traefik:3, /letsencrypt, ?",
    "gcr.io/distroless/static-debian12, /data, nothing",
    "gcr.io/distroless/static-debian12, /tmp, ?",
  })
  void whatIsKnownOfAFolder(String image, String path, String expected) {
    ImageReference reference = ImageReference.parse(image).orElseThrow();
    BaseImage known = new BaseImages().find(reference).orElseThrow();
    Optional<ImageFolders.Found> found = ImageFolders.find(reference, known, path);

    assertThat(
            found
                .map(
                    each ->
                        each.isThere()
                            ? each.user()
                                + " "
                                + each.mode().map(Integer::toOctalString).orElse("-")
                            : "nothing")
                .orElse("?"))
        .isEqualTo(expected);
  }
}
