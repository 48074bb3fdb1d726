package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SecretTextsTest {

  @Test
  void findsSecretsThatOverlapOrBeginAlike() {
    SecretTexts secrets = new SecretTexts();
    secrets.add("hunter2");
    secrets.add("hunter22");
    secrets.add("er2-x");
    assertThat(found(secrets, "a hunter2-x")).containsExactly(new Span(2, 9), new Span(6, 11));
    assertThat(found(secrets, "hunter22")).containsExactly(new Span(0, 7), new Span(0, 8));
  }

  @Test
  void doesNotSearchForWhatWouldBeFoundEverywhere() {
    SecretTexts secrets = new SecretTexts();
    secrets.add("abc");
    secrets.add("");
    assertThat(found(secrets, "abc abc")).isEmpty();
  }

  @Property
  void findsEveryPlaceOfEverySecret(
      @ForAll @Size(max = 6)
          Set<@StringLength(min = 4, max = 7) @CharRange(from = 'a', to = 'b') String> texts,
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String text) {
    SecretTexts secrets = new SecretTexts();
    SortedSet<Span> expected = new TreeSet<>();
    for (String secret : texts) {
      secrets.add(secret);
      for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
        expected.add(new Span(at, at + secret.length()));
      }
    }
    assertThat(new TreeSet<>(found(secrets, text))).isEqualTo(expected);
  }

  private static List<Span> found(SecretTexts secrets, String text) {
    List<Span> found = new ArrayList<>();
    secrets.findIn(text, found);
    return found;
  }
}
