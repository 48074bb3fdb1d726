package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VariableFilesTest {

  private final LinkedFiles files =
      LinkedFiles.of(
          "compose.yaml",
          """
          services:
            web:
              image: shop
              env_file:
                - web.env
                - path: raw.env
                  format: raw
                - absent.env
          """,
          "compose.dev.yaml",
          "services: {web: {image: shop, env_file: web.env}}",
          ".env",
          "A=1\n",
          "web.env",
          "B=2\n",
          "raw.env",
          "C=$3\n");

  @Test
  void areThoseThatAreThereAndThatComposeTakesApart() {
    List<String> first = new ArrayList<>();
    for (DotEnvFile file :
        files.view().compose().files().variableFiles(files.set("compose.yaml"))) {
      first.add(file.entries().get(0).key().text());
    }
    assertThat(first).containsExactly("A", "B");
  }

  @Test
  void areReadByOneFileFirst() {
    assertThat(isFirst("compose.dev.yaml", "web.env")).isTrue();
    assertThat(isFirst("compose.yaml", "web.env")).isFalse();
    assertThat(isFirst("compose.yaml", "raw.env")).isTrue();
  }

  @Test
  void giveAValueToOneFileFirst() {
    LinkedFiles files =
        LinkedFiles.of(
            "compose.dev.yaml",
            "services: {web: {image: shop}}",
            "compose.yaml",
            "services: {web: {image: 'shop:${TAG}'}}",
            "compose.zoo.yaml",
            "services: {web: {image: 'zoo:${TAG}'}}",
            ".env",
            "TAG=1\n");
    Place tag = files.text(".env").slice(new Span(4, 5)).place();
    List<Boolean> first = new ArrayList<>();
    for (String compose : List.of("compose.yaml", "compose.zoo.yaml")) {
      ComposeFile file = ComposeFile.of(files.text(compose));
      first.add(files.view().compose().files().isFirstToTake(file, tag));
    }
    assertThat(first).containsExactly(true, false);
  }

  private boolean isFirst(String compose, String variables) {
    return files
        .view()
        .compose()
        .files()
        .isFirstToRead(ComposeFile.of(files.text(compose)), variables);
  }
}
