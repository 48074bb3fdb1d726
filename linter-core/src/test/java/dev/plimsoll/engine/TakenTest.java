package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.text.Anchor;
import org.junit.jupiter.api.Test;

class TakenTest {

  private static final Anchor RUN = Anchor.FILE.child("RUN");

  private final Taken taken = new Taken();

  private static Fix changing(ModelChange.Kind kind, Anchor anchor) {
    return Fix.unsafe("x").declaring(ModelChange.of(kind, "Dockerfile", anchor));
  }

  @Test
  void twoRulesDoNotChangeOnePlaceInOneRound() {
    assertThat(taken.take("a", changing(ModelChange.Kind.ADD, RUN))).isTrue();
    assertThat(taken.take("b", changing(ModelChange.Kind.REMOVE, RUN))).isFalse();
    assertThat(taken.take("b", changing(ModelChange.Kind.REMOVE, RUN.child("apt-get")))).isTrue();
  }

  @Test
  void oneRuleMayChangeItTwice() {
    assertThat(taken.take("a", changing(ModelChange.Kind.CHANGE, RUN))).isTrue();
    assertThat(taken.take("a", changing(ModelChange.Kind.CHANGE, RUN))).isTrue();
  }

  @Test
  void whatMeansTheSameTakesNoPlace() {
    assertThat(taken.take("a", changing(ModelChange.Kind.SPELLING, RUN))).isTrue();
    assertThat(taken.take("b", changing(ModelChange.Kind.CHANGE, RUN))).isTrue();
    assertThat(taken.take("c", changing(ModelChange.Kind.QUOTING, RUN))).isTrue();
  }
}
