package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeededCapabilitiesTest {

  private static List<String> of(String image) {
    return NeededCapabilities.of(ImageReference.parse(image).orElseThrow());
  }

  @Test
  void thoseOfAnImage() {
    assertThat(of("docker.io/library/redis:8")).containsExactly("CHOWN", "SETGID", "SETUID");
    assertThat(of("valkey/valkey:9")).containsExactly("CHOWN", "SETGID", "SETUID");
  }

  @Test
  void noneOfAnUnknownOne() {
    assertThat(of("example/redis:8")).isEmpty();
    assertThat(of("image")).isEmpty();
  }
}
