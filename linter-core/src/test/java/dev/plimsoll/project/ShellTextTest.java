package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellTextTest {

  private static List<ShellText> texts(String keys) {
    LinkedFiles files =
        LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: a\n" + keys.indent(4));
    ComposeSet set = files.set("compose.yaml");
    return ShellText.of(files.service(set, "web"), new ScriptReader());
  }

  /** The places of the texts of a service, as they stand in its file. */
  private static List<String> scripts(String keys) {
    LinkedFiles files =
        LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: a\n" + keys.indent(4));
    ComposeSet set = files.set("compose.yaml");
    List<String> found = new ArrayList<>();
    for (ShellText text : ShellText.of(files.service(set, "web"), new ScriptReader())) {
      Span span = text.place().span();
      found.add(files.text("compose.yaml").content().substring(span.start(), span.end()));
    }
    return found;
  }

  @Test
  void shellsReadWhatStandsBehindTheirOption() {
    assertThat(scripts("command: [sh, -c, $$a, b]")).containsExactly("$$a");
    assertThat(scripts("command: [/bin/bash, -e, -o, pipefail, -xc, $$a]")).containsExactly("$$a");
    assertThat(scripts("command: sh -c '$$a'")).containsExactly("sh -c '$$a'");
    assertThat(scripts("command: [sh, a.sh, -c, $$b]")).isEmpty();
    assertThat(scripts("command: [sh, -c]")).isEmpty();
    assertThat(scripts("command: [a, -c, $$b]")).isEmpty();
    assertThat(scripts("command: a -c $$b")).isEmpty();
    assertThat(scripts("entrypoint: [sh, -c]\ncommand: [$$a, b]")).containsExactly("$$a");
    assertThat(scripts("entrypoint: [sh, -c, $$a]\ncommand: [b]")).containsExactly("$$a");
  }

  @Test
  void healthChecksHaveScriptsOfTheirOwn() {
    assertThat(scripts("healthcheck: {test: $$a}")).containsExactly("$$a");
    assertThat(scripts("healthcheck: {test: [CMD-SHELL, $$a]}")).containsExactly("$$a");
    assertThat(scripts("healthcheck: {test: [CMD, $$a]}")).isEmpty();
    assertThat(scripts("healthcheck: {test: [CMD, sh, -c, $$a]}")).containsExactly("$$a");
    assertThat(scripts("healthcheck: {test: [NONE]}")).isEmpty();
    assertThat(scripts("healthcheck: {test: []}")).isEmpty();
  }

  @Test
  void aScriptWithoutVariablesIsNone() {
    assertThat(scripts("command: [sh, -c, a]")).isEmpty();
  }

  @Test
  void aScriptSetsWhatItAssignsReadsAndLoopsOver() {
    List<ShellText> texts =
        texts("command: [sh, -c, \"a=1; b=$b; read -r c; for d in x; do :; done; sh -c 'e=2'\"]");
    for (String name : List.of("a", "c", "d", "e")) {
      assertThat(texts).as(name).anyMatch(text -> text.sets(name));
    }
    for (String name : List.of("b", "x", "f")) {
      assertThat(texts).as(name).noneMatch(text -> text.sets(name));
    }
  }
}
