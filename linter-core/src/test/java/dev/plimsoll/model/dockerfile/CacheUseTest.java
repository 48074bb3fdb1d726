package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CacheUseTest {

  private static Stage stage(String dockerfile) {
    return model(dockerfile).finalStage().orElseThrow();
  }

  private static Run last(Stage stage) {
    return (Run) stage.steps().get(stage.steps().size() - 1);
  }

  private static List<String> folders(String dockerfile) {
    Stage stage = stage(dockerfile);
    List<String> folders = new ArrayList<>();
    for (CacheUse use : CacheUse.of(stage, last(stage))) {
      folders.addAll(use.folders().orElse(List.of("?")));
    }
    return folders;
  }

  private static BuildUser user(String dockerfile) {
    Stage stage = stage(dockerfile);
    return BuildUser.of(stage, last(stage)).orElseThrow();
  }

  @Test
  void aCacheLiesBelowTheHomeOfWhoeverRunsTheTool() {
    assertThat(folders("FROM node:22\nRUN npm ci\n")).containsExactly("/root/.npm");
    assertThat(folders("FROM node:22\nUSER node\nRUN npm ci\n")).containsExactly("/home/node/.npm");
    assertThat(folders("FROM node:22\nUSER other\nRUN npm ci\n")).containsExactly("?");
  }

  @Test
  void variablesAndOptionsMoveACache() {
    assertThat(folders("FROM a\nENV PIP_CACHE_DIR=/c\nRUN pip install x\n")).containsExactly("/c");
    assertThat(folders("FROM a\nRUN PIP_CACHE_DIR=/c pip install x\n")).containsExactly("/c");
    assertThat(folders("FROM a\nRUN pip install --cache-dir /c x\n")).containsExactly("/c");
    assertThat(folders("FROM a\nARG C\nENV PIP_CACHE_DIR=$C\nRUN pip install x\n"))
        .containsExactly("?");
  }

  @Test
  void aBuildOfVendoredModulesKeepsWhatItCompiles() {
    assertThat(folders("FROM golang:1.25\nRUN go build -mod=vendor ./...\n"))
        .containsExactly("/root/.cache/go-build");
  }

  @Test
  void aMountAboveOrBelowCountsAsThatOfTheFolder() {
    Stage stage = stage("FROM a\nRUN --mount=type=cache,target=/var/cache apk add git\n");
    CacheUse use = CacheUse.of(stage, last(stage)).get(0);
    assertThat(use.mayBeMounted()).isTrue();
    assertThat(use.unmounted()).isEmpty();
  }

  @Test
  void namesNumbersAndHomesComeFromTheCommandsThatMakeAUser() {
    String made = "FROM debian:13\nRUN useradd -u 1001 -g 1002 -d /srv/app app\n";
    BuildUser expected =
        new BuildUser("app", Optional.of(1001), Optional.of(1002), Optional.of("/srv/app"));
    assertThat(user(made + "USER app\nRUN a\n")).isEqualTo(expected);
    assertThat(user(made + "USER 1001\nRUN a\n").home()).contains("/srv/app");
    assertThat(user("FROM debian:13\nUSER 7:8\nRUN a\n"))
        .isEqualTo(new BuildUser("7", Optional.of(7), Optional.of(8), Optional.empty()));
  }

  @Test
  void aStageGoesOnFromTheStepsOfItsBase() {
    Stage stage = stage("FROM a AS base\nRUN one\nFROM base\nRUN two\nRUN three\n");
    List<String> names = new ArrayList<>();
    for (Step step : stage.stepsBefore(last(stage))) {
      names.add(step.tree().name());
    }
    assertThat(names).containsExactly("FROM", "RUN", "FROM", "RUN");
    assertThat(stage.lineage()).hasSize(5);
  }
}
