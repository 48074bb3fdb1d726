package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeScript;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.source.MemoryWorkspace;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceScriptsTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private String source = "";

  private final LinkedFiles files = new LinkedFiles(workspace);

  private List<ComposeScript> scripts(String name) {
    ComposeFile file = ComposeFile.of(files.text(name));
    source = file.source().content();
    ProjectView view = files.view();
    Set<Place> known = new HashSet<>();
    List<ComposeScript> scripts = new ArrayList<>();
    for (ComposeSet set : view.compose().composeSets(file)) {
      scripts.addAll(view.compose().scripts(set, name, known));
    }
    return scripts;
  }

  private List<ComposeScript> of(String service) {
    workspace.put("compose.yaml", "services:\n  web:\n    image: debian:12\n" + service);
    return scripts("compose.yaml");
  }

  /** Commands with their words between bars, of each script a text. */
  private static List<String> commands(List<ComposeScript> scripts) {
    List<String> all = new ArrayList<>();
    for (ComposeScript script : scripts) {
      StringBuilder text = new StringBuilder(script.source().key().name());
      for (Command command : script.script().commands()) {
        text.append(' ').append(command.name().text());
        for (ShellWord word : command.arguments()) {
          text.append('|').append(word.text());
        }
      }
      all.add(text.toString());
    }
    return all;
  }

  private String written(Slice slice) {
    return source.substring(slice.place().span().start(), slice.place().span().end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "command: a b && c ~ COMMAND a|b",
        "command: [a, b && c] ~ COMMAND a|b && c",
        "command: sh -c 'a b && c' ~ COMMAND sh|-c|a b && c a|b c",
        "command: [bash, -c, 'a | b'] ~ COMMAND bash|-c|a | b a b",
        "command: ~ ''",
        "command: '' ~ ''",
        "entrypoint: [a] ~ ENTRYPOINT a",
        "healthcheck: {test: a || exit 1} ~ HEALTHCHECK a exit|1",
        "healthcheck: {test: [CMD, a, b]} ~ HEALTHCHECK a|b",
        "healthcheck: {test: [CMD-SHELL, a b]} ~ HEALTHCHECK a|b",
        "healthcheck: {test: [NONE]} ~ ''",
        "healthcheck: {test: a, disable: true} ~ ''",
        "post_start: [{command: a b}] ~ HOOK a|b",
        "pre_stop: [{command: [a, b c]}] ~ HOOK a|b c",
        "develop: {watch: [{path: a, action: sync+exec, target: /a, exec: {command: b c}}]}"
            + " ~ HOOK b|c",
        "command: 'a (b' ~ ''",
        "command: [a, '${B'] ~ ''"
      })
  void readsWhatAContainerRuns(String yaml, String commands) {
    assertThat(String.join(",", commands(of("    " + yaml + "\n")))).isEqualTo(commands);
  }

  @Test
  void whatGoesOnFromItsEntrypointIsOneCommand() {
    assertThat(commands(of("    entrypoint: [sh, -c]\n    command: [a && b]\n")))
        .containsExactly("COMMAND sh|-c|a && b a b");
    assertThat(commands(of("    entrypoint: [bash, -eo, pipefail, -c]\n    command: [a && b]\n")))
        .containsExactly("COMMAND bash|-eo|pipefail|-c|a && b a b");
    assertThat(commands(of("    entrypoint: tini --\n    command: a\n")))
        .containsExactly("COMMAND a");
    assertThat(commands(of("    entrypoint: /start.sh\n    command: a\n")))
        .containsExactly("ENTRYPOINT /start.sh", "COMMAND a");
    assertThat(commands(of("    entrypoint: sh /start.sh\n    command: a\n")))
        .containsExactly("ENTRYPOINT sh|/start.sh", "COMMAND a");
  }

  @Test
  void dollarSignsAndVariablesAreThoseOfTheContainer() {
    List<ComposeScript> scripts =
        of("    healthcheck:\n      test: a $$B ${C} ${D:-e} ${F:-} $$(g)\n");
    assertThat(commands(scripts)).containsExactly("HEALTHCHECK a|$B|${_}|e|${_}|$(g) g");
    assertThat(scripts.get(0).script().problems()).isEmpty();
    List<ShellWord> words = scripts.get(0).script().commands().get(0).arguments();
    assertThat(written(words.get(0).slice())).isEqualTo("$$B");
    assertThat(written(words.get(1).slice())).isEqualTo("${C}");
    assertThat(written(words.get(2).slice())).isEqualTo("${D:-e}");
  }

  @Test
  void noDefaultStandsWhereAFileSetsAVariable() {
    workspace.put(".env", "A=x\n");
    assertThat(commands(of("    command: run ${A:-a} ${B:-b} $${C}\n")))
        .containsExactly("COMMAND run|${A:-a}|${B:-b}|${C}");
    assertThat(commands(of("    command: run ${D:-d} ${DB_PASSWORD:-e}\n")))
        .containsExactly("COMMAND run|d|${DB_PASSWORD:-e}");
  }

  @Test
  void scriptWithAHoleHasNoProblem() {
    assertThat(of("    command: sh -c 'if a; then'\n").get(0).script().problems()).isNotEmpty();
    assertThat(of("    command: sh -c 'if a; then ${B}'\n").get(0).script().problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "command: sh -c \"a && b\" ~ x$ ~ x$$",
        "command: \"sh -c 'a && b'\" ~ x\\ ~ none",
        "command: [sh, -c, 'a && b'] ~ it's ~ it''s",
        "command: [sh, -c, \"a && b\"] ~ \"x\" ~ \\\"x\\\"",
      })
  void editIsWrittenAsItsPlaceNeedsIt(String yaml, String to, String written) {
    Command last = of("    " + yaml + "\n").get(0).script().commands().get(2);
    assertThat(last.name().text()).isEqualTo("b");
    assertThat(last.name().slice().replace(to).map(edit -> edit.text()).orElse("none"))
        .isEqualTo(written);
  }

  @Test
  void blockScalarsKeepTheirLines() {
    List<ComposeScript> scripts =
        of("    command:\n      - sh\n      - -c\n      - |\n        a\n        b $$X\n");
    assertThat(commands(scripts)).containsExactly("COMMAND sh|-c|a\nb $X\n a b|$X");
    Command last = scripts.get(0).script().commands().get(2);
    assertThat(written(last.slice())).isEqualTo("b $$X");
    assertThat(last.name().slice().replace("c").orElseThrow().span().start())
        .isEqualTo(source.lastIndexOf("b $$X"));
  }

  @Test
  void whatIsKnownComesFromServiceAndImage() {
    ComposeScript script =
        of("    command: a\n    user: app\n    environment: {A: b, C: }\n").get(0);
    assertThat(script.user()).isInstanceOf(Value.Known.class);
    assertThat(((Value.Known) script.user()).text()).isEqualTo("app");
    assertThat(script.image()).isPresent();
    assertThat(script.shell()).containsExactly("/bin/sh", "-c");
    assertThat(script.variable("A")).isInstanceOf(Value.Known.class);
    assertThat(script.variable("C")).isInstanceOf(Value.Unknown.class);
    assertThat(script.variable("D")).isInstanceOf(Value.Unknown.class);
  }

  @Test
  void imageIsThatOfTheStage() {
    workspace.put(
        "app/Dockerfile",
        "FROM debian:12 AS base\nWORKDIR /srv\nUSER app\nENV A=b\n"
            + "SHELL [\"/bin/bash\", \"-c\"]\nENTRYPOINT [\"sh\", \"-c\"]\nFROM alpine\n");
    workspace.put(
        "compose.yaml",
        "services:\n  web:\n    build: {context: app, target: base}\n    command: ['a | b']\n");
    List<ComposeScript> scripts = scripts("compose.yaml");
    assertThat(commands(scripts)).containsExactly("COMMAND sh|-c|a | b a b");
    assertThat(((Value.Known) scripts.get(0).user()).text()).isEqualTo("app");
    assertThat(((Value.Known) scripts.get(0).workdir()).text()).isEqualTo("/srv");
    assertThat(((Value.Known) scripts.get(0).variable("A")).text()).isEqualTo("b");
    assertThat(scripts.get(0).shell()).containsExactly("/bin/bash", "-c");
  }

  /** The programs that the service {@code web} of a file starts. */
  private String starts(String service) {
    workspace.put("compose.yaml", "services:\n  web:\n" + service);
    ComposeSet set = files.set("compose.yaml");
    Answer<List<Command>> answer = files.view().compose().starts(set, files.service(set, "web"));
    StringBuilder programs = new StringBuilder();
    if (answer instanceof Answer.Known<List<Command>> known) {
      for (Command command : known.value()) {
        programs.append(command.program()).append(' ');
      }
    }
    return programs.toString().strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "image: a ~ CMD c ~ ''",
        "{image: a, command: b} ~ CMD c ~ b",
        "{image: a, entrypoint: e, command: b} ~ CMD c ~ e b",
        "build: . ~ CMD c && d ~ c d",
        "build: . ~ ENTRYPOINT [\"e\"]\\nCMD [\"c\"] ~ e c",
        "build: . ~ ENTRYPOINT [\"sh\", \"-c\"]\\nCMD [\"c | d\"] ~ sh c d",
        "build: . ~ ENTRYPOINT e\\nCMD [\"c\"] ~ e",
        "{build: ., command: b} ~ ENTRYPOINT [\"e\"]\\nCMD [\"c\"] ~ e b",
        "{build: ., command: [b | d]} ~ ENTRYPOINT [\"sh\", \"-c\"]\\nCMD [\"c\"] ~ sh b d",
        "{build: ., entrypoint: f} ~ ENTRYPOINT [\"e\"]\\nCMD [\"c\"] ~ f",
        "{build: ., entrypoint: ''} ~ ENTRYPOINT [\"e\"]\\nCMD [\"c\"] ~ ''",
        "build: . ~ RUN a ~ ''"
      })
  void startsWhatServiceAndStageSay(String service, String dockerfile, String programs) {
    workspace.put("Dockerfile", "FROM debian:12\n" + dockerfile.replace("\\n", "\n") + "\n");
    String yaml = service.startsWith("{") ? service : "{" + service + "}";
    assertThat(starts("    " + yaml + "\n")).isEqualTo(programs);
  }

  @Test
  void eachScriptIsReadOnce() {
    workspace.put("compose.yaml", "services:\n  web:\n    image: a\n    command: a\n");
    workspace.put("compose.prod.yaml", "services:\n  web:\n    command: b\n");
    workspace.put(
        "up.sh", "docker compose -f compose.yaml -f compose.prod.yaml up\ndocker compose up\n");
    assertThat(commands(scripts("compose.yaml"))).containsExactly("COMMAND a");
    assertThat(commands(scripts("compose.prod.yaml"))).containsExactly("COMMAND b");
  }
}
