package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildContextsTest {

  private static String excluded(LinkedFiles files, String dockerfile, String source) {
    Answer<Optional<Exclusion>> answer =
        files.view().excluded(files.dockerfile(dockerfile).orElseThrow(), source);
    return answer instanceof Answer.Known<Optional<Exclusion>> known
        ? known.value().map(each -> each.file() + " " + each.pattern()).orElse("no")
        : ((Answer.Unknown<Optional<Exclusion>>) answer).reason();
  }

  private static String file(LinkedFiles files, String dockerfile, String path) {
    Answer<Optional<SourceText>> answer =
        files.view().contextFile(files.dockerfile(dockerfile).orElseThrow(), path);
    return answer instanceof Answer.Known<Optional<SourceText>> known
        ? known.value().map(SourceText::name).orElse("none")
        : ((Answer.Unknown<Optional<SourceText>>) answer).reason();
  }

  private static final String ROOT =
      "services:\n  web:\n    build: {context: ., dockerfile: docker/Dockerfile}\n";

  @Test
  void composeSaysTheFolder() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            ROOT,
            "docker/Dockerfile",
            "FROM alpine\nCOPY src /src\nCOPY conf /conf\n",
            ".dockerignore",
            "conf\n",
            "docker/.dockerignore",
            "src\n",
            "src/a",
            "",
            "docker/src/a",
            "");

    assertThat(excluded(files, "docker/Dockerfile", "conf")).isEqualTo(".dockerignore conf");
    assertThat(excluded(files, "docker/Dockerfile", "src")).isEqualTo("no");
    assertThat(file(files, "docker/Dockerfile", "src/a")).isEqualTo("src/a");
    assertThat(file(files, "docker/Dockerfile", "src/b")).isEqualTo("none");
    assertThat(files.inquiry.files()).contains("compose.yaml");
  }

  @Test
  void theOwnIgnoreFileStaysTheFirst() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            ROOT,
            "docker/Dockerfile",
            "FROM alpine\nCOPY src /src\n",
            "docker/Dockerfile.dockerignore",
            "src\n",
            "src/a",
            "");

    assertThat(excluded(files, "docker/Dockerfile", "src"))
        .isEqualTo("docker/Dockerfile.dockerignore src");
  }

  @Test
  void severalFoldersMustAgree() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            ROOT,
            "compose.other.yaml",
            "services:\n  web:\n    build: docker\n",
            "docker/Dockerfile",
            "FROM alpine\nCOPY src /src\n",
            "src/a",
            "",
            "docker/src/b",
            "");

    assertThat(file(files, "docker/Dockerfile", "src/a"))
        .isEqualTo("the file is built from several folders");
    assertThat(file(files, "docker/Dockerfile", "src/c")).isEqualTo("none");
  }

  @Test
  void aFolderInWhichNothingIsSaysNothing() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            ROOT,
            "docker/Dockerfile",
            "FROM alpine\nCOPY src /src\n",
            "docker/src/b",
            "");

    assertThat(file(files, "docker/Dockerfile", "src/b"))
        .isEqualTo("the file may be built from another folder");
  }

  @Test
  void withoutComposeItsOwnFolderIsGuessed() {
    LinkedFiles files =
        LinkedFiles.of("app/Dockerfile", "FROM alpine\nCOPY src /src\n", "app/src/b", "");

    assertThat(file(files, "app/Dockerfile", "src/b")).isEqualTo("app/src/b");
  }

  @Test
  void variablesMakeItAGuessAgain() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.yaml",
            "services:\n  web:\n    build: {context: $DIR, dockerfile: docker/Dockerfile}\n",
            "docker/Dockerfile",
            "FROM alpine\nCOPY src /src\n",
            "docker/src/b",
            "");

    assertThat(file(files, "docker/Dockerfile", "src/b")).isEqualTo("docker/src/b");
  }
}
