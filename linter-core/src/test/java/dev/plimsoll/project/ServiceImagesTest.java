package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Value;
import org.junit.jupiter.api.Test;

class ServiceImagesTest {

  /** The image of a service of {@code compose.yaml}, in a few words. */
  private static String image(LinkedFiles files, String service) {
    ComposeSet set = files.set("compose.yaml");
    return say(files.view().compose().image(set, files.service(set, service)));
  }

  private static String say(Answer<ServiceImage> answer) {
    if (!(answer instanceof Answer.Known<ServiceImage> known)) {
      return "? " + ((Answer.Unknown<ServiceImage>) answer).reason();
    }
    if (known.value() instanceof ServiceImage.Built built) {
      return built.file().source().name()
          + "#"
          + built.stage().name().orElse("" + built.stage().index())
          + " in '"
          + built.context()
          + "' on "
          + say(built.base());
    }
    return known.value() instanceof ServiceImage.Pulled pulled
        ? pulled.reference().familiarName()
            + ":"
            + pulled.reference().effectiveTag().orElse("?")
            + (pulled.known().isPresent() ? "" : " (new to us)")
        : "nothing";
  }

  @Test
  void buildsInItsForms() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              short:
                build: ./app
              long:
                image: example/app
                build:
                  context: .
                  dockerfile: docker/app.Dockerfile
                  target: Builder
              lower:
                build: low
            """,
            "app/Dockerfile",
            "FROM node:22 AS build\nFROM build AS run\nFROM scratch\n",
            "docker/app.Dockerfile",
            "FROM golang:1.25 AS builder\nFROM builder\n",
            "low/dockerfile",
            "FROM alpine\n");

    assertThat(image(files, "short")).isEqualTo("app/Dockerfile#2 in 'app' on nothing");
    assertThat(image(files, "long"))
        .isEqualTo("docker/app.Dockerfile#builder in '' on golang:1.25");
    assertThat(image(files, "lower")).isEqualTo("low/dockerfile#0 in 'low' on alpine:latest");
  }

  @Test
  void restsOnTheBuildAndOnFrom() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: app\n",
            "app/Dockerfile",
            "FROM alpine\n");
    ComposeSet set = files.set("compose.yaml");

    Answer<ServiceImage> answer = files.view().compose().image(set, files.service(set, "web"));

    assertThat(((Answer.Known<ServiceImage>) answer).because())
        .extracting(
            place ->
                files
                    .text(place.file())
                    .content()
                    .substring(place.span().start(), place.span().end()))
        .containsExactly("build", "app", "FROM alpine");
    assertThat(files.inquiry.files()).contains("app/Dockerfile");
  }

  @Test
  void argumentsOfTheBuildChooseTheBase() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              old:
                build: {context: ., args: {TAG: 3.9-alpine}}
              plain:
                build: .
              outside:
                build: {context: ., args: [TAG]}
            """,
            "Dockerfile",
            "ARG TAG=3.13\nFROM python:$TAG\n");

    assertThat(image(files, "old")).endsWith("on python:3.9-alpine");
    assertThat(image(files, "plain")).endsWith("on python:3.13");
    assertThat(image(files, "outside")).endsWith("on ? a variable names the image");
  }

  @Test
  void anImageThatAnotherServiceBuilds() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web:
                image: shop:latest
                build: .
              worker:
                image: shop
              other:
                image: shop:2
              base:
                image: shop-base
                build: base
            """,
            "Dockerfile",
            "FROM shop-base\n",
            "base/Dockerfile",
            "FROM debian:13\n");

    String web = "Dockerfile#0 in '' on base/Dockerfile#0 in 'base' on debian:13";
    assertThat(image(files, "web")).isEqualTo(web);
    assertThat(image(files, "worker")).isEqualTo(web);
    assertThat(image(files, "other")).isEqualTo("shop:2 (new to us)");
  }

  @Test
  void additionalContextsStandForImages() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web:
                build:
                  context: .
                  additional_contexts:
                    base: service:base
              pinned:
                build:
                  context: .
                  additional_contexts: ["base=docker-image://node:22"]
              local:
                build:
                  context: .
                  additional_contexts: {base: ./other}
              staged:
                build:
                  context: .
                  additional_contexts: {up: ./other}
              base:
                build: base
            """,
            "Dockerfile",
            "FROM base AS up\nFROM up\n",
            "base/Dockerfile",
            "FROM debian:13\n");

    assertThat(image(files, "web")).endsWith("on base/Dockerfile#0 in 'base' on debian:13");
    assertThat(image(files, "pinned")).endsWith("on node:22");
    assertThat(image(files, "local")).endsWith("on ? a context of the build is its base");
    assertThat(image(files, "staged"))
        .endsWith("on ? a context of the build takes the place of a stage");
  }

  @Test
  void whatIsNotInTheWorkspaceIsUnknown() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              remote:
                build: https://github.com/example/app.git
              inline:
                build: {context: ., dockerfile_inline: FROM alpine}
              gone:
                build: ./gone
              stage:
                build: {context: ., target: nope}
              variable:
                image: $IMAGE
              none:
                provider: {type: x}
              loop:
                build: {context: loop, additional_contexts: {x: "service:loop"}}
            """,
            "Dockerfile",
            "FROM alpine\n",
            "loop/Dockerfile",
            "FROM x\n");

    assertThat(image(files, "remote"))
        .isEqualTo("? the build context is not a folder of the workspace");
    assertThat(image(files, "inline")).isEqualTo("? the Dockerfile stands in the Compose file");
    assertThat(image(files, "gone")).isEqualTo("? gone/Dockerfile is not there or cannot be read");
    assertThat(image(files, "stage")).isEqualTo("? the stage is not in Dockerfile");
    assertThat(image(files, "variable")).isEqualTo("? a variable names the image");
    assertThat(image(files, "none")).isEqualTo("? the service names no image");
    assertThat(image(files, "loop")).endsWith("on ? it is built from itself");
    assertThat(files.inquiry.isComplete()).isFalse();
  }

  @Test
  void defaultsOfVariablesCount() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              db:
                image: postgres:${PG:-17}
              app:
                build: ${DIR:-app}
            """,
            "app/Dockerfile",
            "FROM alpine\n");
    ComposeSet set = files.set("compose.yaml");

    assertThat(image(files, "db")).isEqualTo("postgres:17");
    assertThat(image(files, "app")).startsWith("app/Dockerfile");
    Answer<ServiceImage> db = files.view().compose().image(set, files.service(set, "db"));
    assertThat(((ServiceImage.Pulled) ((Answer.Known<ServiceImage>) db).value()).name())
        .isInstanceOf(Value.Choice.class);
  }

  @Test
  void volumesOfTheImageAreMountsToo() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web:
                build: .
                volumes: ["data:/data"]
            volumes: {data: }
            """,
            "Dockerfile",
            "FROM alpine AS a\nWORKDIR /srv\nVOLUME /data up\nFROM a\nVOLUME [\"/cache\"]\n");
    ComposeSet set = files.set("compose.yaml");

    assertThat(files.view().compose().mounts(set, files.service(set, "web")))
        .extracting(mount -> mount.target().text() + mount.volume().orElse(" of the image"))
        .containsExactly("/datadata", "/cache of the image");
  }

  @Test
  void whatAnotherFileOfTheFolderBuildsUnderTheName() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web: {image: "example/web:1"}
              other: {image: "example/web:2"}
              pinned: {image: "example/web:1@sha256:%s"}
              known: {image: "nginx:1.29"}
              tested: {image: "example/tested"}
            """
                .formatted("0".repeat(64)),
            "compose.build.yaml",
            """
            services:
              base: {image: "example/base:1", build: base}
              web: {image: "docker.io/example/web:1", build: web}
              proxy: {image: "nginx:1.29", build: base}
            """,
            "compose.test.yaml",
            "services: {tested: {image: example/tested, build: base}}\n",
            "web/Dockerfile",
            "FROM example/base:1\n",
            "base/Dockerfile",
            "FROM alpine:3.22\n");

    assertThat(image(files, "web"))
        .isEqualTo("web/Dockerfile#0 in 'web' on base/Dockerfile#0 in 'base' on alpine:3.22");
    assertThat(image(files, "other")).isEqualTo("example/web:2 (new to us)");
    assertThat(image(files, "pinned")).isEqualTo("example/web:1 (new to us)");
    assertThat(image(files, "known")).isEqualTo("nginx:1.29");
    assertThat(image(files, "tested")).isEqualTo("example/tested:latest (new to us)");
    assertThat(files.inquiry.files()).contains("compose.build.yaml");
  }

  @Test
  void notWhatOtherFilesBuildInTwoWaysOrFromOneAnother() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            """
            services:
              web: {image: example/web}
              same: {image: example/same}
              ring: {image: example/ring}
            """,
            "compose.override.yaml",
            "services: {ring: {build: web}}\n",
            "compose.build.yaml",
            """
            services:
              web: {image: example/web, build: {context: web, args: {A: 1}}}
              same: {image: example/same, build: web}
            """,
            "compose.fast.yaml",
            """
            services:
              web: {image: example/web, build: {context: web, args: {A: 2}}}
              same: {image: example/same, build: ./web}
            """,
            "web/Dockerfile",
            "FROM example/ring\n");

    assertThat(image(files, "web")).isEqualTo("example/web:latest (new to us)");
    assertThat(image(files, "same"))
        .isEqualTo("web/Dockerfile#0 in 'web' on example/ring:latest (new to us)");
  }
}
