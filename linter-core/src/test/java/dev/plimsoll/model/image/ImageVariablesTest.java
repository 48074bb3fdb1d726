package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageVariablesTest {

  private static Optional<ImageVariables> of(String name) {
    return ImageVariables.of(ImageReference.parse(name).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "debian:13, PATH, true",
    "debian:13, HOME, false",
    "docker.io/library/python:3.13-slim, PYTHON_VERSION, true",
    "python, PYTHON, true",
    "python, LANG, true",
    "python, LANGUAGE, false",
    "mcr.microsoft.com/dotnet/aspnet:10.0, APP_UID, true"
  })
  void imagesAreKnown(String image, String variable, boolean set) {
    assertThat(of(image).orElseThrow().maySet(variable)).isEqualTo(set);
  }

  @Test
  void othersAreNot() {
    assertThat(of("example/debian")).isEmpty();
    assertThat(of("registry.example.org/python")).isEmpty();
  }
}
