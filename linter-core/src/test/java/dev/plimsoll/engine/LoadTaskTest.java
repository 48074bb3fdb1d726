package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Workspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadTaskTest {

  /** A workspace in which reading a file meets a fault of our own. */
  private static final class Faulty implements Workspace {
    @Override
    public Kind kind(String name) {
      return Kind.FILE;
    }

    @Override
    public List<String> list(String directory) {
      return List.of();
    }

    @Override
    public SourceFile read(String name) {
      throw new IllegalStateException("PASSWORD=hunter2");
    }

    @Override
    public long size(String name) {
      return 0;
    }

    @Override
    public int mode(String name) {
      return DEFAULT_MODE;
    }

    @Override
    public String canonical(String name) {
      return name;
    }
  }

  @Test
  void aFaultOfOursIsSaidWithItsPlaceAndWithoutTheTextOfTheFile() {
    LoadTask task = new LoadTask("Dockerfile", new Faulty());
    task.run();
    assertThat(task.text()).isEmpty();
    assertThat(task.reason())
        .contains("a fault of Plimsoll", "IllegalStateException in dev.plimsoll.engine.")
        .doesNotContain("hunter2");
  }
}
