package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretFilesTest {

  private static Optional<String> variable(String image, String name) {
    return SecretFiles.variable(ImageReference.parse(image).orElseThrow(), name);
  }

  @ParameterizedTest
  @CsvSource({
    "postgres:17, POSTGRES_PASSWORD, POSTGRES_PASSWORD_FILE",
    "docker.io/library/mysql:8, MYSQL_ROOT_PASSWORD, MYSQL_ROOT_PASSWORD_FILE",
    "grafana/grafana:11.2.0, GF_SECURITY_ADMIN_PASSWORD, GF_SECURITY_ADMIN_PASSWORD__FILE",
    "wordpress, WORDPRESS_DB_PASSWORD, WORDPRESS_DB_PASSWORD_FILE"
  })
  void imagesReadFiles(String image, String name, String file) {
    assertThat(variable(image, name)).hasValue(file);
  }

  @Test
  void othersAreNotKnownTo() {
    assertThat(variable("postgres:17", "PGPASSWORD")).isEmpty();
    assertThat(variable("example/postgres", "POSTGRES_PASSWORD")).isEmpty();
  }
}
