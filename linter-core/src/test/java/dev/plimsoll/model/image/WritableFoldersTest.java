package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WritableFoldersTest {

  private static Optional<WritableFolders.Need> find(String image) {
    return WritableFolders.find(ImageReference.parse(image).orElseThrow());
  }

  @Test
  void anImageIsKnownByItsNameAndItsTag() {
    WritableFolders.Need nginx = find("nginx:1.29-alpine").orElseThrow();

    assertThat(nginx.folders()).containsExactly("/run", "/var/cache/nginx");
    assertThat(nginx.settings()).contains("/etc/nginx/nginx.conf");
    assertThat(find("php:8.4-apache").orElseThrow().settings()).isEmpty();
    assertThat(find("php:8.4-cli")).isEmpty();
    assertThat(find("example/nginx:1")).isEmpty();
  }
}
