package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StagesTest {

  private static BuildState end(String text) {
    return model(text).finalStage().orElseThrow().end();
  }

  /** Alternatives in order; {@code ?} for what is unknown. */
  private static List<String> say(Value value) {
    return value.alternatives().stream()
        .map(each -> each instanceof Value.Known known ? known.text() : "?")
        .toList();
  }

  private static List<String> user(String text) {
    return say(end(text).user());
  }

  private static List<String> workdir(String text) {
    return say(end(text).workdir());
  }

  @Test
  void userAndWorkdirComeDownThroughStages() {
    String text =
        """
        FROM node:22 AS a
        USER node
        WORKDIR /srv
        FROM a AS b
        WORKDIR app/./x/..
        FROM B
        """;
    assertThat(user(text)).containsExactly("node");
    assertThat(workdir(text)).containsExactly("/srv/app");
  }

  @Test
  void whatIsSetAfterAStageWasTakenDoesNotReachIt() {
    assertThat(user("FROM alpine AS a\nFROM a AS b\nFROM alpine AS a\nUSER x\nFROM b\n"))
        .containsExactly("root");
    assertThat(user("FROM alpine AS a\nFROM alpine AS a\nUSER x\nFROM a\n")).containsExactly("x");
  }

  @Test
  void theBaseImageSaysWhatTheFileDoesNot() {
    assertThat(user("FROM gcr.io/distroless/static-debian12:nonroot\n")).containsExactly("65532");
    assertThat(workdir("FROM php:8-apache\nWORKDIR x\n")).containsExactly("/var/www/html/x");
    assertThat(user("FROM scratch\n")).containsExactly("0");
    assertThat(user("FROM registry.example.com/a\n")).containsExactly("?");
    assertThat(workdir("FROM registry.example.com/a\nWORKDIR x\n")).containsExactly("?");
    assertThat(workdir("FROM registry.example.com/a\nWORKDIR /x\n")).containsExactly("/x");
  }

  @Test
  void anArgumentIsAChoice() {
    assertThat(user("FROM a\nARG U=x\nUSER $U\n")).containsExactly("x", "?");
    assertThat(user("FROM a\nARG U\nUSER ${U:-y}\n")).containsExactly("y", "?");
    assertThat(user("FROM scratch\nARG U\nUSER a$U\n")).containsExactly("a", "?");
    assertThat(user("FROM scratch\nUSER a$U\n")).containsExactly("a");
    assertThat(user("FROM a\nUSER $U\n")).containsExactly("?");
    assertThat(user("FROM a\nUSER ${U:-y}\n")).containsExactly("y", "?");
  }

  @Test
  void anArgumentBeforeFromReachesAStageOnlyWhereItIsDeclared() {
    assertThat(user("ARG U=x\nFROM scratch\nUSER a$U\n")).containsExactly("a");
    assertThat(user("ARG U=x\nFROM scratch\nARG U\nUSER a$U\n")).containsExactly("ax", "?");
    assertThat(user("ARG U=x\nFROM scratch\nARG U=y\nUSER a$U\n")).containsExactly("ay", "?");
    assertThat(user("ARG A=x\nARG U=$A$B\nFROM scratch\nARG U\nUSER $U\n"))
        .containsExactly("x", "?");
  }

  @Test
  void anArgumentOfAStageReachesThoseThatStartFromIt() {
    assertThat(user("FROM scratch AS a\nARG U=x\nFROM a\nUSER $U\n")).containsExactly("x", "?");
    assertThat(user("FROM scratch AS a\nARG U=x\nFROM scratch\nUSER a$U\n")).containsExactly("a");
  }

  @Test
  void allPairsOfOneEnvSeeWhatWasBefore() {
    assertThat(user("FROM scratch\nENV A=x\nENV A=y B=$A\nUSER $A$B\n")).containsExactly("yx");
    assertThat(user("FROM scratch\nENV A old form\nUSER $A\n")).containsExactly("old form");
    assertThat(user("FROM scratch\nENV A=x\nARG A\nUSER $A\n")).containsExactly("x", "?");
    assertThat(user("FROM scratch\nARG A=x\nENV A=${A:-z}y\nUSER $A\n")).containsExactly("xy", "?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TARGETARCH", "BUILDPLATFORM", "TARGETSTAGE"})
  void thePlatformIsUnknownAndNeedsAnArgInAStage(String name) {
    assertThat(user("FROM scratch\nARG " + name + "\nUSER $" + name + "\n")).containsExactly("?");
    assertThat(user("FROM scratch\nUSER a$" + name + "\n")).containsExactly("a");
    assertThat(base("FROM a:$" + name + "\n")).containsExactly("?");
  }

  @Test
  void proxiesNeedNoArg() {
    assertThat(user("FROM scratch\nUSER a$http_proxy\n")).containsExactly("?");
  }

  private static List<String> base(String text) {
    Base base = model(text).finalStage().orElseThrow().base();
    return base instanceof Base.OfImage image ? say(image.name()) : List.of(base.toString());
  }

  @Test
  void theNameOfTheBaseImageIsExpanded() {
    assertThat(base("ARG V=3\nFROM alpine:${V}\n")).containsExactly("alpine:3", "?");
    assertThat(base("FROM alpine$X\n")).containsExactly("alpine");
    assertThat(base("ARG BASE=final\nFROM alpine AS final\nFROM $BASE\n").toString())
        .contains("OfStage");
  }

  @Test
  void theLastCommandOfALineageCounts() {
    BuildState end =
        end(
            """
            FROM a AS x
            ENTRYPOINT ["one"]
            CMD ["two"]
            HEALTHCHECK NONE
            FROM x
            """);
    assertThat(end.entrypoint()).isPresent();
    assertThat(end.cmd()).isPresent();
    assertThat(end.healthcheck().map(Instruction.Healthcheck::command).orElseThrow()).isEmpty();
  }

  @Test
  void anEntrypointClearsACommandFromAnotherStage() {
    assertThat(end("FROM a AS x\nCMD [\"a\"]\nFROM x\nENTRYPOINT [\"b\"]\n").cmd()).isEmpty();
    assertThat(end("FROM a\nCMD [\"a\"]\nENTRYPOINT [\"b\"]\n").cmd()).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "FROM alpine, sh",
    "FROM mcr.microsoft.com/windows/nanoserver:ltsc2022, cmd",
    "'FROM a\nSHELL [\"C:\\\\x\\\\PowerShell.EXE\", \"-c\"]', powershell",
    "'FROM a AS b\nSHELL [\"/bin/bash\", \"-c\"]\nFROM b', bash"
  })
  void theShellIsThatOfTheLineageOrTheImage(String text, String program) {
    assertThat(end(text + "\n").shell().program()).isEqualTo(program);
  }

  private static Source source(String text, int step) {
    Step at = model(text).steps().get(step);
    return at instanceof Copy copy
        ? copy.source().orElseThrow()
        : ((Run) at).mounts().get(0).source().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A", "0"})
  void aSourceIsAStageByNameInAnyCaseOrByIndex(String from) {
    String start = "FROM x AS a\nFROM y\n";
    assertThat(source(start + "COPY --from=" + from + " b c\n", 2))
        .isEqualTo(new Source.OfStage(0));
    assertThat(source(start + "RUN --mount=from=" + from + ",target=/c x\n", 2))
        .isEqualTo(new Source.OfStage(0));
  }

  @Test
  void ofStagesWithOneNameTheLastIsTheSource() {
    assertThat(source("FROM x AS a\nFROM y AS a\nFROM z\nCOPY --from=a b c\n", 3))
        .isEqualTo(new Source.OfStage(1));
    assertThat(source("FROM x\nCOPY --from=7 b c\n", 1)).isEqualTo(new Source.Nothing("7"));
    assertThat(source("FROM x\nCOPY --from=99999999999 b c\n", 1))
        .isEqualTo(new Source.Nothing("99999999999"));
    assertThat(source("FROM x\nCOPY --from=nginx:1 b c\n", 1)).isInstanceOf(Source.OfImage.class);
  }

  @Test
  void aTargetNeedsTheStagesThatItTakesFrom() {
    DockerfileModel model =
        model(
            """
            FROM x AS base
            FROM base AS deps
            FROM x AS tools
            FROM x AS unused
            FROM base AS final
            COPY --from=deps a b
            RUN --mount=type=bind,from=tools,target=/t cmd
            FROM x AS test
            """);
    Stage target = model.stage("FINAL").orElseThrow();
    assertThat(model.neededFor(target))
        .extracting(stage -> stage.name().orElseThrow())
        .containsExactly("base", "deps", "tools", "final");
    assertThat(model.finalStage().flatMap(Stage::name)).contains("test");
    assertThat(model.stage("nothing")).isEmpty();
  }

  @Test
  void aMountTakesItsFieldsAndItsPlace() {
    Run run =
        (Run)
            model("FROM x\nWORKDIR /a\nENV D=d\nRUN --mount=TYPE=cache,dst=$D,sharing=locked x\n")
                .steps()
                .get(3);
    Mount mount = run.mounts().get(0);
    assertThat(mount.type()).isEqualTo("cache");
    assertThat(say(mount.target().orElseThrow())).containsExactly("/a/d");
    assertThat(mount.source()).isEmpty();
  }

  @Test
  void theRunOfATriggerIsRead() {
    Run run = (Run) model("FROM x\nONBUILD RUN --mount=type=tmpfs,target=/a b c\n").steps().get(1);
    assertThat(run.isTrigger()).isTrue();
    assertThat(run.anchor()).hasToString("final/ONBUILD/RUN");
    assertThat(run.script().commands()).hasSize(1);
    assertThat(run.mounts()).hasSize(1);
  }

  @Test
  void aFileWithoutAStageIsReadAllTheSame() {
    DockerfileModel model = model("USER x\nRUN a\n");
    assertThat(model.stages()).isEmpty();
    assertThat(model.finalStage()).isEmpty();
    assertThat(model.steps()).hasSize(2);
  }

  @Test
  void aLineageIsAllThatRanForAStageInOrder() {
    String text =
        """
        FROM debian:13 AS a
        RUN one
        FROM alpine
        RUN two
        FROM a
        USER app
        """;
    assertThat(model(text).finalStage().orElseThrow().lineage().stream())
        .map(step -> step.tree().name())
        .containsExactly("FROM", "RUN", "FROM", "USER");
  }

  @ParameterizedTest
  @CsvSource({
    "COPY a /srv/b, /srv/b, false",
    "COPY a b/, /app/b, true",
    "COPY a ., /app, true",
    "COPY a c ../d, /d, true",
    "ADD a $WHERE/b, /opt/b, false"
  })
  void aCopyNamesItsTargetFromTheRoot(String line, String target, boolean folder) {
    DockerfileModel file = model("FROM debian:13\nENV WHERE=/opt\nWORKDIR /app\n" + line + "\n");
    Copy copy = (Copy) file.steps().get(file.steps().size() - 1);
    assertThat(say(copy.target())).containsExactly(target);
    assertThat(copy.isIntoFolder()).isEqualTo(folder);
  }
}
