package dev.plimsoll.model.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SharedMapTest {

  @Property
  void everyVersionKeepsWhatItHeld(
      @ForAll List<@StringLength(max = 2) @CharRange(from = 'a', to = 'd') String> names) {
    List<SharedMap<Integer>> versions = new ArrayList<>();
    List<Map<String, Integer>> expected = new ArrayList<>();
    versions.add(SharedMap.empty());
    expected.add(new HashMap<>());
    for (int i = 0; i < names.size(); i++) {
      int from = i / 2; // versions branch
      versions.add(versions.get(from).with(names.get(i), i));
      Map<String, Integer> content = new HashMap<>(expected.get(from));
      content.put(names.get(i), i);
      expected.add(content);
    }
    for (int i = 0; i < versions.size(); i++) {
      for (String name : names) {
        assertThat(versions.get(i).find(name))
            .isEqualTo(Optional.ofNullable(expected.get(i).get(name)));
      }
    }
  }

  /** A tree without balance would be as deep as it is large, and overflow the stack. */
  @Test
  void namesInOrderMakeNoDeepTree() {
    SharedMap<Integer> map = SharedMap.empty();
    for (int i = 0; i < 200_000; i++) {
      map = map.with(String.format("%06d", i), i);
    }
    assertThat(map.find("000000")).contains(0);
    assertThat(map.find("199999")).contains(199_999);
    assertThat(map.find("x")).isEmpty();
  }
}
