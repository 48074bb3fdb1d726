package dev.plimsoll.model.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptModelTest {

  private static ScriptModel model(String text) {
    return ScriptModel.of(SourceText.of("x.sh", text), new ScriptReader());
  }

  @ParameterizedTest
  @CsvSource({
    "#!/bin/sh, sh, true",
    "#!/bin/dash -e, dash, true",
    "#!/usr/bin/env bash, bash, true",
    "#!/usr/bin/env -S bash -e, bash, true",
    "#!/usr/bin/with-contenv bash, bash, true",
    "#!/usr/bin/env python3, python3, false",
    "#!, '', false",
  })
  void isReadAsItsShebangSays(String line, String program, boolean isRead) {
    ScriptModel model = model(line + "\nchmod 777 /x\n");
    assertThat(model.shebang().orElseThrow().program()).isEqualTo(program);
    assertThat(model.script().tree().isPresent()).isEqualTo(isRead);
  }

  @Test
  void oneWithoutShebangIsWhatBashReads() {
    assertThat(model("[[ -n $x ]] && a=(1 2)\n").problems()).isEmpty();
    assertThat(model("#!/bin/dash\na=(1 2)\n").problems()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"echo a\necho b\n", "# c\necho a\n  # d\necho b # e\n", "echo a # c\n# d\necho b"})
  void commentsAreNoPartOfTheJudgedModel(String text) {
    List<String> contents = new ArrayList<>();
    for (Facet facet : model(text).facets()) {
      contents.add(facet.content().strip());
    }
    assertThat(contents).containsExactly("\0\n\0", "echo a", "echo b");
  }

  @Test
  void theShebangIsAPartOfIt() {
    assertThat(model("#!/bin/sh -e\na\n").facets().get(0).content())
        .isEqualTo("#!/bin/sh -e\n\0\n");
  }

  @Test
  void aCommentSpeaksAboutTheListAfterIt() {
    ScriptModel model = model("a # x\n# y\nif b; then\n  # z\n  c && d\nfi\n");
    List<String> sites = new ArrayList<>();
    for (var comment : model.comments()) {
      CommentSite site = model.site(comment);
      String text = model.source().content().substring(site.span().start(), site.span().end());
      sites.add(site.standing() + " " + site.anchor() + ": " + text.replace("\n", "|"));
    }
    assertThat(sites)
        .containsExactly(
            "TRAILING b: if b; then|  # z|  c && d|fi",
            "BODY b: if b; then|  # z|  c && d|fi",
            "BODY c: c && d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ if .Values.x }}\na\n{{ end }}\n",
        "a\n{% if x %}\n  b\n{% endif %}\n",
        "a\n<% if x %>\nb\n<% end %>\n"
      })
  void aTemplateIsToldByAMarkWhereACommandBegins(String text) {
    assertThat(model(text).template()).isPresent();
  }

  @Test
  void aMarkThatAProgramGetsIsNone() {
    assertThat(model("docker inspect -f '{{.Id}}' x\ncat <<E\n{{ a }}\nE\n").template()).isEmpty();
  }

  @Test
  void secretsAreWhatIsAssignedUnderTheirNamesAndWhatLogsIn() {
    ScriptModel model =
        model(
            "DB_PASSWORD=hunter2 run\nmysql -phunter3\nexport API_KEY='k-1' TOKEN=$1 PASS= NAME=x\n");
    List<String> secrets = new ArrayList<>();
    for (var place : model.secrets()) {
      secrets.add(model.source().content().substring(place.span().start(), place.span().end()));
    }
    assertThat(secrets).containsExactly("hunter2", "hunter3", "'k-1'", "k-1");
  }
}
