package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {

  private static final List<String> KNOWN = List.of("Dockerfile", "ignore", "profile", "a");

  @Test
  void findsWhatATypingErrorMeant() {
    assertThat(NearestName.of("Dockerfle", KNOWN)).contains("Dockerfile");
    assertThat(NearestName.of("dockerfile", KNOWN)).contains("Dockerfile");
    assertThat(NearestName.of("ingore", KNOWN)).contains("ignore");
    assertThat(NearestName.of("ignor", KNOWN)).contains("ignore");
  }

  @Test
  void findsNothingWhereNothingIsNear() {
    assertThat(NearestName.of("compose.yaml", KNOWN)).isEmpty();
    assertThat(NearestName.of("xyz", KNOWN)).isEmpty();
    assertThat(NearestName.of("anything", List.of())).isEmpty();
  }
}
