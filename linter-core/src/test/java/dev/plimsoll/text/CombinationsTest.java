package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationsTest {

  @Test
  void everyCombinationComesOnceDefaultsFirst() {
    Combinations<String> walk = new Combinations<>(name -> List.of(name + 1, name + 2));
    List<String> seen = new ArrayList<>();
    do {
      seen.add(walk.find("a") + walk.find("b") + walk.find("a"));
    } while (walk.next());
    assertThat(seen).containsExactly("a1b1a1", "a1b2a1", "a2b1a2", "a2b2a2");
  }

  @Test
  void namesThatOneCombinationDoesNotReachAreForgotten() {
    Combinations<String> walk = new Combinations<>(name -> List.of("x", "y"));
    List<String> seen = new ArrayList<>();
    do {
      boolean asks = walk.find("a").equals("x");
      seen.add(asks ? "x" + walk.find("b") : "y");
      assertThat(walk.isDefault("b")).isEqualTo(seen.size() == 1);
    } while (walk.next());
    assertThat(seen).containsExactly("xx", "xy", "y");
  }
}
