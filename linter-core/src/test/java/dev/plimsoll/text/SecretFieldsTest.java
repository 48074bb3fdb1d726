package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFieldsTest {

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    for (Span span : SecretFields.in(text)) {
      found.add(text.substring(span.start(), span.end()));
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN DB_PASSWORD=hunter2 make",
        "RUN export DB_PASSWORD='hunter2' && make",
        "RUN x --api-key=hunter2",
        "[\"x\", \"--api-key=hunter2\"]",
        "//registry/:_authToken=hunter2",
        "{\"auths\":{\"r\":{\"auth\": \"hunter2\"}}}",
        "{\\\"auth\\\":\\\"hunter2\\\"}",
        "password: hunter2",
        "-H \"Authorization: Bearer hunter2\"",
        "-H 'X-Api-Key: hunter2'",
        "machine a login b password hunter2",
        "CREATE USER a WITH PASSWORD 'hunter2'",
        "export PGPASSWORD=hunter2",
        "url: postgres://a:${DB_PASSWORD:-hunter2}@db/a",
        "DB_PASSWORD: ${DB_PASSWORD:-hunter2}"
      })
  void valuesAfterNamesThatAnnounceASecretAreFound(String text) {
    assertThat(found(text)).containsExactly("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN DB_PASSWORD=$X make",
        "ENABLE_AUTH=true",
        "FROM acme/auth:latest",
        "COPY --from=auth:1.2 /a /b",
        "--mount=type=secret,id=token",
        "the password is asked for",
        "PASSWORD=",
        "[ \"$PASSWORD\" == x ]",
        "${DB_PASSWORD:-changeme} ${DB_PASSWORD:-postgres} ${DB_PASSWORD:-$X} ${TAG:-v1}",
        "TZ=UTC"
      })
  void otherValuesAreNot(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void namesOfCredentialsAreToldFromNamesAboutThem() {
    for (String name : List.of("DB_PASSWORD", "npm_token", "API_KEY", "PGPASSWORD", "NPM_AUTH")) {
      assertThat(SecretNames.namesCredential(name)).as(name).isTrue();
    }
    for (String name :
        List.of(
            "DB_PASSWORD_FILE",
            "TOKEN_URL",
            "POSTGRES_HOST_AUTH_METHOD",
            "ALLOW_EMPTY_PASSWORD",
            "PUBLIC_API_KEY",
            "GPG_KEY",
            "PWD",
            "PASSENGER",
            "KEYBOARD",
            "AUTHOR",
            "SECRET_ID")) {
      assertThat(SecretNames.namesCredential(name)).as(name).isFalse();
    }
  }
}
