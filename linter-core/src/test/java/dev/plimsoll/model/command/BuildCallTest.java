package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildCallTest {

  private static Optional<BuildCall> call(String text) {
    SourceText source = SourceText.of("a.sh", text);
    Script script =
        new ScriptReader()
            .read(
                Anchor.FILE,
                source.slice(new Span(0, text.length())),
                Dialect.BASH,
                new Shells(Dialect.BASH));
    return BuildCall.of(script.commands().get(0));
  }

  private static List<String> texts(List<ShellWord> words) {
    return words.stream().map(ShellWord::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "docker build .![]!-!.!true",
        "docker buildx build --push -t a:1 --tag=b -f c d![a:1, b]!c!d!true",
        "docker image build --cache-from x . --build-arg Y=$Y![]!-!.!true",
        "docker build -t \"$A\" $B![\"$A\"]!-!$B!true",
        "docker build $OPTIONS .![]!-!.!false",
        "docker build \"$@\"![]!-!$@!false",
        "docker build $A/b -t c![c]!-!$A/b!true",
        "docker build -t![]!-!-!true",
      })
  void itIsReadByItsOptions(String text, String tags, String file, String context, boolean isSure) {
    BuildCall call = call(text).orElseThrow();
    assertThat(texts(call.tags())).hasToString(tags);
    assertThat(call.file().map(ShellWord::text).orElse("-")).isEqualTo(file);
    assertThat(call.context().map(ShellWord::text).orElse("-"))
        .isEqualTo(context.equals("$@") ? "\"$@\"" : context);
    assertThat(call.isSure()).isEqualTo(isSure);
    assertThat(call.verb().text()).isEqualTo("build");
  }

  @ParameterizedTest
  @CsvSource({"docker run build", "docker compose build", "docker buildx bake", "podman build ."})
  void othersAreNone(String text) {
    assertThat(call(text)).isEmpty();
  }
}
