package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathTemplateTest {

  private static List<String> names(String path) {
    return PathTemplate.of(path).variables().stream().map(PathTemplate.Variable::name).toList();
  }

  @Test
  void variables() {
    assertThat(names("/a/{b}/c-{d}.json")).containsExactly("b", "d");
    assertThat(names("/a/{+b}/{c*}")).containsExactly("b", "c");
    assertThat(names("/a")).isEmpty();
  }

  @Test
  void bracesWithoutTheirOtherOneOrAName() {
    assertThat(PathTemplate.of("/a/{b}").isWhole()).isTrue();
    for (String path : List.of("/{", "/}", "/{}", "/{a/{b}", "/{+}", "/{a}}")) {
      assertThat(PathTemplate.of(path).isWhole()).as(path).isFalse();
    }
  }

  @Test
  void pathsOfOneShapeDifferInNamesAlone() {
    assertThat(PathTemplate.shape("/a/{b}/c")).isEqualTo(PathTemplate.shape("/a/{x}/c"));
    assertThat(PathTemplate.shape("/a/{b}")).isNotEqualTo(PathTemplate.shape("/a/b"));
  }
}
