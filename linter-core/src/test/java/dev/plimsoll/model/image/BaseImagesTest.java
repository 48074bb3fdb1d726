package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.image.BaseImage.Account;
import dev.plimsoll.model.image.BaseImage.Family;
import dev.plimsoll.model.image.BaseImage.Sh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseImagesTest {

  private final BaseImages images = new BaseImages();

  private Optional<BaseImage> find(String name) {
    return images.find(ImageReference.parse(name).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "alpine, ALPINE, BUSYBOX, apk",
    "python:3.13-slim, DEBIAN, DASH, apt",
    "docker.io/library/node:22-alpine, ALPINE, BUSYBOX, apk",
    "ubuntu:24.04, UBUNTU, DASH, apt",
    "fedora, RPM, BASH, dnf",
    "gcr.io/distroless/static-debian12, DISTROLESS, NONE, ",
    "mcr.microsoft.com/windows/nanoserver:ltsc2022, WINDOWS, NONE, "
  })
  void commonImagesAreKnown(String name, Family family, Sh sh, String manager) {
    BaseImage image = find(name).orElseThrow();
    assertThat(image.family()).isEqualTo(family);
    assertThat(image.sh()).isEqualTo(sh);
    assertThat(image.packageManager()).isEqualTo(Optional.ofNullable(manager));
  }

  @Test
  void theUsersOfAnImageAreKnown() {
    assertThat(find("node:22").orElseThrow().accounts())
        .containsExactly(new Account("node", 1000, 1000));
    BaseImage nonroot = find("gcr.io/distroless/static-debian12:nonroot").orElseThrow();
    assertThat(nonroot.user()).isEqualTo("65532");
    assertThat(nonroot.uid()).contains(65532);
  }

  @Test
  void anEntrypointIsItsWords() {
    assertThat(find("postgres:17").orElseThrow().entrypoint())
        .containsExactly("docker-entrypoint.sh");
    assertThat(find("alpine").orElseThrow().entrypoint()).isEmpty();
  }

  @Test
  void nothingIsSaidOfImagesThatAreNotInTheTable() {
    assertThat(find("registry.example.com/python")).isEmpty();
    assertThat(find("python@sha256:" + "0".repeat(64))).isEmpty();
    assertThat(find("pytho")).isEmpty();
  }

  @Test
  void eachRowOfTheTableCanBeReadAndNamesItsSource() throws IOException {
    Set<String> seen = new HashSet<>();
    for (String row : rows()) {
      List<String> cells = List.of(row.split("\t", -1));
      assertThat(cells).as(row).hasSize(14).doesNotContain("");
      assertThat(seen.add(cells.get(0) + " " + cells.get(1))).as("a second %s", row).isTrue();
      assertThat(cells.get(13)).as(row).isNotEqualTo("-");
      assertThat(find(cells.get(0) + ":" + tagFor(cells.get(1)))).as(row).isPresent();
    }
    assertThat(seen).hasSizeGreaterThan(500);
  }

  /** A tag that the first of some patterns matches. */
  private static String tagFor(String patterns) {
    String tag = patterns.replaceAll(",.*", "").replace("*", "").replace("?", "1");
    return tag.isEmpty() || tag.startsWith("-") || tag.startsWith(".") ? "1" + tag : tag;
  }

  private static List<String> rows() throws IOException {
    Path table = Path.of("src/main/tables/dev/plimsoll/model/image/base-images.tsv");
    try (Stream<String> lines = Files.lines(table)) {
      return lines.filter(line -> !line.startsWith("#") && !line.startsWith("image\t")).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "php:8.4-cli, www-data, true",
    "node:22, node, true",
    "alpine, www-data, false",
    "alpine, nobody, true",
    "debian, app, false",
    "gcr.io/distroless/static-debian12, www-data, false"
  })
  void accountsOfTheSystemAreKnown(String name, String account, boolean known) {
    assertThat(find(name).orElseThrow().hasAccount(account)).isEqualTo(known);
  }
}
