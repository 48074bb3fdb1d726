package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadingTest {

  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aThreadThatIsAtItForEverIsNotWaitedFor() throws InterruptedException {
    RunReaders readers = new RunReaders(new Readers(), Map.of(), Set.of());
    Reading reading = new Reading(SourceText.of("openapi.yaml", "openapi: 3.0.3\n"), readers);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Thread stuck =
        new Thread(
            () -> {
              synchronized (reading) {
                held.countDown();
                try {
                  end.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    stuck.start();
    held.await();

    reading.forget();

    assertThat(stuck.isAlive()).isTrue();
    end.countDown();
  }
}
