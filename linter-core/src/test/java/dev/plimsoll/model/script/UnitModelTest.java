package dev.plimsoll.model.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitModelTest {

  private static UnitModel model(String name, String settings) {
    return UnitModel.of(
        SourceText.of(name, "[Service]\n" + settings.replace('|', '\n') + "\n"),
        new ScriptReader());
  }

  private static UnitModel model(String settings) {
    return model("a.service", settings);
  }

  private static List<String> commands(String settings) {
    List<String> commands = new ArrayList<>();
    for (UnitScript script : model(settings).commands()) {
      for (Command command : script.script().commands()) {
        commands.add(command.anchor() + ": " + command);
      }
    }
    return commands;
  }

  @Test
  void aCommandIsAListOfWordsAndMayHoldAScript() {
    assertThat(commands("ExecStart=-/usr/bin/env A=1 sh -c 'a $B && c ${D} $$E' ; f *"))
        .containsExactly(
            "ExecStart/sh: /usr/bin/env A=1 sh -c 'a $B && c ${D} $$E'",
            "ExecStart/a: a $B",
            "ExecStart/c: c ${_} $E",
            "ExecStart/f: f *");
    assertThat(commands("ExecStopPost=su app -c'a %i; b'"))
        .contains("ExecStopPost/a: a ${_}", "ExecStopPost/b: b");
  }

  @Test
  void anEmptySettingTakesBackThoseBeforeIt() {
    assertThat(commands("ExecStart=a|ExecStop=b|ExecStart=|ExecStart=c"))
        .containsExactly("ExecStop/b: b", "ExecStart/c: c");
  }

  @Test
  void whatIsPutInIsNotLiteral() {
    List<ShellWord> words =
        model("ExecStart=a b$C ${D} x%i $E 'f g'")
            .commands()
            .get(0)
            .script()
            .commands()
            .get(0)
            .arguments();
    List<Boolean> literal = new ArrayList<>();
    for (ShellWord word : words) {
      literal.add(word.isLiteral());
    }
    assertThat(literal).containsExactly(true, false, false, false, true);
    assertThat(words.get(2).parts()).hasSize(2);
  }

  @Test
  void syntaxIsJudgedWhereAllOfAScriptIsKnown() {
    assertThat(model("ExecStart=sh -c 'if a; then b $C'").problems()).hasSize(1);
    assertThat(model("ExecStart=sh -c 'if a; then b ${C}'").problems()).isEmpty();
    assertThat(model("ExecStart=if a; then b").problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a.service, ExecStart=x, root",
    "a.service, User=app|ExecStart=x, app",
    "a.service, User=app|User=|ExecStart=x, root",
    "a.service, User=app|ExecStart=+x, root",
    "a.service, User=app|ExecStart=!x, root",
    "a.service, User=app|ExecStart=!!x, app",
    "a.service, User=app|PermissionsStartOnly=yes|ExecStart=x, app",
    "a.service, User=app|PermissionsStartOnly=yes|ExecStartPre=x, root",
    "a.service, User=%i|ExecStart=x, ?",
    "a.service, DynamicUser=yes|ExecStart=x, ?",
    "a.service, ExecStart=x|[Install]|WantedBy=default.target, ?",
    "systemd/user/a.service, ExecStart=x, ?",
    "a.service.d/b.conf, ExecStart=x, ?",
  })
  void rootRunsItWhereNobodyElseIsNamed(String name, String settings, String user) {
    Value value = model(name, settings).commands().get(0).user();
    assertThat(value instanceof Value.Known known ? known.text() : "?").isEqualTo(user);
  }

  @Test
  void itsFolderMayBeKnown() {
    assertThat(model("ExecStart=x|WorkingDirectory=-/srv").commands().get(0).workdir())
        .isInstanceOfSatisfying(
            Value.Known.class, known -> assertThat(known.text()).isEqualTo("/srv"));
    for (String unknown : List.of("~", "/srv/%i", "")) {
      assertThat(model("ExecStart=x|WorkingDirectory=" + unknown).commands().get(0).workdir())
          .isInstanceOf(Value.Unknown.class);
    }
  }

  @Test
  void aCommentSpeaksAboutTheSettingAfterIt() {
    UnitModel model =
        model("# x|Type=simple|ExecStart=a ; b|; y|ExecStop=sh -c 'c; \\|# z|  d; e'|# end");
    List<String> sites = new ArrayList<>();
    for (Slice comment : model.comments()) {
      CommentSite site = model.site(comment);
      String text = model.source().content().substring(site.span().start(), site.span().end());
      sites.add(site.standing() + " " + site.anchor() + ": " + text.replace("\n", "|"));
    }
    assertThat(sites)
        .containsExactly(
            "HEAD ExecStart: a ; b",
            "BODY ExecStop: sh -c 'c; \\|# z|  d; e'",
            "BODY ExecStop/d: d",
            "BODY : ");
  }

  @Test
  void commentsAreNoPartOfTheJudgedModel() {
    assertThat(model("Type=a|# x|ExecStart=b \\|# y|  c|# z").facets())
        .isEqualTo(model("Type=a|ExecStart=b \\|  c").facets());
    assertThat(model("ExecStart=-b").facets()).isNotEqualTo(model("ExecStart=b").facets());
    assertThat(model("ExecStart=b 'c'").facets()).isNotEqualTo(model("ExecStart=b d").facets());
  }

  @Test
  void secretsAreWhatItsScriptsAssign() {
    UnitModel model =
        model(
            "Environment=A=b \"DB_PASSWORD=hunter 1\" API_KEY=|"
                + "ExecStart=sh -c 'DB_PASSWORD=hunter2 x; API_KEY=$K y'|ExecStop=mysql -phunter3");
    List<String> secrets = new ArrayList<>();
    for (Place place : model.secrets()) {
      secrets.add(model.source().content().substring(place.span().start(), place.span().end()));
    }
    assertThat(secrets).contains("hunter 1", "hunter2", "hunter3").doesNotContain("");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ExecStart={{ bin }} serve", "ExecStart=<%= @bin %>", "ExecStop={% x %}"})
  void aTemplateIsToldByAMarkInTheProgramsPlace(String settings) {
    assertThat(model(settings).template()).isPresent();
  }

  @Test
  void aMarkThatAProgramGetsIsNone() {
    assertThat(model("ExecStart=docker inspect -f '{{.Id}}' x").template()).isEmpty();
  }
}
