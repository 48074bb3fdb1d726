package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeSetsTest {

  private static final String WEB = "services:\n  web:\n    image: nginx:${TAG}\n";
  private static final String PORTS = "services:\n  web:\n    ports: ['80:80']\n";

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final Inquiry inquiry = new Inquiry();

  private List<ComposeSet> sets(String name) {
    try {
      ComposeFile file = ComposeFile.of(workspace.read(name).text());
      return new ComposeSets(new ComposeStore(workspace, new StartCommands(workspace)), inquiry)
          .of(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private List<String> names(String name) {
    List<String> names = new ArrayList<>();
    for (ComposeSet set : sets(name)) {
      names.add(set.name() + "=" + String.join(",", set.files()));
    }
    return names;
  }

  @Test
  void defaultFileGoesWithItsOverride() {
    workspace.put("a/compose.yaml", WEB).put("a/compose.override.yml", PORTS);
    workspace.put("a/compose.dev.yml", PORTS).put("a/tools-compose.yml", WEB);

    String base = "base+override=a/compose.yaml,a/compose.override.yml";
    assertThat(names("a/compose.yaml")).containsExactly(base);
    assertThat(names("a/compose.override.yml")).containsExactly(base);
    assertThat(names("a/compose.dev.yml"))
        .containsExactly("base+dev=a/compose.yaml,a/compose.dev.yml");
    assertThat(names("a/tools-compose.yml")).containsExactly("tools-compose=a/tools-compose.yml");
  }

  @Test
  void dotEnvOfTheProjectSetsVariables() {
    workspace.put("a/compose.yaml", WEB).put("a/.env", "TAG=1.29\n");

    ComposeSet set = sets("a/compose.yaml").get(0);

    assertThat(set.service("web").orElseThrow().scalar("image").orElseThrow().text())
        .isEqualTo("nginx:1.29");
    assertThat(inquiry.files()).contains("a/.env");
  }

  @Test
  void whatOnlyTheEnvironmentCanMendIsRefusedApart() {
    workspace.put(
        "compose.yaml", "services:\n  web:\n    image: a\n    volumes: ['${DATA}:/data']\n");

    ComposeSet open = sets("compose.yaml").get(0);
    assertThat(open.refusals()).isEmpty();
    assertThat(open.openRefusals()).hasSize(1);

    workspace.put(".env", "DATA=./data\n");
    assertThat(sets("compose.yaml").get(0).openRefusals()).isEmpty();
  }

  @Test
  void absentDotEnvIsNoted() {
    workspace.put("compose.yaml", WEB);

    assertThat(sets("compose.yaml").get(0).start().environment().isWritten()).isFalse();
    assertThat(inquiry.files()).contains(".env");
  }

  @Test
  void composeFileInDotEnvAddsTheSet() {
    workspace.put("compose.yaml", WEB).put("compose.prod.yml", PORTS).put("db/more.yml", PORTS);
    workspace.put(".env", "COMPOSE_PATH_SEPARATOR=;\nCOMPOSE_FILE=compose.yaml;db/more.yml\n");

    assertThat(names("compose.yaml"))
        .containsExactly("base=compose.yaml", "base+more=compose.yaml,db/more.yml");
    assertThat(names("db/more.yml")).containsExactly("base+more=compose.yaml,db/more.yml");
    assertThat(names("compose.prod.yml"))
        .containsExactly("base+prod=compose.yaml,compose.prod.yml");
  }

  @Test
  void composeFileThatNamesAnAbsentFileSaysNothing() {
    workspace.put("compose.yaml", WEB).put(".env", "COMPOSE_FILE=compose.yaml:local.yml\n");

    assertThat(names("compose.yaml")).containsExactly("base=compose.yaml");
  }

  @Test
  void commandsJoinFiles() {
    workspace.put("compose.yaml", WEB).put("compose.prod.yml", WEB);
    workspace.put("deploy.sh", "cd app\ndocker compose -f compose.yaml -f 'compose.prod.yml' up\n");

    List<ComposeSet> sets = sets("compose.prod.yml");

    assertThat(names("compose.prod.yml"))
        .containsExactly("base+prod=compose.yaml,compose.prod.yml");
    assertThat(sets.get(0).role()).isEqualTo(ComposeRole.PRODUCTION);
    Slice evidence = sets.get(0).evidence().get(0);
    assertThat(evidence.text()).isEqualTo("docker compose -f compose.yaml -f 'compose.prod.yml'");
    assertThat(names("compose.yaml"))
        .containsExactly("base=compose.yaml", "base+prod=compose.yaml,compose.prod.yml");
  }

  @Test
  void commandsStandInManyKindsOfFiles() {
    workspace.put("app/compose.yml", WEB);
    for (String file : List.of("a", "b", "c", "d", "e")) {
      workspace.put("app/compose." + file + ".yml", PORTS);
    }
    workspace.put(
        "Makefile", "up:\n\tdocker-compose -p x -f app/compose.yml -f app/compose.a.yml up\n");
    workspace.put(
        "package.json",
        "{\"scripts\": {\"up\": \"docker compose -f app/compose.yml --file=app/compose.b.yml\"}}");
    workspace.put(
        ".github/workflows/ci.yml",
        "      - run: docker compose -f compose.yml --file compose.c.yml up\n"
            + "        working-directory: app\n");
    workspace.put(
        "app/systemd/app.service",
        "[Service]\nExecStart=/usr/bin/docker compose -f compose.yml -f compose.d.yml up\n");
    workspace.put(
        "app/run.sh",
        "docker compose \\\n  -f \"$PWD/compose.yml\" \\\n  -f compose.e.yml \\\n  up -d\n"
            + "# docker compose -f compose.yml -f compose.a.yml -f compose.b.yml up\n"
            + "docker compose $MORE -f compose.yml -f compose.a.yml -f compose.c.yml up\n"
            + "docker compose -f compose.yml -f compose.d.yml $MORE up\n");

    assertThat(names("app/compose.yml"))
        .containsExactly(
            "base=app/compose.yml",
            "base+e=app/compose.yml,app/compose.e.yml",
            "base+d=app/compose.yml,app/compose.d.yml",
            "base+a=app/compose.yml,app/compose.a.yml",
            "base+b=app/compose.yml,app/compose.b.yml",
            "base+c=app/compose.yml,app/compose.c.yml");
  }

  @Test
  void commandThatMayMeanTwoFoldersSaysNothing() {
    workspace.put("a/compose.yml", WEB).put("a/compose.x.yml", WEB);
    workspace.put("b/compose.yml", WEB).put("b/compose.x.yml", WEB);
    workspace.put(
        "run.sh",
        "cd a\ndocker compose -f compose.yml -f compose.x.yml up\ncd ../b\n"
            + "docker compose -f compose.yml -f compose.x.yml up\ncd b\n");

    assertThat(names("a/compose.yml")).containsExactly("base=a/compose.yml");
  }

  @Test
  void otherFolderAndEnvFileAreTheCommands() {
    workspace.put("docker/compose.yml", WEB).put("prod.env", "TAG=7\n");
    workspace.put(
        "scripts/up.sh",
        "docker compose --env-file prod.env --project-directory . -f docker/compose.yml up\n");

    List<ComposeSet> sets = sets("docker/compose.yml");

    assertThat(sets).hasSize(2);
    assertThat(sets.get(1).folder()).isEmpty();
    assertThat(sets.get(1).service("web").orElseThrow().scalar("image").orElseThrow().text())
        .isEqualTo("nginx:7");
  }

  @Test
  void severalEnvFilesAreLaidOverEachOther() {
    workspace.put("compose.yml", WEB).put("compose.x.yml", PORTS);
    workspace.put(".env", "MAJOR=7\nTAG=5\n").put("over.env", "TAG=${MAJOR}.1\n");
    String command =
        "docker compose --env-file .env --env-file %s -f compose.yml -f compose.x.yml up\n";

    workspace.put("run.sh", String.format(command, "over.env"));
    assertThat(tag("compose.x.yml")).isEqualTo("nginx:7.1");
    workspace.put("run.sh", String.format(command, "absent.env"));
    assertThat(tag("compose.x.yml")).isEqualTo("nginx:");
  }

  private String tag(String file) {
    ComposeSet set = sets(file).get(0);
    return set.service("web").orElseThrow().scalar("image").orElseThrow().text();
  }

  @Test
  void rolesComeFromUnitsThenFromNames() {
    workspace.put("compose.yml", WEB).put("compose.dev.yml", PORTS).put("compose.x.yml", PORTS);
    workspace.put(
        "x.service", "[Service]\nExecStart=docker compose -f compose.yml -f compose.x.yml up\n");

    assertThat(sets("compose.dev.yml").get(0).role()).isEqualTo(ComposeRole.DEVELOPMENT);
    assertThat(sets("compose.x.yml").get(0).role()).isEqualTo(ComposeRole.PRODUCTION);
    assertThat(sets("compose.yml").get(0).role()).isEqualTo(ComposeRole.UNKNOWN);
  }

  @Test
  void notMoreThanThirtyTwoSets() {
    workspace.put("compose.yml", WEB);
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      workspace.put("compose.x" + i + ".yml", PORTS);
      script.append("docker compose -f compose.yml -f compose.x" + i + ".yml up\n");
    }
    workspace.put("up.sh", script.toString());

    assertThat(sets("compose.yml")).hasSize(32);
  }

  @Test
  void moreThanThirtyTwoSetsAreCutAndSaidSo() {
    workspace.put("compose.yaml", WEB);
    StringBuilder script = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      workspace.put("c" + i + ".yaml", PORTS);
      script.append("docker compose -f compose.yaml -f c").append(i).append(".yaml up\n");
    }
    workspace.put("run.sh", script.toString());

    assertThat(sets("compose.yaml")).hasSize(32);
    assertThat(inquiry.leftOut())
        .contains("9 of the 41 sets that it is started in: 32 are looked at");
    assertThat(inquiry.isComplete()).isFalse();
  }

  @Test
  void includedFileIsOfTheSetsThatBringIt() {
    workspace.put("compose.yaml", "include:\n  - db/db.compose.yaml\n" + WEB);
    workspace.put("compose.override.yaml", PORTS);
    workspace.put("db/db.compose.yaml", "services:\n  db:\n    image: postgres\n");

    String set = "base+override=compose.yaml,compose.override.yaml";
    assertThat(names("db/db.compose.yaml")).containsExactly(set);
    assertThat(sets("db/db.compose.yaml").get(0).service("db")).isPresent();
  }

  @Test
  void includedFileOfDefaultNameIsStartedByItselfToo() {
    workspace.put("compose.yaml", "include:\n  - path: [db/compose.yaml]\n" + WEB);
    workspace.put("db/compose.yaml", "services:\n  db:\n    image: postgres\n");

    assertThat(names("db/compose.yaml"))
        .containsExactly("base=db/compose.yaml", "base=compose.yaml");
  }

  @Test
  void extendedFileIsSeenInTheSetsThatExtendIt() {
    workspace.put(
        "compose.yaml",
        "services:\n  web:\n    extends:\n      file: common-compose.yaml\n      service: web\n");
    workspace.put("common-compose.yaml", WEB);

    assertThat(names("common-compose.yaml"))
        .containsExactly("common-compose=common-compose.yaml", "base=compose.yaml");
    assertThat(sets("common-compose.yaml").get(0).isWhole()).isFalse();
  }

  @Test
  void filesThatIncludeEachOtherEnd() {
    workspace.put("a-compose.yaml", "include: [b-compose.yaml]\n" + WEB);
    workspace.put("b-compose.yaml", "include: [a-compose.yaml]\n" + WEB);

    assertThat(names("a-compose.yaml")).containsExactly("a-compose=a-compose.yaml");
    assertThat(sets("a-compose.yaml").get(0).read()).contains("b-compose.yaml");
  }

  @Test
  void filesOfProductionAreThoseOfItsSets() {
    workspace.put("compose.yaml", "include: [db/compose.yaml]\n" + WEB);
    workspace.put("db/compose.yaml", "services:\n  db:\n    image: postgres\n");
    workspace.put("compose.prod.yaml", PORTS).put("compose.dev.yaml", PORTS);
    LinkedFiles files = new LinkedFiles(workspace);

    ComposeFile base = ComposeFile.of(files.text("compose.yaml"));

    assertThat(files.view().compose().files().startedFor(ComposeRole.PRODUCTION, base))
        .containsExactly("compose.prod.yaml", "compose.yaml", "db/compose.yaml");
    assertThat(files.view().compose().files().startedFor(ComposeRole.TEST, base)).isEmpty();
  }

  @Test
  void whoAsksAgainForTheSetsOfAFileRestsOnTheSameFiles() {
    MemoryWorkspace workspace = new MemoryWorkspace();
    workspace.put("compose.yaml", "services:\n  web:\n    image: nginx:${TAG}\n");
    workspace.put(".env", "TAG=1\n");
    LinkedFiles linked = new LinkedFiles(workspace);
    Project project = new Project(workspace, linked);
    ComposeFile file = ComposeFile.of(linked.text("compose.yaml"));
    Inquiry first = new Inquiry();
    Inquiry second = new Inquiry();

    List<ComposeSet> sets = new ProjectView(project, first).compose().composeSets(file);

    assertThat(new ProjectView(project, second).compose().composeSets(file)).isEqualTo(sets);
    assertThat(second.files()).isEqualTo(first.files()).contains(".env");
  }
}
