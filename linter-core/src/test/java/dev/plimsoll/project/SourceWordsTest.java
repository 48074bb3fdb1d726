package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceWordsTest {

  @Test
  void wordsOfSourcesAndSettings() {
    LinkedFiles files =
        LinkedFiles.of(
            "app/Dockerfile",
            "FROM python\nRUN pip install left==1\nCMD [\"serve\"]\n",
            "app/src/main.py",
            "import Yaml.x\n",
            "app/requirements.txt",
            "listed==1\n",
            "app/venv/lib.py",
            "import hidden\n",
            "other.py",
            "import other\n");

    assertThat(files.view().sourceWords(files.dockerfile("app/Dockerfile").orElseThrow()))
        .hasValueSatisfying(
            words ->
                assertThat(words)
                    .contains("yaml", "x", "serve")
                    .doesNotContain("left", "listed", "hidden", "other"));
  }

  @Test
  void nothingWithoutPython() {
    LinkedFiles files = LinkedFiles.of("Dockerfile", "FROM node\n", "x.sh", "node\n");

    assertThat(files.view().sourceWords(files.dockerfile("Dockerfile").orElseThrow())).isEmpty();
  }
}
