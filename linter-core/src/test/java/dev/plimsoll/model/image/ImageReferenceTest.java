package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "python, python, latest",
    "docker.io/library/python:3.13-slim, python, 3.13-slim",
    "index.docker.io/python, python, latest",
    "bitnami/redis:7, bitnami/redis, 7",
    "docker.io/bitnami/redis, bitnami/redis, latest",
    "localhost/x, localhost/x, latest",
    "host:5000/a/b, host:5000/a/b, latest",
    "host:5000/a/b:1, host:5000/a/b, 1",
    "gcr.io/distroless/static-debian12:nonroot, gcr.io/distroless/static-debian12, nonroot",
    "a/b__c/d--e, a/b__c/d--e, latest"
  })
  void aNameIsReadAsTheRegistryClientsReadIt(String text, String name, String tag) {
    ImageReference reference = ImageReference.parse(text).orElseThrow();
    assertThat(reference.familiarName()).isEqualTo(name);
    assertThat(reference.effectiveTag()).contains(tag);
  }

  @Test
  void anImageNamedByItsDigestHasNoTagUnlessOneIsWritten() {
    ImageReference bare = ImageReference.parse("alpine@" + DIGEST).orElseThrow();
    assertThat(bare.digest()).contains(DIGEST);
    assertThat(bare.effectiveTag()).isEmpty();
    assertThat(ImageReference.parse("alpine:3@" + DIGEST).flatMap(ImageReference::effectiveTag))
        .contains("3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ":", "a:", "Alpine", "a//b", "-a", "a-", "a___b", "a b", "a:b c", "a@x", "a@", "/a"
      })
  void whatABuilderRefusesIsNoReference(String text) {
    assertThat(ImageReference.parse(text)).isEqualTo(Optional.empty());
  }
}
