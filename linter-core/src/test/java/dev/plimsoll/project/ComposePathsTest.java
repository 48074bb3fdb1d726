package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.MemoryWorkspace;
import org.junit.jupiter.api.Test;

class ComposePathsTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final Inquiry inquiry = new Inquiry();

  private String find(String path) {
    StartCommands scripts = new StartCommands(workspace);
    Answer<PathKind> answer = new ComposePaths(workspace, inquiry, scripts).find("app", path);
    return answer instanceof Answer.Known<PathKind> known
        ? known.value().name()
        : ((Answer.Unknown<PathKind>) answer).reason();
  }

  @Test
  void pathsGoOutFromTheProjectsFolder() {
    workspace.put("app/src/main.c", "").put("top.txt", "");

    assertThat(find("./src")).isEqualTo("FOLDER");
    assertThat(find("src/../src/main.c")).isEqualTo("FILE");
    assertThat(find("../top.txt")).isEqualTo("FILE");
    assertThat(find("top.txt")).isEqualTo("ABSENT");
    assertThat(inquiry.files()).contains("app/src", "app/src/main.c", "top.txt", "app/top.txt");
  }

  @Test
  void outsideOfTheWorkspaceNothingIsKnown() {
    assertThat(find("../../x")).isEqualTo("the path leads out of the workspace");
    assertThat(find("/etc/x")).isEqualTo("the path leads out of the workspace");
    assertThat(find("~/x")).isEqualTo("the path leads out of the workspace");
    assertThat(find("C:\\x")).isEqualTo("the path leads out of the workspace");
  }

  @Test
  void whatGitIgnoresComesLater() {
    workspace.put(".gitignore", "*.env\n/app/data/\n").put("app/.gitignore", "!web.env\n");

    assertThat(find("db.env")).isEqualTo("Git ignores it");
    assertThat(find("data/x.sql")).isEqualTo("Git ignores it");
    assertThat(find("data")).isEqualTo("Git ignores it");
    assertThat(find("web.env")).isEqualTo("ABSENT");
  }

  @Test
  void samplesStandForFiles() {
    workspace.put("app/.env.example", "").put("app/web.sample.conf", "");
    workspace.put("app/example-db.env", "");

    assertThat(find(".env")).isEqualTo("a sample lies beside it");
    assertThat(find("web.conf")).isEqualTo("a sample lies beside it");
    assertThat(find("db.env")).isEqualTo("a sample lies beside it");
    assertThat(find("db.conf")).isEqualTo("ABSENT");
  }

  @Test
  void scriptsAndSubmodulesBringFiles() {
    workspace.put("app/main.c", "");
    workspace.put("Makefile", "setup:\n\tgit clone https://github.com/example/lib app/lib\n");
    workspace.put("scripts/make.sh", "envsubst < x > app/api/Dockerfile\n");
    workspace.put(".gitmodules", "[submodule \"vendor\"]\n\tpath = app/vendor\n");

    assertThat(find("lib")).isEqualTo("a script may make it");
    assertThat(find("lib/Dockerfile")).isEqualTo("a script may make it");
    assertThat(find("libs")).isEqualTo("ABSENT");
    assertThat(find("api/Dockerfile")).isEqualTo("a script may make it");
    assertThat(find("web/Dockerfile")).isEqualTo("ABSENT");
    assertThat(find("vendor/x")).isEqualTo("a script may make it");
  }

  @Test
  void linksThatLeadElsewhereAreNotFollowed() {
    workspace.putLink("app/lib", "away").putLink("app/x.conf", "nowhere.conf");

    assertThat(find("x.conf")).isEqualTo("a link leads somewhere else");
    assertThat(find("lib/x")).isEqualTo("a link leads somewhere else");
  }
}
