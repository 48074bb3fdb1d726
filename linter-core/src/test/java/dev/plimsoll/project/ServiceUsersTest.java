package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceUsersTest {

  private static String user(LinkedFiles files, String service) {
    ComposeSet set = files.set("compose.yaml");
    return say(files.view().compose().user(set, files.service(set, service)));
  }

  private static String say(Answer<ServiceUser> answer) {
    return answer instanceof Answer.Known<ServiceUser> known
        ? known.value().toString()
        : ((Answer.Unknown<ServiceUser>) answer).reason();
  }

  /** The user of a service that is built from a Dockerfile. */
  private static String built(String dockerfile) {
    return user(
        LinkedFiles.of(
            "compose.yaml", "services:\n  web:\n    build: .\n", "Dockerfile", dockerfile),
        "web");
  }

  @Test
  void theServiceSaysItBeforeTheImage() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              number:
                build: .
                user: "1234:5678"
              name:
                build: .
                user: node
              alone:
                build: .
                user: 4321
              image:
                build: .
              variable:
                build: .
                user: ${ID}
              default:
                build: .
                user: ${ID:-1000}:${GROUP:-1000}
              pulled:
                image: node:22
                user: node:www-data
            """,
            "Dockerfile",
            "FROM node:22\nUSER 0\n");

    assertThat(user(files, "number")).isEqualTo("1234:5678");
    assertThat(user(files, "name")).isEqualTo("node (1000:1000)");
    assertThat(user(files, "alone")).isEqualTo("4321:0");
    assertThat(user(files, "image")).isEqualTo("root (0:0)");
    assertThat(user(files, "variable")).isEqualTo("a variable names the user");
    assertThat(user(files, "default")).isEqualTo("node (1000:1000)");
    assertThat(user(files, "pulled")).isEqualTo("node (1000:33)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          useradd app                                     | app (1000:1000)
          useradd -m -u 1500 app                          | app (1500:1500)
          groupadd -g 70 app && useradd -u 70 -g app app  | app (70:70)
          groupadd -r app && useradd -r -g app app        | app (?)
          useradd one && useradd app                      | app (1001:1001)
          useradd -N app                                  | app (1000)
          adduser --disabled-password --gecos '' app      | app (1000:1000)
          adduser -D -u 10001 app                         | app (10001:10001)
          adduser --system --uid 88 --group app           | app (88)
          useradd app; usermod -u 1234 app                | app (1234:1000)
          useradd app; userdel app                        | app (?)
          apt-get install -y app                          | app (?)
          """)
  void accountsThatStepsMake(String commands, String expected) {
    assertThat(built("FROM debian:13\nRUN " + commands + "\nUSER app\n")).isEqualTo(expected);
  }

  @Test
  void numbersThatTheBaseHasAreTaken() {
    assertThat(built("FROM node:22\nRUN useradd app\nUSER app\n")).isEqualTo("app (1001:1001)");
    assertThat(built("FROM ubuntu:24.04\nRUN useradd app\nUSER app\n"))
        .isEqualTo("app (1001:1001)");
    assertThat(built("FROM example/x\nRUN useradd app\nUSER app\n")).isEqualTo("app (?)");
    assertThat(built("FROM example/x\nRUN useradd -u 5 app\nUSER 5\n")).isEqualTo("app (5:5)");
    assertThat(built("FROM example/x\nUSER 5\n")).isEqualTo("5");
  }

  @Test
  void argumentsGiveNumbers() {
    assertThat(built("FROM alpine\nARG UID=1010\nRUN adduser -D -u \"$UID\" app\nUSER $UID\n"))
        .isEqualTo("app (1010:1010)");
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: {context: ., args: {UID: 1020}}\n",
            "Dockerfile",
            "FROM alpine\nARG UID=1010\nRUN adduser -D -u ${UID} app\nUSER app\n");
    assertThat(user(files, "web")).isEqualTo("app (1020:1020)");
  }

  @Test
  void theBaseSaysItLast() {
    assertThat(built("FROM nginxinc/nginx-unprivileged\n")).isEqualTo("nginx (101:101)");
    assertThat(built("FROM scratch\n")).isEqualTo("root (0:0)");
    assertThat(built("FROM gcr.io/distroless/static-debian12:nonroot\n"))
        .isEqualTo("nonroot (65532:65532)");
    assertThat(built("FROM example/x\n")).isEqualTo("nothing is known of the image that is pulled");
    assertThat(built("FROM debian AS a\nUSER www-data\nFROM a\n")).isEqualTo("www-data (33:33)");
  }

  @Test
  void theBaseMayBeAnotherServices() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web:
                build:
                  context: .
                  additional_contexts: {base: "service:base"}
              base:
                build: base
            """,
            "Dockerfile",
            "FROM base\nRUN id\n",
            "base/Dockerfile",
            "FROM debian:13\nRUN useradd -u 1900 app\nUSER app\n");

    assertThat(user(files, "web")).isEqualTo("app (1900:1900)");
  }
}
