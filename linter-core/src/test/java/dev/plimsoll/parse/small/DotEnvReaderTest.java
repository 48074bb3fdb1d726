package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DotEnvReaderTest {

  private static Parsed<DotEnvFile> read(String text, DotEnvFile.Format format) {
    return DotEnvReader.read(SourceText.of(".env", text), format, Map.of("OUT", "outer"), Map.of());
  }

  private static Parsed<DotEnvFile> read(String text) {
    return read(text, DotEnvFile.Format.COMPOSE);
  }

  private static String inHost(Slice slice) {
    Span span = slice.place().span();
    return slice.source().host().content().substring(span.start(), span.end());
  }

  static List<List<String>> files() {
    return ConformanceRows.of("dotenv");
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAsCompose(List<String> row) {
    Parsed<DotEnvFile> parsed = read(row.get(0));
    boolean refused = !parsed.problems().isEmpty();
    Map<String, String> values = new TreeMap<>();
    for (DotEnvFile.Entry entry : parsed.tree().entries()) {
      refused |= entry.text().isEmpty() && entry.value().isPresent();
      if (entry.text().isPresent()) {
        values.put(entry.key().text(), entry.text().get());
      }
    }
    List<String> outcome = new ArrayList<>();
    if (refused) {
      outcome.add("!refused");
    } else {
      values.forEach((key, value) -> outcome.addAll(List.of(key, value)));
      if (values.isEmpty()) {
        outcome.add("");
      }
    }
    assertThat(outcome).isEqualTo(row.subList(1, row.size()));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`A=1\nB%=2\nC=3\n`,%,AC",
        "`A=1\nB C=2\nC=3\n`,` `,AC",
        "`A B\nC=3\n`,` `,C",
        "`A='x\nC=3\n`,',C",
        "`A=1\nB=${\nC=3\n`,$,ABC",
        "`B=\"\\t\\\"${x\"\nC=3\n`,$,BC",
      })
  void goesOnBehindWhatComposeRefuses(String text, String place, String names) {
    Parsed<DotEnvFile> parsed = read(text);
    assertThat(parsed.problems()).hasSize(1);
    assertThat(inHost(parsed.problems().get(0).slice())).isEqualTo(place);
    StringBuilder read = new StringBuilder();
    for (DotEnvFile.Entry entry : parsed.tree().entries()) {
      read.append(entry.key().text());
    }
    assertThat(read.toString()).isEqualTo(names);
  }

  @Test
  void keysAndValuesHaveTheirPlaces() {
    List<DotEnvFile.Entry> entries =
        read("export A = 1 # c\nB: 'x y' # c\r\nC=\"a\nb\"\nOUT\n").tree().entries();
    assertThat(entries)
        .extracting(entry -> inHost(entry.key()))
        .containsExactly("A", "B", "C", "OUT");
    assertThat(entries)
        .extracting(entry -> entry.value().map(DotEnvReaderTest::inHost).orElse("-"))
        .containsExactly("1", "'x y'", "\"a\nb\"", "-");
    assertThat(entries.get(3).text()).contains("outer");
  }

  @Test
  void variablesHaveTheirPlaces() {
    List<DotEnvFile.Entry> entries =
        read("A=1\nB=\"\\tx\\\"${A}\\$C ${U:-$V}\"\n").tree().entries();
    List<DotEnvFile.Reference> references = entries.get(1).references();
    assertThat(references)
        .extracting(reference -> inHost(reference.name()))
        .containsExactly("A", "U", "V");
    assertThat(references)
        .extracting(DotEnvFile.Reference::set)
        .containsExactly(true, false, false);
    assertThat(references.get(1).operator()).isEqualTo(Operator.DEFAULT);
    assertThat(entries.get(1).text()).contains("\tx\"1$C ");
  }

  @Test
  void theLaterOfTwoWins() {
    DotEnvFile file = read("A=1\nA=2\nA=${\n").tree();
    assertThat(file.find("A").orElseThrow().text()).contains("2");
    assertThat(file.find("B")).isEmpty();
  }

  @Test
  void theEnvironmentComesFirstAndEarlierFilesLast() {
    SourceText text = SourceText.of(".env", "A=file\nX=$A-$B-$C\n");
    DotEnvFile file =
        DotEnvReader.read(
                text,
                DotEnvFile.Format.COMPOSE,
                Map.of("A", "outer"),
                Map.of("A", "earlier", "B", "early"))
            .tree();
    assertThat(file.find("X").orElseThrow().text()).contains("outer-early-");
    assertThat(file.find("A").orElseThrow().text()).contains("file");
  }

  @Test
  void rawValuesAreWhatStandsThere() {
    Parsed<DotEnvFile> parsed =
        read("  A='x' # $B \r\n# c\n\nOUT\nB=\nexport=1\n=x\nC D=1\nE=2\r", DotEnvFile.Format.RAW);
    assertThat(parsed.tree().entries())
        .extracting(entry -> entry.key() + "=" + entry.text().orElse("-"))
        .containsExactly("A='x' # $B ", "OUT=outer", "B=", "export=1", "E=2");
    assertThat(parsed.problems())
        .extracting(problem -> inHost(problem.slice()))
        .containsExactly("=", " ");
  }

  @Test
  void aFewLinesCannotFillTheMemory() {
    StringBuilder text = new StringBuilder("A0=" + "x".repeat(1_000) + "\n");
    for (int i = 1; i < 500; i++) {
      text.append("A")
          .append(i)
          .append("=$A")
          .append(i - 1)
          .append("$A")
          .append(i - 1)
          .append("\n");
    }
    assertThat(read(text.toString()).problems().get(0).kind()).isEqualTo(Problem.Kind.LIMIT);
    String copies = "A=" + "x".repeat(1_000_000) + "\n" + "B=$A\n".repeat(1_000);
    List<Problem> problems = read(copies).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).kind()).isEqualTo(Problem.Kind.LIMIT);
  }

  @Property(tries = 300)
  void takesAnything(@ForAll("pieces") String text) {
    for (DotEnvFile.Format format : DotEnvFile.Format.values()) {
      Parsed<DotEnvFile> parsed = read(text, format);
      for (DotEnvFile.Entry entry : parsed.tree().entries()) {
        assertThat(entry.key().place().span().end()).isLessThanOrEqualTo(text.length());
        assertThat(inHost(entry.key())).isEqualTo(entry.key().text());
      }
    }
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(
            "A", "=", "\n", "\r\n", " ", "#", "'", "\"", "\\", "$", "{", "}", ":-", "export ", "%")
        .list()
        .ofMaxSize(40)
        .map(list -> String.join("", list));
  }
}
