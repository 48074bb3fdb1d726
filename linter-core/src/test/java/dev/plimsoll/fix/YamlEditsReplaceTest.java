package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlEditsReplaceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "x % y z % 'y z'",
        "x % yes % '\"yes\"'",
        "x % Off % '\"Off\"'",
        "x % null % '\"null\"'",
        "x % 1 % '\"1\"'",
        "x % 0o17 % '\"0o17\"'",
        "x % 1_000.5 % '\"1_000.5\"'",
        "x % 1e3 % '\"1e3\"'",
        "x % .inf % '\".inf\"'",
        "x % 2222:22 % '\"2222:22\"'",
        "x % 80:8080 % '80:8080'",
        "x % 2026-01-01 % '\"2026-01-01\"'",
        "x % 1.2.3 % '1.2.3'",
        "x % 10s % '10s'",
        "x % 'a: b' % '\"a: b\"'",
        "x % 'a #b' % '\"a #b\"'",
        "x % a#b:c % 'a#b:c'",
        "x % a: % '\"a:\"'",
        "x % '- a' % '\"- a\"'",
        "x % -a % '-a'",
        "x % *a % '\"*a\"'",
        "x % @a % '\"@a\"'",
        "x % '[a]' % '\"[a]\"'",
        "x % 'a, b' % 'a, b'",
        "x % '' % '\"\"'",
        "x % 'C:\\a' % 'C:\\a'",
        "x % '!\\a' % '''!\\a'''",
        "x % 'a\tb\n' % '\"a\\tb\\n\"'",
        "'''x''' % 'it''s' % '''it''''s'''",
        "'''x''' % 'a\nb' % '\"a\\nb\"'",
        "'\"x\"' % 'a\"\\' % '\"a\\\"\\\\\"'",
        "'\"x\"' % 1 % '\"1\"'",
        "'&n x' % z % '&n z'",
        "'' % z % 'z'",
        "'|\n  x\n  y' % 'a\nb\n' % '|\n  a\n  b'",
        "'>- # c\n    x\n    y' % 'a b' % '>- # c\n    a b'",
      })
  void aTextStaysAText(String old, String text, String written) {
    YamlSample sample = YamlSample.of("a: " + old + "\nb: 1 # c\n");
    Edit edit = sample.edits().replaceValue(sample.root().entries().get(0), NewYaml.text(text));
    String after = sample.after(edit);
    assertThat(after.strip())
        .isEqualTo(("a: " + written).strip() + (old.isEmpty() ? " \n" : "\n") + "b: 1 # c");
    Mapping again = YamlSample.of(after).root();
    assertThat(((Scalar) again.find("a").orElseThrow()).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '%',
      value = {
        "'a: !x 1\n' % 'a tag decides what the value means'",
        "'a: |+\n  x\n' % 'the block text is of a kind that another cannot be put into'",
        "'a: |\n  x\n' % 'the new text cannot stand in the lines of the old one'",
        "'a: [1]\n' % 'only a scalar takes the place of another'",
        "'a: &x 1\nb: *x\n' % 'the change would show at each *x'",
      })
  void refusesOtherValues(String before, String why) {
    YamlSample sample = YamlSample.of(before);
    Edit edit = sample.edits().replaceValue(sample.root().entries().get(0), NewYaml.text("y"));
    assertThat(edit).isEqualTo(new Edit.Impossible(why));
  }

  @Test
  void writesNumbersPlainAndWithinBracketsWithCare() {
    YamlSample sample = YamlSample.of("a: 'x'\nb: [c]\n");
    Entry entry = sample.root().entries().get(0);
    assertThat(sample.after(sample.edits().replaceValue(entry, NewYaml.plain("7"))))
        .isEqualTo("a: 7\nb: [c]\n");
    YamlNode item = sample.list("b").items().get(0);
    assertThat(sample.after(sample.edits().replace(item, NewYaml.text("a, b"))))
        .isEqualTo("a: 'x'\nb: [\"a, b\"]\n");
  }

  @Test
  void renamesAKeyInItsQuotes() {
    YamlSample sample = YamlSample.of("'a': 1\n&x b : *x # c\n");
    Mapping root = sample.root();
    assertThat(sample.after(sample.edits().renameKey(root, root.entries().get(0), "on")))
        .isEqualTo("'on': 1\n&x b : *x # c\n");
    assertThat(sample.edits().renameKey(root, root.entries().get(0), "b"))
        .isEqualTo(new Edit.Impossible("the key is there already"));
    assertThat(sample.edits().renameKey(root, root.entries().get(1), "d"))
        .isEqualTo(new Edit.Impossible("the change would show at each *x"));
  }
}
