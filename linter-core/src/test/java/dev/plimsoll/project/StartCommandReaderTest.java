package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartCommandReaderTest {

  private static List<String> read(String name, String text) {
    List<String> read = new ArrayList<>();
    for (StartCommand command : StartCommandReader.read(SourceText.of(name, text))) {
      int at = command.place().place().span().start();
      read.add(at + ":" + String.join(",", command.files()));
    }
    return read;
  }

  @Test
  void makefileBuildsTheCommandFromVariables() {
    String variables =
        "DC ?= docker compose\nENV=--env-file .env\nCORE := -f a.yaml\n"
            + "ALL = $(CORE) \\\n  -f b.yaml # and more\n";

    assertThat(read("Makefile", variables + "up:\n\t@$(DC) $(ENV) $(ALL) up $(service)\n"))
        .containsExactly((variables.length() + 5) + ":a.yaml,b.yaml");
    assertThat(read("x.mk", "DC = docker compose ${F}\nF = -f a.yaml\nup:\n\t$(DC) up\n"))
        .containsExactly("0:a.yaml");
  }

  @Test
  void scriptBuildsTheCommandFromVariables() {
    String script = "#!/bin/sh\nFILES=\"-f a.yaml -f b.yaml\"\nexport DC='docker compose'\n";

    assertThat(read("up.sh", script + "$DC $FILES up\n"))
        .containsExactly(script.length() + ":a.yaml,b.yaml");
    assertThat(read("up.sh", script + "docker-compose \\\n  ${FILES} up\n"))
        .containsExactly(script.length() + ":a.yaml,b.yaml");
  }

  @Test
  void commandOnOneLineIsReadOnce() {
    assertThat(read("up.sh", "X=up\ndocker compose -f a.yaml $X\n")).containsExactly("5:a.yaml");
    assertThat(read("Makefile", "F = -f a.yaml\nup:\n\t# docker compose $(F) up\n")).isEmpty();
  }

  @Test
  void variableThatMayBeAnotherIsNotKnown() {
    String up = "docker compose $F up\n";

    assertThat(read("up.sh", "F=\"-f a.yaml\"\n[ -n \"$X\" ] && F=\"$F -f b.yaml\"\n" + up))
        .isEmpty();
    assertThat(read("up.sh", "if x; then\n  F=\"-f a.yaml\"\nfi\n" + up)).isEmpty();
    assertThat(read("up.sh", "F=\"-f a.yaml\"\nF+=\" -f b.yaml\"\n" + up)).isEmpty();
    assertThat(read("up.sh", "F=\"-f $(ls *.yaml)\"\n" + up)).isEmpty();
    assertThat(read("up.sh", "F=\"-f $1\"\n" + up)).isEmpty();
    assertThat(
            read("Makefile", "F = -f a.yaml\ndev: F = -f b.yaml\ndev:\n\tdocker compose $(F) up\n"))
        .isEmpty();
    assertThat(read("Makefile", "F = -f a.yaml\nup:\n\tdocker compose $(F) $(MORE) up\n"))
        .isEmpty();
  }

  @Test
  void variablesThatNameEachOtherEnd() {
    assertThat(read("Makefile", "A = $(B)\nB = $(A)\nup:\n\tdocker compose $(A) up\n")).isEmpty();
  }
}
