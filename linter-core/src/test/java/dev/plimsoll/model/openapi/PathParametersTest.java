package dev.plimsoll.model.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PathParametersTest {

  private static final PathTemplate PATH = PathTemplate.of("/orders/{id}/lines/{line}");

  @Test
  void oneIsMisnamedWhereOneVariableIsLeft() {
    assertThat(new PathParameters(Set.of("id", "number"), true).misnames(PATH)).contains("line");
  }

  @Test
  void nothingTellsWhichOfTwoIsWhich() {
    assertThat(new PathParameters(Set.of("order", "number"), true).misnames(PATH)).isEmpty();
    assertThat(new PathParameters(Set.of("id", "x", "y"), true).misnames(PATH)).isEmpty();
    assertThat(new PathParameters(Set.of("number"), true).misnames(PATH)).isEmpty();
  }

  @Test
  void nothingIsMisnamedWhereAllVariablesHaveOne() {
    assertThat(new PathParameters(Set.of("id", "line", "x"), true).misnames(PATH)).isEmpty();
    assertThat(new PathParameters(Set.of("id"), true).misnames(PATH)).isEmpty();
  }

  @Test
  void othersMayStandInWhatIsNotKnown() {
    assertThat(new PathParameters(Set.of("id", "number"), false).misnames(PATH)).isEmpty();
  }
}
