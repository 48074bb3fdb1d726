package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeLoaderTest {

  private static final String BASE =
      "services:\n"
          + "  base: {image: b, build: {context: .}, volumes: [\"./d:/d\", \"vol:/v\"], env_file: e}\n"
          + "  next: {extends: {file: deep/c.yaml, service: more}}\n"
          + "  one: {extends: two}\n"
          + "  two: {extends: one}\n";

  private static ComposeFolder.Loaded load(String text) {
    return ComposeFolder.of(text)
        .with("sub/b.yaml", BASE)
        .with(
            "sub/deep/c.yaml", "services: {more: {image: m, volumes: [\"./m:/m\", \"../n:/n\"]}}\n")
        .with(
            "sub/inc.yaml",
            "services: {w: {image: w, ports: [\"1:1\"], env_file: x}, v: {image: v}}\n")
        .with("sub/over.yaml", "services: {w: {image: over}}\n")
        .with("sub/dia.yaml", "include: [inc.yaml]\nservices: {d: {image: d}}\n")
        .with("sub/cycle.yaml", "include: [../a.yaml]\nservices: {d: {image: d}}\n")
        .with("sub/variables.yaml", "services: {w: {image: \"i:$TAG\"}}\n")
        .with("sub/.env", "TAG=own\n")
        .with("other.env", "TAG=other\n")
        .with("empty.yaml", "volumes: {v: }\n")
        .load("a.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a: {image: i, labels: [l]}, w: {extends: a, tty: true} | {image: i, labels: {l: ~}, tty: true}",
        "w: {extends: {service: a}, image: j}, a: {image: i, tty: true} | {image: j, tty: true}",
        "a: {image: i}, b: {extends: a, tty: true}, w: {extends: b, init: true}"
            + " | {image: i, tty: true, init: true}",
        "a: {image: i, labels: [l]}, w: {extends: a, labels: !reset } | {image: i}",
        "a: {image: i, labels: [l]}, w: {extends: a, labels: !override [m]}"
            + " | {image: i, labels: {m: ~}}",
        "w: {extends: {file: sub/b.yaml, service: base}, env_file: !reset , volumes: !reset }"
            + " | {image: b, build: {context: sub}}",
      })
  void extendsLaysOneServiceOverAnother(String services, String read) {
    ComposeFolder.Loaded loaded = load("services: {" + services + "}\n");
    assertThat(loaded.at("services/w")).isEqualTo(read);
    assertThat(loaded.refusals()).isEmpty();
  }

  @Test
  void pathsOfOtherFilesAreSeenFromTheProject() {
    ComposeFolder.Loaded loaded =
        load(
            "services: {w: {extends: {file: sub/b.yaml, service: base}},"
                + " x: {extends: {file: ./sub/b.yaml, service: next}}}\n");
    assertThat(loaded.at("services/w/volumes/0/source")).isEqualTo("sub/d");
    assertThat(loaded.at("services/w/volumes/1/source")).isEqualTo("vol");
    assertThat(loaded.at("services/w/env_file/0/path")).isEqualTo("sub/e");
    assertThat(loaded.at("services/x/volumes/0/source")).isEqualTo("sub/deep/m");
    assertThat(loaded.at("services/x/volumes/1/source")).isEqualTo("sub/n");
    assertThat(loaded.slice("services/w/volumes/0/source")).isEqualTo("./d");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "w: {extends: none, image: i} | none: no service of this name is in the file",
        "w: {extends: w, image: i} | w: the services extend each other in a circle",
        "w: {extends: {file: sub/b.yaml, service: two}, image: i}"
            + " | one: the services extend each other in a circle",
        "w: {extends: {}, image: i} | {}: extends names no service: add the key service",
        "w: {extends: {service: 5}, image: i}"
            + " | {service: 5}: extends names no service: add the key service",
        "w: {extends: {file: none.yaml, service: x}, image: i} | none.yaml: no such file is there",
        "w: {extends: {file: empty.yaml, service: x}, image: i} | empty.yaml: the file has no services",
        "w: {extends: {file: [a], service: x}, image: i}"
            + " | [a]: the key file of extends is the path of one file",
        "w: {extends: {file: sub/b.yaml, service: x}, image: i}"
            + " | x: no service of this name is in sub/b.yaml",
      })
  void refusedExtends(String services, String refused) {
    assertThat(load("services: {" + services + "}\n").refused()).containsExactly(refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[sub/inc.yaml] | w/image | w",
        "[sub/inc.yaml] | w/env_file/0/path | sub/x",
        "[{path: sub/inc.yaml}] | v/image | v",
        "[{path: [sub/inc.yaml, sub/over.yaml]}] | w/image | over",
        "[{path: sub/inc.yaml, project_directory: .}] | w/env_file/0/path | x",
        "[{path: sub/inc.yaml, project_directory: sub/deep}] | w/env_file/0/path | sub/deep/x",
        "[sub/dia.yaml, sub/inc.yaml] | w/ports/1/target | none",
        "[sub/variables.yaml] | w/image | i:own",
        "[{path: sub/variables.yaml, env_file: other.env}] | w/image | i:other",
        "[{path: sub/variables.yaml, project_directory: .}] | w/image | i:",
        "[] | o/image | o",
        "| o/image | o",
      })
  void includeBringsProjectsIn(String include, String path, String read) {
    String list = include == null ? "" : include;
    ComposeFolder.Loaded loaded = load("include: " + list + "\nservices: {o: {image: o}}\n");
    if (read.equals("none")) {
      assertThat(((ComposeNode.Items) loaded.find("services/w/ports").orElseThrow()).items())
          .hasSize(1);
    } else {
      assertThat(loaded.at("services/" + path)).isEqualTo(read);
    }
    assertThat(loaded.refusals()).isEmpty();
  }

  @Test
  void whatTheProjectSaysItselfLiesOverWhatItIncludes() {
    ComposeFolder.Loaded loaded =
        load("include: [sub/inc.yaml]\nservices: {w: {ports: !override [\"2:2\"], tty: true}}\n");
    assertThat(loaded.at("services/w/image")).isEqualTo("w");
    assertThat(loaded.at("services/w/tty")).isEqualTo("true");
    assertThat(loaded.at("services/w/ports/0/target")).isEqualTo("2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "include: [none.yaml] | none.yaml: no such file is there",
        "include: sub/inc.yaml | sub/inc.yaml: include is a list of files",
        "include: [sub/cycle.yaml] | ../a.yaml: the files include each other in a circle",
        "include: [{path: sub/inc.yaml, env_file: no.env}] | no.env: no such file is there",
      })
  void refusedIncludes(String include, String refused) {
    assertThat(load(include + "\nservices: {o: {image: o}}\n").refused()).containsExactly(refused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | : nothing is in the file: add services",
        "# only | : nothing is in the file: add services",
        "{} | : nothing is in the file: add services",
        "text | text: a Compose file is a mapping with the key services, not a text",
        "[a] | [a]: a Compose file is a mapping with the key services, not a list",
        "--- | : a document in this file is empty: remove the line --- before it",
      })
  void refusedFiles(String text, String refused) {
    assertThat(ComposeFolder.of(text).load("a.yaml").refused()).containsExactly(refused);
  }
}
