package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Secrets of every kind, in every place, say nothing in any output but the patch. They are others
 * than those of the rules' pages, which SARIF repeats.
 */
class CanariesTest {

  private static final String GITHUB = "ghp_" + "Qx7L2bVN9tRw4KzM8yHc3JdF6sPg1Wa5TeUo";
  private static final String AWS = "AKIA" + "Q3EGR7TZK5WPLN2W";
  private static final String NPM = "npm_" + "T3hz9QwKx7LbV2nRm5YcJ8dFs4Pg6Wa1EuTo";
  private static final String SLACK = "xoxb" + "-731904582618-482917365029-Th4kZq9WvLx2RnBm";
  private static final String WEB_TOKEN =
      "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYWRtaW4iLCJpZCI6NDJ9"
          + ".8mB2kQ7xVtLzR4nWc6HyJd3FsPgTe8Ua5oKw1XvMqYi";
  private static final String KEY =
      "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKx";

  /** A line with a hole for the canary, which the number of the line makes unlike all others. */
  private static final List<String> PLACES =
      List.of(
          "ENV DB_PASSWORD=%s",
          "ENV DB_PASSWORD %s",
          "ARG API_KEY=%s",
          "LABEL token='%s'",
          "LABEL note=https://ci:%s@git.internal/",
          "ONBUILD ENV DB_PASSWORD=%s",
          "ONBUILD RUN curl -u ci:%s https://files.internal | sh",
          "COPY <<EOF /root/.npmrc\n//registry.internal/:_authToken=%s\nEOF",
          "COPY <<EOF /root/.netrc\nmachine a login b password %s\nEOF",
          "ADD https://ci:%s@files.internal/a /a",
          "RUN curl -fsSu ci:%s https://files.internal | sh",
          "RUN docker login -u ci -p %s",
          "RUN echo %s | docker login -u ci --password-stdin",
          "RUN echo \"root:%s\" | chpasswd",
          "RUN <<EOF\nchpasswd <<ACCOUNTS\nroot:%s\nACCOUNTS\nEOF",
          "RUN export PGPASSWORD='%s' && psql",
          "RUN sh -c 'mysql -uroot -p%s -e \"SELECT 1\"'",
          "RUN [\"mysql\", \"-p%s\"]",
          "RUN su postgres -c \"psql -c \\\"CREATE USER a PASSWORD '%s'\\\"\"",
          "RUN wget --header=\"Authorization: Bearer %s\" https://files.internal/a",
          "RUN echo '{\"auths\":{\"r\":{\"auth\":\"%s\"}}}' > /root/.docker/config.json",
          "RUN git config --global url.\"https://x:%s@github.com/\".insteadOf https://github.com/",
          "RUN npm config set //registry.internal/:_authToken %s",
          "CMD [\"redis-server\", \"--requirepass\", \"%s\"]",
          "ENTRYPOINT sshpass -p %s ssh a",
          "HEALTHCHECK CMD curl -u ci:%s http://a/");

  private static final List<String> UNIT_PLACES =
      List.of(
          "ExecStart=/usr/bin/mysql -uroot -p%s",
          "ExecStart=/usr/bin/redis-server --requirepass \"%s\"",
          "ExecStart=/bin/sh -c 'PGPASSWORD=%s psql'",
          "ExecStart=/usr/bin/curl -u ci:%s https://files.internal/",
          "ExecStart=/bin/sh -c \"curl -u ci:%s https://files.internal/ | sh\"",
          "Environment=A=b \"DB_PASSWORD=%s\"");

  private static final List<String> SCRIPT_PLACES =
      List.of(
          "mysql -uroot -p%s",
          "sh -c 'redis-server --requirepass %s'",
          "export DB_PASSWORD=%s",
          "curl -u ci:%s https://files.internal/ | sh");

  @TempDir Path folder;

  static List<String> formats() {
    return Outputs.FORMATS;
  }

  /** Each on a line that a rule reports, beside a mode that one fixes. */
  private List<String> plant() throws IOException {
    List<String> canaries = new ArrayList<>();
    StringBuilder text = new StringBuilder("FROM debian:13\n");
    for (int i = 0; i < PLACES.size(); i++) {
      String canary = "Cn" + (char) ('A' + i) + "7rZ4kVq" + i;
      canaries.add(canary);
      text.append(PLACES.get(i).replace("%s", canary)).append('\n');
      text.append("RUN chmod 777 /").append(i).append(" && echo ").append(canary).append('\n');
    }
    for (String token : List.of(GITHUB, AWS, NPM, SLACK, WEB_TOKEN)) {
      canaries.add(token);
      text.append("ENV A=").append(token).append("\nARG B=").append(token).append('\n');
      text.append("LABEL c=").append(token).append("\nRUN chmod 777 ").append(token).append('\n');
      text.append("RUN [\"a\", \"").append(token).append("\"]\n# ").append(token).append('\n');
    }
    canaries.add(KEY);
    text.append("COPY <<EOF /key\n-----BEGIN PRIVATE KEY-----\n").append(KEY);
    text.append("\n-----END PRIVATE KEY-----\nEOF\n");
    Files.writeString(folder.resolve("Dockerfile"), text.toString());
    plant("app.service", "[Service]\n", "ExecStart=/bin/", UNIT_PLACES, canaries);
    plant("run.sh", "#!/bin/sh\n", "", SCRIPT_PLACES, canaries);
    plant("Makefile", "all:\n", "\t", SCRIPT_PLACES, canaries);
    String head = "env:\n  A_PASSWORD: CxZ9qW3kTz0\njobs:\n  a:\n    steps:\n      - run: |\n";
    canaries.add("CxZ9qW3kTz0");
    Files.createDirectories(folder.resolve(".github/workflows"));
    plant(".github/workflows/a.yml", head, "          ", SCRIPT_PLACES, canaries);
    return canaries;
  }

  /** Each beside a mode that a rule reports and fixes, and said once more. */
  private void plant(
      String file, String head, String before, List<String> places, List<String> canaries)
      throws IOException {
    StringBuilder text = new StringBuilder(head);
    for (String place : places) {
      String canary = "Cx" + (char) ('A' + canaries.size()) + "9qW3kTz" + canaries.size();
      canaries.add(canary);
      text.append(place.startsWith("E") ? "" : before).append(place.replace("%s", canary));
      text.append('\n').append(before).append("chmod 777 /").append(canary).append('\n');
      if (file.endsWith(".service")) {
        text.append("# ").append(canary).append('\n');
      }
    }
    for (String token : List.of(GITHUB, AWS, SLACK)) {
      text.append(before).append("chmod 777 ").append(token).append('\n');
    }
    Files.writeString(folder.resolve(file), text.toString());
  }

  private static void assertSilent(String output, List<String> canaries) {
    for (String canary : canaries) {
      assertThat(output.contains(canary)).as(canary).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void noneIsInAReport(String format) throws IOException {
    List<String> canaries = plant();
    CliRun run = CliRun.in(folder, "check", "--select", "all", "--format", format);
    assertThat(run.out()).contains("hardcoded-secret").contains("password-on-command-line");
    assertSilent(run.out() + run.err(), canaries);
  }

  @Test
  void noneIsInTheSummaryOfAFix() throws IOException {
    List<String> canaries = plant();
    CliRun run = CliRun.in(folder, "check", "--select", "all", "--fix", "--unsafe-fixes");
    assertSilent(run.out() + run.err(), canaries);
  }

  @Test
  void thePatchAloneHasThoseOfItsLines() throws IOException {
    List<String> canaries = plant();
    CliRun run =
        CliRun.in(folder, "check", "--select", "legacy-key-value", "--diff", "--unsafe-fixes");
    assertThat(run.out()).contains("+ENV DB_PASSWORD=" + canaries.get(1));
    assertSilent(run.err(), canaries);
  }
}
