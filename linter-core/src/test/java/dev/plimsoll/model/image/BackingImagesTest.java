package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.image.BackingImage.Kind;
import dev.plimsoll.text.Cells;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BackingImagesTest {

  private static Optional<BackingImage> find(String image) {
    return BackingImages.find(ImageReference.parse(image).orElseThrow());
  }

  @Test
  void anImageIsKnownByItsFamiliarName() {
    BackingImage found = find("docker.io/library/postgres:17-alpine").orElseThrow();

    assertThat(found.product()).isEqualTo("postgresql");
    assertThat(found.kind()).isEqualTo(Kind.DATABASE);
    assertThat(found.ports()).containsExactly("5432");
    assertThat(found.folders()).contains("/var/lib/postgresql/data");
    assertThat(found.isDatastore()).isTrue();
  }

  @Test
  void aBuildOfAnotherKeepsItsOwnFolders() {
    BackingImage listed = find("bitnami/redis").orElseThrow();
    BackingImage unlisted = find("ghcr.io/example/redis:7").orElseThrow();

    assertThat(listed.folders()).containsExactly("/bitnami/redis/data");
    assertThat(unlisted.product()).isEqualTo("redis");
    assertThat(unlisted.folders()).isEmpty();
  }

  @Test
  void foldersAreThoseOfTheVersion() {
    assertThat(find("postgres:17").orElseThrow().folders())
        .containsExactly("/var/lib/postgresql/data");
    assertThat(find("postgres:18.1-alpine").orElseThrow().folders())
        .containsExactly("/var/lib/postgresql");
    assertThat(find("pgvector/pgvector:0.8.1-pg17").orElseThrow().folders())
        .containsExactly("/var/lib/postgresql/data");
    assertThat(find("postgres").orElseThrow().folders())
        .containsExactly("/var/lib/postgresql", "/var/lib/postgresql/data");
    assertThat(find("influxdb:2.7").orElseThrow().folders()).containsExactly("/var/lib/influxdb2");
    assertThat(find("influxdb:3-core").orElseThrow().folders()).isEmpty();
  }

  @Test
  void aSettingMayHaveToNameTheFolder() {
    assertThat(find("apache/kafka:4.1.0").orElseThrow().setting()).contains("KAFKA_LOG_DIRS");
    assertThat(find("confluentinc/cp-kafka:8").orElseThrow().setting()).isEmpty();
  }

  @Test
  void aNameThatOnlyLooksAlikeIsUnknown() {
    assertThat(find("oliver006/redis_exporter")).isEmpty();
    assertThat(find("example/postgres-backup")).isEmpty();
    assertThat(find("example/server")).isEmpty();
  }

  @Test
  void whatOnlyPassesOnIsNoDatastore() {
    assertThat(find("edoburu/pgbouncer").orElseThrow().isDatastore()).isFalse();
    assertThat(find("adminer").orElseThrow().isDatastore()).isFalse();
  }

  @Test
  void eachRowCanBeRead() {
    Set<String> images = new HashSet<>();
    for (String rows : BackingImageRows.PARTS) {
      for (String row : rows.lines().toList()) {
        List<String> cells = Cells.of(row);
        if (cells.size() >= 5) {
          BackingImage found = find(cells.get(0)).orElseThrow();
          assertThat(images.add(cells.get(0))).as(cells.get(0)).isTrue();
          assertThat(found.product()).as(cells.get(0)).isEqualTo(cells.get(1));
          assertThat(found.ports()).as(cells.get(0)).isNotEmpty();
        }
      }
    }
    assertThat(images).hasSizeGreaterThan(80);
  }
}
