package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.FoundFiles.Found;
import dev.plimsoll.source.FoundFiles.Missing;
import dev.plimsoll.source.FoundFiles.Skipped;
import dev.plimsoll.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileFinderTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace();

  @Test
  void walksAFolderInTheOrderOfNames() {
    put("web/Dockerfile", "Dockerfile.prod", "api/deep/er/Containerfile", "README.md");
    FoundFiles found = find("");
    assertThat(names(found))
        .containsExactly("Dockerfile.prod", "api/deep/er/Containerfile", "web/Dockerfile");
    assertThat(found.seen()).isEqualTo(4);
    assertThat(found.files()).allMatch(file -> file.language() == Language.DOCKERFILE);
    assertThat(found.files()).noneMatch(Found::named);
  }

  @Test
  void takesScriptsByTheirNamesAndNamedOnesByTheirFirstLine() {
    put("run.sh", "lib/all.bash");
    workspace.put("bin/start", "#!/usr/bin/env bash\n");
    workspace.put("bin/serve", "#!/usr/bin/env python3\n");
    assertThat(names(find(""))).containsExactly("lib/all.bash", "run.sh");
    FoundFiles named = find("bin/start", "bin/serve");
    assertThat(named.files()).containsExactly(new Found("bin/start", Language.SHELL, true));
    assertThat(named.notAnalysed()).hasSize(1);
  }

  @Test
  void takesComposeFilesOfOtherNamesByTheirKeys() {
    workspace.put("stack.yml", "# us\n---\nservices:\n\n  # web\n  web:\n    image: nginx\n");
    workspace.put("dev.yaml", "x-a: &a\n  b: c\n\"services\":\n db:\n  <<: *a\n  build: .\n");
    workspace.put("symfony.yaml", "services:\n  App\\Mail:\n    class: Mail\n    tags: [a]\n");
    workspace.put("drone.yml", "kind: pipeline\nservices:\n  web:\n    image: nginx\n");
    workspace.put("render.yaml", "services:\n  - type: web\n    image: nginx\n    build: .\n");
    workspace.put("deep.yml", "services:\n  web:\n    options:\n      image: nginx\n");
    workspace.put("stack.txt", "services:\n  web:\n    image: nginx\n");
    FoundFiles found = find("");
    assertThat(names(found)).containsExactly("dev.yaml", "stack.yml");
    assertThat(found.files()).allMatch(file -> file.language() == Language.COMPOSE);
    assertThat(names(find("stack.yml"))).containsExactly("stack.yml");
  }

  @Test
  void walksOnlyTheFoldersThatWereNamed() {
    put("a/Dockerfile", "b/Dockerfile", "c/Dockerfile");
    assertThat(names(find("c", "a"))).containsExactly("a/Dockerfile", "c/Dockerfile");
    assertThat(names(find("a", "a", "a/Dockerfile"))).containsExactly("a/Dockerfile");
  }

  @Test
  void passesOverTheTreesOfOthers() {
    put(
        ".git/Dockerfile",
        "x/node_modules/p/Dockerfile",
        ".terraform/Dockerfile",
        "go/vendor/modules.txt",
        "go/vendor/m/Dockerfile",
        "php/vendor/autoload.php",
        "php/vendor/m/Dockerfile",
        "vendor/acme/Dockerfile");
    assertThat(names(find(""))).containsExactly("vendor/acme/Dockerfile");
    assertThat(names(find("x/node_modules"))).containsExactly("x/node_modules/p/Dockerfile");
  }

  @Test
  void honoursIgnoreFilesFromTheRootDown() {
    put("a/Dockerfile", "a/b/Dockerfile", "a/b/Dockerfile.dev", "out/Dockerfile", "c/Dockerfile");
    workspace.put(".gitignore", "out/\nDockerfile.*\n");
    workspace.put("a/b/.gitignore", "/Dockerfile\n!Dockerfile.dev\n");
    workspace.put(".git/info/exclude", "/c\n");
    assertThat(names(find(""))).containsExactly("a/Dockerfile", "a/b/Dockerfile.dev");
    assertThat(names(find("a/b"))).containsExactly("a/b/Dockerfile.dev");
  }

  @Test
  void takesWhatIsNamedWhateverAnIgnoreFileSays() {
    put("out/Dockerfile", "out/x/Dockerfile");
    workspace.put(".gitignore", "/out\n");
    FoundFiles found = find("", "out/Dockerfile");
    assertThat(found.files())
        .containsExactly(new Found("out/Dockerfile", Language.DOCKERFILE, true));
    assertThat(names(find("out"))).containsExactly("out/Dockerfile", "out/x/Dockerfile");
  }

  @Test
  void goesOnWhereAnIgnoreFileCannotBeRead() {
    put("Dockerfile");
    workspace.putUnreadable(".gitignore", "permission denied");
    assertThat(names(find(""))).containsExactly("Dockerfile");
  }

  @Test
  void reportsTemplatesAndFilesThatAreTooLarge() {
    put("Dockerfile.j2", "nginx.conf.j2");
    workspace.put("big/Dockerfile", new byte[10_000_001]);
    FoundFiles found = find("", "big/Dockerfile");
    assertThat(found.files()).isEmpty();
    assertThat(found.notAnalysed())
        .containsExactly(
            new Skipped("Dockerfile.j2", "template", false),
            new Skipped("big/Dockerfile", "10.0 MB, more than the 10 MB that are read", true));
  }

  @Test
  void analysesAFileOnceUnderItsOwnName() {
    put("docker/image.txt", "api/Dockerfile");
    workspace
        .putLink("Dockerfile", "docker/image.txt")
        .putLink("web/Dockerfile", "api/Dockerfile")
        .putLink("linked", "api");
    assertThat(names(find(""))).containsExactly("api/Dockerfile", "docker/image.txt");
    assertThat(names(find("linked"))).containsExactly("api/Dockerfile");
    assertThat(names(find("linked/Dockerfile", "api"))).containsExactly("api/Dockerfile");
  }

  @Test
  void reportsWhatCannotBeReadAndReadsTheRest() {
    put("ok/Dockerfile");
    workspace.putLink("Dockerfile", "Dockerfile").putSpecial("fifo/Dockerfile").putSpecial("pipe");
    FoundFiles found = find("", "pipe");
    assertThat(names(found)).containsExactly("ok/Dockerfile");
    assertThat(found.notAnalysed())
        .containsExactly(
            new Skipped(
                "Dockerfile",
                "cannot be read: the link leads out of the tree, to nothing, or back to itself",
                false),
            new Skipped(
                "fifo/Dockerfile", "cannot be read: it is a FIFO, a socket or a device", false),
            new Skipped("pipe", "cannot be read: it is a FIFO, a socket or a device", true));
  }

  @Test
  void saysThatAFolderNamedDockerfileIsOne() {
    put("Dockerfile/api.Dockerfile");
    FoundFiles found = find("");
    assertThat(names(found)).containsExactly("Dockerfile/api.Dockerfile");
    assertThat(found.notAnalysed())
        .containsExactly(
            new Skipped("Dockerfile", "it is a folder (the files in it are looked at)", false));
    assertThat(find("Dockerfile")).isEqualTo(found);
  }

  @Test
  void tellsHowToNameAFileOfAnotherShape() {
    put("build/image.txt");
    assertThat(find("build/image.txt").notAnalysed())
        .containsExactly(
            new Skipped(
                "build/image.txt",
                "its name tells no language (say it with --as dockerfile=build/image.txt,"
                    + " or under files: in plimsoll.yaml)",
                true));
  }

  @Test
  void tellsWhichKeysSayWhatAFileIs() {
    put("api.yaml");
    assertThat(find("api.yaml").notAnalysed())
        .containsExactly(
            new Skipped(
                "api.yaml",
                "neither its name nor the keys at its root tell a language: OpenAPI has openapi or"
                    + " swagger with a version, Compose has services (say it with --as"
                    + " openapi=api.yaml, or under files: in plimsoll.yaml)",
                true));
  }

  @Test
  void asksTheConfiguration() {
    put("build/image.txt", "legacy/Dockerfile", "a/Dockerfile.old", "a/Dockerfile");
    FileChoice choice =
        new FileChoice() {
          @Override
          public boolean excludes(String name) {
            return name.equals("legacy") || name.endsWith(".old");
          }

          @Override
          public Optional<Language> language(String name) {
            return name.endsWith("image.txt") ? Optional.of(Language.DOCKERFILE) : Optional.empty();
          }
        };
    assertThat(names(FileFinder.find(workspace, List.of(""), choice)))
        .containsExactly("a/Dockerfile", "build/image.txt");
    assertThat(names(FileFinder.find(workspace, List.of("legacy/Dockerfile"), choice)))
        .containsExactly("legacy/Dockerfile");
  }

  @Test
  void returnsANamedIgnoreFileAsContext() {
    put("api/.dockerignore", "api/Dockerfile");
    FoundFiles found = find("api/.dockerignore");
    assertThat(found.namedContext()).containsExactly("api/.dockerignore");
    assertThat(found.files()).isEmpty();
    assertThat(found.notAnalysed()).isEmpty();
    assertThat(find("").namedContext()).isEmpty();
  }

  @Test
  void suggestsTheNearestNameForATargetThatDoesNotExist() {
    put("Dockerfile", "api/Dockerfile");
    assertThat(find("Dockerfle", "ap/Dockerfile", "api/Dockrfile", "none/at/all").missing())
        .containsExactly(
            new Missing("Dockerfle", Optional.of("Dockerfile")),
            new Missing("ap/Dockerfile", Optional.of("api/Dockerfile")),
            new Missing("api/Dockrfile", Optional.of("api/Dockerfile")),
            new Missing("none/at/all", Optional.empty()));
  }

  @Test
  void findsNothingInNothing() {
    assertThat(find("")).isEqualTo(new FoundFiles(List.of(), List.of(), List.of(), List.of(), 0));
  }

  @Test
  void stopsAtADepthThatNobodyMeant() {
    put("d/".repeat(300) + "Dockerfile");
    FoundFiles found = find("");
    assertThat(found.files()).isEmpty();
    assertThat(found.notAnalysed())
        .extracting(Skipped::reason)
        .containsExactly("deeper than 256 folders");
  }

  private void put(String... names) {
    for (String name : names) {
      workspace.put(name, "FROM scratch\n");
    }
  }

  private FoundFiles find(String... targets) {
    return FileFinder.find(workspace, List.of(targets), FileChoice.NONE);
  }

  private static List<String> names(FoundFiles found) {
    List<String> names = new ArrayList<>();
    for (Found file : found.files()) {
      names.add(file.name());
    }
    return names;
  }
}
