package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeServiceTest {

  private static ComposeService service(String yaml) {
    Table body = PlainNodes.table(yaml);
    return new ComposeService("web", body.slice(), body);
  }

  @Test
  void profilesPartServices() {
    ComposeService always = service("image: a\n");
    ComposeService debug = service("profiles: [debug, dev]\n");
    ComposeService test = service("profiles: [test]\n");
    assertThat(always.runsBeside(debug)).isTrue();
    assertThat(debug.runsBeside(debug)).isTrue();
    assertThat(debug.runsBeside(test)).isFalse();
    assertThat(debug.profiles()).containsExactly("debug", "dev");
  }

  @Test
  void whatIsScaledToNothingRunsBesideNothing() {
    ComposeService always = service("image: a\n");
    assertThat(always.runsBeside(service("scale: 0\n"))).isFalse();
    assertThat(service("deploy: {replicas: 0}\n").runsBeside(always)).isFalse();
  }

  @Test
  void membersAreThoseOfAMapping() {
    assertThat(service("networks: {a: , b: }\n").members("networks")).containsOnlyKeys("a", "b");
    assertThat(service("networks: [a]\n").members("networks")).isEmpty();
  }

  private static List<String> scripts(String yaml) {
    List<String> texts = new ArrayList<>();
    for (ComposeNode.Scalar script : ServiceScripts.of(service(yaml))) {
      texts.add(script.text());
    }
    return texts;
  }

  @Test
  void shellsReadWhatStandsBehindTheirOption() {
    assertThat(scripts("command: [sh, -c, a, b]\n")).containsExactly("a");
    assertThat(scripts("command: [/bin/bash, -e, -o, pipefail, -xc, a]\n")).containsExactly("a");
    assertThat(scripts("command: sh -c 'a'\n")).containsExactly("sh -c 'a'");
    assertThat(scripts("command: [sh, a.sh, -c, b]\n")).isEmpty();
    assertThat(scripts("command: [sh, -c]\n")).isEmpty();
    assertThat(scripts("command: [a, -c, b]\n")).isEmpty();
    assertThat(scripts("command: a -c b\n")).isEmpty();
    assertThat(scripts("entrypoint: [sh, -c]\ncommand: [a, b]\n")).containsExactly("a");
    assertThat(scripts("entrypoint: sh -c\ncommand: a b\n")).containsExactly("a b");
    assertThat(scripts("entrypoint: [sh, -c, a]\ncommand: [b]\n")).containsExactly("a");
  }

  @Test
  void healthChecksHaveScriptsOfTheirOwn() {
    assertThat(scripts("healthcheck: {test: a}\n")).containsExactly("a");
    assertThat(scripts("healthcheck: {test: [CMD-SHELL, a]}\n")).containsExactly("a");
    assertThat(scripts("healthcheck: {test: [CMD, a]}\n")).isEmpty();
    assertThat(scripts("healthcheck: {test: [CMD, sh, -c, a]}\n")).containsExactly("a");
    assertThat(scripts("healthcheck: {test: [NONE]}\n")).isEmpty();
    assertThat(scripts("healthcheck: {test: []}\n")).isEmpty();
  }

  @Test
  void aScriptSetsWhatItAssignsReadsAndLoopsOver() {
    SourceText text =
        SourceText.of("x", "a=1; b=$b; read -r c; for d in x; do :; done; sh -c 'e=2'; for ff");
    ServiceScripts.Reading reading =
        ServiceScripts.read(text.slice(new Span(0, text.content().length())));
    for (String name : List.of("a", "c", "d", "e")) {
      assertThat(reading.sets(name)).as(name).isTrue();
    }
    for (String name : List.of("b", "x", "f", "ff")) {
      assertThat(reading.sets(name)).as(name).isFalse();
    }
  }
}
