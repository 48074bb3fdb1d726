package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegeDropsTest {

  private static boolean in(String name) {
    return PrivilegeDrops.in(ImageReference.parse(name).orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres",
        "docker.io/library/redis:7-alpine",
        "php:8.4-apache",
        "docker:29-dind",
        "public.ecr.aws/lambda/python:3.13",
        "nginx@sha256:0000000000000000000000000000000000000000000000000000000000000000"
      })
  void knowsImagesThatDoNotServeAsRoot(String name) {
    assertThat(in(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"python:3.13", "php:8.4-cli", "docker:29-cli", "example.com/postgres:17"})
  void otherImagesAreNotTakenForThem(String name) {
    assertThat(in(name)).isFalse();
  }
}
