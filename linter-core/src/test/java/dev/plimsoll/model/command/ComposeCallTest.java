package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeCallTest {

  private static String read(String line) {
    SourceText text = SourceText.of("run.sh", line);
    Script script =
        new ScriptReader()
            .read(
                Anchor.FILE,
                text.slice(new Span(0, line.length())),
                Dialect.BASH,
                new Shells(Dialect.BASH));
    Optional<ComposeCall> call = ComposeCall.of(script.commands().get(0));
    return call.isEmpty()
        ? "none"
        : words(call.get().files())
            + " "
            + (call.get().subcommand().isPresent() ? call.get().subcommand().get().text() : "-")
            + " "
            + words(call.get().services())
            + (call.get().isSure() ? "" : " ?");
  }

  private static String words(List<ShellWord> words) {
    List<String> texts = new ArrayList<>();
    for (ShellWord word : words) {
      texts.add(word.text());
    }
    return texts.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "docker compose up -d web db % [] up [web, db]",
        "docker-compose -f a.yml --file=b.yml -p x up --scale web=2 db % [a.yml, b.yml] up [db]",
        "docker --context far compose exec -T -u root web sh -c 'x y' % [] exec [web]",
        "docker compose run --rm -e A=1 task migrate all % [] run [task]",
        "docker compose $OPTIONS up web % [] up [web] ?",
        "docker compose -f $FILE logs --tail 5 web % [$FILE] logs [web]",
        "docker compose down -v % [] down []",
        "docker compose version % [] version []",
        "docker run web % none",
      })
  void tellsFilesAndServices(String line, String read) {
    assertThat(read(line)).isEqualTo(read);
  }
}
