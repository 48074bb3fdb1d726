package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretValuesTest {

  @ParameterizedTest
  @CsvSource({
    "ENV DB_PASSWORD=hunter2 A=b, hunter2",
    "ENV DB_PASSWORD hunter2, hunter2",
    "ARG API_KEY=hunter2, hunter2",
    "LABEL token='hunter 2', 'hunter 2'",
    "ONBUILD ENV DB_PASSWORD=hunter2, hunter2",
    "ONBUILD ENV DB_PASSWORD hunter2, hunter2",
    "ONBUILD ARG API_KEY=hunter2, hunter2",
    "ENV DB_PASSWORD=$X,",
    "ENV GREETING=hello,",
    "ARG API_KEY,"
  })
  void valuesUnderNamesThatAnnounceASecretAreOne(String instruction, String secret) {
    String text = "FROM a\n" + instruction + "\n";
    DockerfileModel model = model(text);
    String found =
        model.secrets().isEmpty()
            ? null
            : text.substring(
                model.secrets().get(0).span().start(), model.secrets().get(0).span().end());
    assertThat(found == null ? null : found.replace("'", "")).isEqualTo(secret);
  }
}
