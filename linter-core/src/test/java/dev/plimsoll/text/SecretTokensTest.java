package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokensTest {

  private static final String TOKEN = "ghp_" + "q7Lx2VbN9tRw4KzM8yHc3JdF6sPg1Wa5TeUo";

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    for (SecretTokens.Found each : SecretTokens.in(text)) {
      found.add(text.substring(each.span().start(), each.span().end()));
    }
    return found;
  }

  @Test
  void tokensAreFoundByTheirPrefixAndLength() {
    assertThat(found("a=" + TOKEN + ";" + TOKEN + "\n")).containsExactly(TOKEN, TOKEN);
    assertThat(SecretTokens.in(TOKEN).get(0).kind()).isEqualTo("GitHub token");
    assertThat(found(TOKEN + "x")).isEmpty();
    assertThat(found("x" + TOKEN)).isEmpty();
  }

  @Test
  void passwordsOfUrlsAreFound() {
    assertThat(found("https://u:p4ss-w0rd@host/x")).containsExactly("p4ss-w0rd");
    assertThat(found("amqp://:p4ssw0rd@host")).containsExactly("p4ssw0rd");
    assertThat(found("https://u:p@ss%40w0rd@host/x")).containsExactly("p@ss%40w0rd");
    assertThat(found("https://oauth2:" + TOKEN + "@host")).containsExactly(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://u@host",
        "https://host:8080/a@b",
        "https://u:$P@host",
        "https://u:${P}@host",
        "https://u:%s@host",
        "https://u:<pw>@host",
        "https://u:{{pw}}@host",
        "https://u:password@host",
        "postgres://app:app@db/app",
        "postgres://a:b3c4d5@localhost/app",
        "https://a:b3c4d5@example.com",
        "AKIAIOSFODNN7EXAMPLE",
        "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "grep -q '-----BEGIN PRIVATE KEY-----' file",
        "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA\n",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "sk-",
        "eyJ",
        "eyJhbGciOiJIUzI1NiJ9",
        "://",
        "-----BEGIN ",
        ""
      })
  void whatGuardsNothingIsNone(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void aPrivateKeyGoesToItsEnd() {
    String key =
        "-----BEGIN RSA PRIVATE KEY-----\\n"
            + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj"
            + "\\n-----END RSA PRIVATE KEY-----";
    assertThat(found("echo '" + key + "' > k")).containsExactly(key);
  }

  @Test
  void hostileTextsTakeNoTime() {
    for (String part :
        List.of("://a:", "eyJ-", "-----BEGIN PRIVATE KEY-----", "sk-ant-", "token=")) {
      String text = part.repeat(100_000);
      SecretTokens.in(text);
      SecretFields.in(text);
    }
  }
}
