package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import java.util.List;
import org.junit.jupiter.api.Test;

class OncePerSetTest {

  /** Counts how often it is asked, and rests on a file. */
  private static final class Counting extends OncePerSet.Finder<Integer> {

    private int asked;

    @Override
    Integer find(Inquiry inquiry) {
      inquiry.reached("Dockerfile");
      return ++asked;
    }
  }

  private final LinkedFiles files =
      LinkedFiles.of("compose.yaml", "services:\n  web:\n    image: nginx\n");
  private final OncePerSet<Integer> once = new OncePerSet<>();
  private final Counting finder = new Counting();

  @Test
  void theSameSetStartedForSomethingElseIsNotLookedAtAgain() {
    ComposeSet set = files.set("compose.yaml");
    ComposeStart start = set.start();
    ComposeSet other =
        set.startedAs(
            new ComposeStart(
                "prod",
                start.files(),
                start.folder(),
                start.environment(),
                true,
                ComposeRole.PRODUCTION,
                List.of()));
    Inquiry second = new Inquiry();

    assertThat(once.of(set, new Inquiry(), finder)).isEqualTo(1);
    assertThat(once.of(other, second, finder)).isEqualTo(1);
    assertThat(second.files()).containsExactly("Dockerfile");
  }

  @Test
  void anotherLoadingIsLookedAt() {
    assertThat(once.of(files.set("compose.yaml"), new Inquiry(), finder)).isEqualTo(1);
    assertThat(once.of(files.set("compose.yaml"), new Inquiry(), finder)).isEqualTo(2);
  }
}
