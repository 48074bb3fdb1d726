package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD=$(openssl rand -base64 32)",
        "export DB_PASSWORD=\"$(openssl rand -base64 24)\"",
        "echo \"DB_PASSWORD=$(openssl rand -base64 32)\" >> .env",
        "x=$(head -c 32 /dev/urandom | base64)\necho DB_PASSWORD=$x >> .env",
        "pw=`openssl rand -base64 9`\nDB_PASSWORD=\"${pw}\""
      })
  void textsInBase64(String script) {
    assertThat(GeneratedSecrets.isBase64(script, "DB_PASSWORD")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD=$(openssl rand -hex 32)",
        "DB_PASSWORD=$(openssl rand -base64 32 | tr -d '/+=')",
        "MY_DB_PASSWORD=$(openssl rand -base64 32)",
        "x=$(openssl rand -base64 32)\nDB_PASSWORD=secret",
        "DB_PASSWORD=$DB_PASSWORD\n# openssl rand -base64 32",
        "x=$(openssl rand -base64 32)\nDB_PASSWORD=${x//\\//_}"
      })
  void others(String script) {
    assertThat(GeneratedSecrets.isBase64(script, "DB_PASSWORD")).isFalse();
  }
}
