package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.tree.CommandLine;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.parse.dockerfile.tree.MountFields;
import dev.plimsoll.parse.dockerfile.tree.Word;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Words whose text differs from what is written: they keep their place, and edits are escaped. */
class DecodedWordsTest {

  private static Instruction only(String text) {
    return new DockerfileParser()
        .parse(SourceText.of("Dockerfile", text))
        .tree()
        .instructions()
        .get(0);
  }

  private static String edited(String text, Word word, String replacement) {
    Text.HostEdit edit = word.slice().replace(replacement).orElseThrow();
    return text.substring(0, edit.span().start()) + edit.text() + text.substring(edit.span().end());
  }

  @Test
  void aJsonStringIsReadWithoutEscapesAndWrittenWithThem() {
    String text = "CMD [\"say\", \"a\\\"b\\u0041\", \"c\"]\n";
    CommandLine.ExecForm exec = (CommandLine.ExecForm) ((Instruction.Cmd) only(text)).command();
    assertThat(exec.words()).extracting(Word::text).containsExactly("say", "a\"bA", "c");
    assertThat(edited(text, exec.words().get(2), "d\"\\"))
        .isEqualTo("CMD [\"say\", \"a\\\"b\\u0041\", \"d\\\"\\\\\"]\n");
    assertThat(exec.words().get(1).slice().place().span().start()).isEqualTo(13);
  }

  @Test
  void aJsonStringOverAContinuationKeepsItsPlace() {
    String text = "CMD [\"a\", \\\n  # why\n  \"b c\"]\n";
    CommandLine.ExecForm exec = (CommandLine.ExecForm) ((Instruction.Cmd) only(text)).command();
    assertThat(edited(text, exec.words().get(1), "d"))
        .isEqualTo("CMD [\"a\", \\\n  # why\n  \"d\"]\n");
  }

  @Test
  void aBrokenArrayIsShellFormAndAnArrayOfOtherThingsIsRefused() {
    assertThat(((Instruction.Cmd) only("CMD [\"a\", b]\n")).command())
        .isInstanceOf(CommandLine.ShellForm.class);
    assertThat(((Instruction.Cmd) only("CMD [\"a\"] b\n")).command())
        .isInstanceOf(CommandLine.ShellForm.class);
    assertThat(only("CMD [\"a\", {\"b\": null}]\n")).isInstanceOf(Instruction.Refused.class);
  }

  @Test
  void aQuotedFlagIsReadWithoutQuotesAndAnEditStaysWithinThem() {
    String text = "RUN --mount=\"type=cache,target=/a\" true\n";
    MountFields fields = only(text).flag("mount").orElseThrow().mountFields();
    Word target = fields.last(List.of("target", "dst")).orElseThrow().value().orElseThrow();
    assertThat(target.text()).isEqualTo("/a");
    assertThat(edited(text, target, "/b")).isEqualTo("RUN --mount=\"type=cache,target=/b\" true\n");
    assertThat(target.slice().replace("/b c")).isEmpty();
  }

  @Test
  void mountFieldsAreOneRecordOfCommaSeparatedValues() {
    MountFields fields =
        only("RUN --mount='TYPE=secret,\"target=/a,b\",required' true\n")
            .flag("mount")
            .orElseThrow()
            .mountFields();
    assertThat(fields.wellFormed()).isTrue();
    assertThat(fields.fields())
        .extracting(MountFields.Field::name)
        .containsExactly("type", "target", "required");
    assertThat(fields.fields().get(1).value().orElseThrow().text()).isEqualTo("/a,b");
    assertThat(
            only("RUN --mount='a=\"b' true\n")
                .flag("mount")
                .orElseThrow()
                .mountFields()
                .wellFormed())
        .isFalse();
  }

  @Test
  void aHeredocWithinOnbuildAndContinuationsHasItsExactPlace() {
    String text = "ONBUILD RUN \\\n  # why\n  <<-\"E\" sh\n\tone\n\tE\nUSER a\n";
    Instruction.Onbuild onbuild = (Instruction.Onbuild) only(text);
    Instruction.Run run = (Instruction.Run) onbuild.trigger();
    assertThat(run.heredocs()).hasSize(1);
    assertThat(run.heredocs().get(0).body().text()).isEqualTo("\tone\n");
    assertThat(run.heredocs().get(0).expands()).isFalse();
    assertThat(run.slice().text()).startsWith("RUN \\\n").endsWith("\tE");
  }
}
