package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Slice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateMarkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ def x }}\nFROM a\n",
        "FROM a\n{% if b %}\nRUN c\n{% endif %}\n",
        "<% unless a -%>\nFROM b\n",
        "FROM {{ image }}:{{ tag }}\n",
        "FROM {{image}}\n",
        "FROM a AS <%= name %>\n",
        "RUN a={{ARGS[\"b\"]}}\n"
      })
  void aMarkWhereAnInstructionBeginsOrInFromMakesATemplate(String text) {
    assertThat(model(text).template())
        .map(Slice::text)
        .hasValueSatisfying(line -> assertThat(line).containsAnyOf("{{", "{%", "<%"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\nRUN docker inspect -f '{{.Id}}' b\n",
        "FROM a\nLABEL b={{c}}\n",
        "FROM a\nRUN <<E\n{{ x }}\nE\n",
        "FROM a\nRUN b && \\\n{{ c }}\n",
        "FROM ${A:-b}\n",
        "FROM a\nNONSENSE {{\n"
      })
  void aMarkElsewhereDoesNot(String text) {
    assertThat(model(text).template()).isEmpty();
  }
}
