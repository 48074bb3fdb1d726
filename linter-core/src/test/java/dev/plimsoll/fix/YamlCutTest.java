package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlCutTest {

  private static YamlFile file(SourceText text) {
    return YamlReader.readFile(text).tree();
  }

  private static Mapping root(YamlFile file) {
    return (Mapping) file.documents().get(0).root().orElseThrow();
  }

  private static String after(SourceText text, Edit edit) {
    return edit instanceof Edit.Replace replace
        ? Splice.of(List.of(replace), text.content().length()).orElseThrow().apply(text.content())
        : ((Edit.Impossible) edit).why();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a: 1\n\n# of b\nb:\n  c: 2 # d\n\ne: 3\n' % 1 % 'a: 1\n\ne: 3\n' % '# of b|b:|  c: 2 # d'",
        "'a: 1\n\nb: 2\n' % 1 % 'a: 1\n' % 'b: 2'",
        "'a: 1\r\nb: 2' % 1 % 'a: 1' % 'b: 2'",
        "'# head\n\na: 1\n# of b\nb: 2\n' % 0 % '# head\n\n# of b\nb: 2\n' % 'a: 1'",
      })
  void cutsWithItsComments(String before, int entry, String after, String lines) {
    SourceText text = SourceText.of("a.yaml", before);
    Mapping root = root(file(text));
    YamlCut cut = YamlCut.of(file(text), text, root, root.entries().get(entry)).orElseThrow();
    assertThat(after(text, cut.removal())).isEqualTo(after);
    assertThat(String.join("|", cut.lines())).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a: &x 1\nb: *x\n' % 0",
        "'a: &x 1\nb: *x\n' % 1",
        "'a: &x 1\nb: 2\n' % 0",
        "'{a: 1, b: 2}\n' % 0",
        "'a: |\n  text\nb: 2\n' % 0",
      })
  void leavesAlone(String before, int entry) {
    SourceText text = SourceText.of("a.yaml", before);
    Mapping root = root(file(text));
    assertThat(YamlCut.of(file(text), text, root, root.entries().get(entry))).isEmpty();
  }

  @Test
  void putsItWithinAKey() {
    SourceText text = SourceText.of("b.yaml", "services:\n    x: 1\n");
    YamlFile file = file(text);
    Mapping to = (Mapping) root(file).find("services").orElseThrow();
    Edit edit =
        YamlCut.paste(
            YamlCut.within("web", List.of("# of b", "b: 2")), YamlEdits.of(file, text), to);
    assertThat(after(text, edit))
        .isEqualTo("services:\n    x: 1\n    web:\n      # of b\n      b: 2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a:\n  b: web\nc: 1\n' % 'a:\n  b:\n    k: web\n    m: v\nc: 1\n'",
        "'a:\n  b: web # x\n' % 'a:\n  b:\n    m: v\n    k: web # x\n'",
        "'a: {b: \"web\"}\n' % 'a: {b: {k: \"web\", m: v}}\n'",
        "'a:\n  b: &x web\nc: *x\n' % 'the change would show at each *x'",
        "'a:\n  b: [web]\n' % 'only a scalar on one line becomes a mapping'",
      })
  void writesOutAShortForm(String before, String after) {
    SourceText text = SourceText.of("a.yaml", before);
    YamlFile file = file(text);
    Mapping mapping = (Mapping) root(file).find("a").orElseThrow();
    Entry entry = mapping.entries().get(0);
    Edit edit =
        YamlExpansion.of(file, text, mapping, entry, "k", NewYaml.pair("m", NewYaml.text("v")));
    assertThat(Optional.of(after(text, edit))).contains(after);
  }
}
