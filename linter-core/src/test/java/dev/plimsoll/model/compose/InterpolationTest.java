package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.small.ConformanceRows;
import dev.plimsoll.parse.small.DotEnvReader;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.parse.small.tree.VariableText.Operator;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InterpolationTest {

  private static final Environment SET =
      environment("X=one\nY=two words\nE=\na_1=low\nZ9='$X'\nLONG='" + "l".repeat(9_000) + "'\n");

  private static Environment environment(String dotEnv) {
    SourceText text = SourceText.of(".env", dotEnv);
    return Environment.EMPTY.with(
        DotEnvReader.read(text, DotEnvFile.Format.COMPOSE, Map.of(), Map.of()).tree());
  }

  private static Interpolation of(String text) {
    SourceText source = SourceText.of("compose.yaml", text);
    return Interpolation.of(text, source.slice(new Span(0, text.length())), SET);
  }

  /** The value of the only key of a YAML text. */
  private static Interpolation inYaml(String yaml) {
    YamlNode root =
        YamlReader.read(SourceText.of("compose.yaml", yaml)).tree().get(0).root().orElseThrow();
    YamlNode.Scalar scalar = (YamlNode.Scalar) ((YamlNode.Mapping) root).entries().get(0).value();
    return Interpolation.of(scalar.text(), scalar.slice(), SET);
  }

  private static String inHost(Slice slice) {
    Span span = slice.place().span();
    return slice.source().host().content().substring(span.start(), span.end());
  }

  static List<List<String>> expressions() {
    return ConformanceRows.of("interpolation");
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void readsAsCompose(List<String> row) {
    Interpolation made = of(row.get(0));
    String outcome =
        made.problem().isPresent() ? "!invalid" : made.lacksRequired() ? "!required" : made.text();
    assertThat(outcome).isEqualTo(row.get(1));
  }

  @ParameterizedTest
  @MethodSource("expressions")
  void theFirstAlternativeIsTheText(List<String> row) {
    Interpolation made = of(row.get(0));
    if (made.value().alternatives().get(0) instanceof Value.Known known) {
      assertThat(known.text()).isEqualTo(made.text());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "plain plain",
        "$$X $X",
        "$X one|?",
        "a${X}b aoneb|?",
        "$U ?",
        "${U} ?",
        "${U:-d} d|?",
        "${X:-d} one|?",
        "${E:-d} d|?",
        "${E-d} |?",
        "${U:?m} ?",
        "${X:?m} one|?",
        "${U:+a} |a",
        "${X:+a} a|",
        "${X+a} a",
        "${E:+a} |a",
        "${U:-${V:-d}} d|?",
        "${X:+$Y} `two words|?|`",
        "r/${U:-a}:${V:-b} r/a:b|?",
        "${X:-a}:${U} ?",
        "${COMPOSE_PROJECT_NAME}-db ?",
        "${ ?",
        "${A+a}${B+b}${C+c}${D+d} |d|c|cd|b|bd|bc|bcd|a|ad|ac|acd|ab|abd|abc|abcd",
        "${A+a}${B+b}${C+c}${D+d}${F+} |d|c|cd|b|bd|bc|bcd|?",
      })
  void rulesSeeWhatItMayBe(String text, String alternatives) {
    List<String> seen = new ArrayList<>();
    for (Value value : of(text).value().alternatives()) {
      seen.add(value instanceof Value.Known known ? known.text() : "?");
    }
    assertThat(String.join("|", seen)).isEqualTo(alternatives);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = ';',
      value = {
        "`a: ${U:-b}`",
        "`a: 'it''s ${U:-b}'`",
        "`a: \"\\u00e9 \\\"${U:-b}\\\"\"`",
        "`a: \"x \\\n   ${U:-b}\"`",
        "`a: x\n  y ${U:-b}\n`",
        "`a: 'x\n\n  y ${U:-b}'`",
        "`a: |\n  # ${X\n   x\n  ${U:-b}\n\n`",
        "`a: >-  # c\n  x\n  y\n\n    ${U:-b}\n\n`",
        "`a: |2+\n    ${U:-b}\n\n`",
        "`a: !!str &n ${U:-b} # c`",
        "`a: \"\\x41\\U0001F600\\t${U:-b}\"`",
      })
  void variablesHaveTheirPlaces(String yaml) {
    List<VariableUse> uses = inYaml(yaml).variables();
    VariableUse use = uses.get(uses.size() - 1);
    assertThat(inHost(use.expression())).isEqualTo("${U:-b}");
    assertThat(inHost(use.name())).isEqualTo("U");
    assertThat(inHost(use.operand().orElseThrow())).isEqualTo("b");
  }

  @Test
  void aProblemStandsAtTheDollarAndIsCuredThere() {
    Problem problem = inYaml("a: \"p\\\"a${ss\"\n").problem().orElseThrow();
    assertThat(problem.slice().place().span()).isEqualTo(new Span(8, 9));
    assertThat(problem.slice().replace("$$").orElseThrow().text()).isEqualTo("$$");
    assertThat(problem.message()).contains("\"$$\"");
    assertThat(inYaml("a: p${a\n").problem().orElseThrow().slice().replace("$$")).isPresent();
    assertThat(inYaml("a: p${a\n").problem().orElseThrow().slice().replace(" #")).isEmpty();
  }

  @Test
  void variablesKnowWhatIsAskedOfThem() {
    List<VariableUse> uses = of("$X ${U:?m} ${X:-$V} ${U:-${W}} $U").variables();
    assertThat(uses)
        .extracting(use -> use.name().text())
        .containsExactly("X", "U", "X", "V", "U", "W", "U");
    assertThat(uses.get(1).isRequired()).isTrue();
    assertThat(uses.get(2).defaultText()).contains("$V");
    assertThat(uses.get(2).emptyIsUnset()).isTrue();
    assertThat(uses.get(0).operator()).isEqualTo(Operator.NONE);
    assertThat(uses)
        .extracting(VariableUse::set)
        .containsExactly(true, false, true, false, false, false, false);
  }

  @Test
  void oneThatComposeDoesNotComeToIsNotForgotten() {
    assertThat(of("$U ${X:-$V} ${U:-$W} ${X:+$Q}").variables())
        .filteredOn(VariableUse::isForgotten)
        .extracting(use -> use.name().text())
        .containsExactly("U", "W", "Q");
  }

  @Test
  void theNameOfTheProjectIsAlwaysSet() {
    assertThat(of("${COMPOSE_PROJECT_NAME:?}-db").text()).isEqualTo("project-db");
    assertThat(of("$COMPOSE_PROJECT_NAME").variables().get(0).set()).isTrue();
    Slice name = SourceText.of("compose.yaml", "shop").slice(new Span(0, 4));
    Environment named = SET.withProjectName(new Value.Known("shop", name));
    SourceText text = SourceText.of("compose.yaml", "$COMPOSE_PROJECT_NAME");
    assertThat(Interpolation.of(text.content(), text.slice(new Span(0, 21)), named).text())
        .isEqualTo("shop");
    Environment set =
        environment("COMPOSE_PROJECT_NAME=x\n").withProjectName(new Value.Known("shop", name));
    assertThat(set.find("COMPOSE_PROJECT_NAME").orElseThrow().text()).isEqualTo("x");
  }

  @Test
  void whatTheFilesSetKnowsItsPlace() {
    Environment environment = environment("A=1\nA='2'\n");
    assertThat(environment.find("A").orElseThrow().text()).isEqualTo("2");
    assertThat(inHost(environment.find("A").orElseThrow().origin())).isEqualTo("'2'");
    assertThat(environment.isWritten()).isTrue();
    assertThat(environment.texts()).isEqualTo(Map.of("A", "2"));
    assertThat(Environment.EMPTY.isWritten()).isFalse();
    assertThat(Environment.EMPTY.find("A")).isEmpty();
  }

  @Test
  void depthAndLengthAreBounded() {
    Interpolation deep = of("${A:-".repeat(50_000) + "}".repeat(50_000));
    assertThat(deep.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(of("${A:-".repeat(100) + "x" + "}".repeat(100)).text()).isEqualTo("x");
    Interpolation longest = of("$LONG".repeat(200_000));
    assertThat(longest.problem().orElseThrow().kind()).isEqualTo(Problem.Kind.LIMIT);
    assertThat(of("${A:-x}".repeat(20_000) + "y".repeat(500_000)).problem()).isEmpty();
    assertThat(of("${A:-x".repeat(20_000)).problem()).isPresent();
  }
}
