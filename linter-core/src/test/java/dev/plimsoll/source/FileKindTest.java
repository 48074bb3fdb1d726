package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

  @ParameterizedTest
  @CsvSource({
    "Dockerfile, DOCKERFILE",
    "Containerfile, DOCKERFILE",
    "dockerfile, DOCKERFILE",
    "api.Dockerfile, DOCKERFILE",
    "api.dockerfile, DOCKERFILE",
    "web.Containerfile, DOCKERFILE",
    "install.sh, SHELL",
    "setup.bash, SHELL",
    "Dockerfile.sh, DOCKERFILE",
    "Makefile, MAKEFILE",
    "rules.mk, MAKEFILE",
    "app.service, UNIT",
    "app@.service, UNIT",
    "app.socket, UNIT",
    "etc/app.service.d/override.conf, UNIT",
    "app.socket.d/a.conf, UNIT",
    "app.timer.d/a.conf, OTHER",
    "override.conf, OTHER",
    ".github/workflows/ci.yml, WORKFLOW",
    "api/.github/workflows/docker-compose.yaml, WORKFLOW",
    ".github/workflows/old/ci.yml, OTHER",
    "x.github/workflows/ci.yml, OTHER",
    ".github/workflows/README.md, OTHER",
    ".github/dependabot.yml, OTHER",
    ".forgejo/workflows/ci.yml, WORKFLOW",
    ".gitea/workflows/ci.yaml, WORKFLOW",
    "action.yml, WORKFLOW",
    ".github/actions/setup/action.yaml, WORKFLOW",
    "my-action.yml, OTHER",
    ".gitlab-ci.yml, WORKFLOW",
    "ci/build.gitlab-ci.yml, WORKFLOW",
    ".gitlab/ci/build.yml, WORKFLOW",
    ".circleci/config.yml, WORKFLOW",
    ".woodpecker/test.yaml, WORKFLOW",
    ".drone.yml, WORKFLOW",
    "docker-compose.gitlab-ci.yml, COMPOSE",
    "compose.yaml, COMPOSE",
    "values.yaml, OTHER",
    "app.service.ts, OTHER",
    "app.service.in, OTHER",
    "install.sh.j2, OTHER",
    "entrypoint, OTHER",
    "Dockerfile.prod, DOCKERFILE",
    "Dockerfile-prod, DOCKERFILE",
    "Containerfile.alpine, DOCKERFILE",
    "Dockerfile.j2, TEMPLATE",
    "Dockerfile.prod.template, TEMPLATE",
    "api.Dockerfile.in, TEMPLATE",
    "nginx.conf.j2, OTHER",
    "Dockerfile.md, OTHER",
    "Dockerfile.bak, OTHER",
    "Dockerfile.orig, OTHER",
    "dockerfile.go, OTHER",
    "dockerfile-lint.ts, OTHER",
    "MyDockerfile, OTHER",
    "Dockerfile_old, OTHER",
    "README.md, OTHER",
    ".dockerignore, IGNORE_FILE",
    "Dockerfile.dockerignore, IGNORE_FILE",
  })
  void isReadOffTheName(String name, FileKind kind) {
    assertThat(FileKind.of(name)).isEqualTo(kind);
  }
}
