package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentTest {

  private final Recent<String, Integer> recent = new Recent<>(10);

  @Test
  void whatWasAskedForLastGoesLast() {
    recent.put("a", 1, 4);
    recent.put("b", 2, 4);
    assertThat(recent.find("a")).contains(1);
    recent.put("c", 3, 4);

    assertThat(recent.find("b")).isEmpty();
    assertThat(recent.find("a")).contains(1);
    assertThat(recent.find("c")).contains(3);
  }

  @Test
  void oneIsKeptHoweverHeavy() {
    recent.put("a", 1, 4);
    recent.put("b", 2, 40);

    assertThat(recent.find("a")).isEmpty();
    assertThat(recent.find("b")).contains(2);
  }

  @Test
  void aNewValueTakesThePlaceOfTheOld() {
    recent.put("a", 1, 8);
    recent.put("a", 2, 2);
    recent.put("b", 3, 8);

    assertThat(recent.find("a")).contains(2);
    assertThat(recent.find("b")).contains(3);
  }
}
