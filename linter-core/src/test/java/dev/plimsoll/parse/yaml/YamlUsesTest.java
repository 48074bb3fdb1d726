package dev.plimsoll.parse.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.tree.YamlUses.Target;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class YamlUsesTest {

  @Test
  void knowsWhichAnchorsNoAliasNames() {
    assertThat(unused("a: &a 1\nb: &b {c: &c 2}\nd: *b\n")).containsExactly("a", "c");
  }

  @Test
  void tellsAnAnchorFromALaterOneOfItsName() {
    assertThat(unused("a: &a 1\nb: &a 2\nc: *a\n---\nd: &a 3\n")).containsExactly("a", "a");
  }

  private static List<String> unused(String yaml) {
    List<String> names = new ArrayList<>();
    for (Target target :
        YamlReader.readFile(SourceText.of("a.yaml", yaml)).tree().uses().unused()) {
      names.add(target.name());
    }
    return names;
  }
}
