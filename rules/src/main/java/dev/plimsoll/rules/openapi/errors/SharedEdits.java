package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.NewYaml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Edits that many fixes of a description bring along in the same words: written once. */
final class SharedEdits {

  /** An edit, and the very values that it writes. */
  private record Known(List<NewYaml> values, Edit edit) {}

  private final Map<String, Known> all = new HashMap<>();

  /**
   * The edit that adds parts.
   *
   * @param place to which they are added, and what they are called
   * @param write makes the edit, where it is not known for these very values
   */
  Edit adding(String place, Map<String, NewYaml> parts, Supplier<Edit> write) {
    List<NewYaml> values = new ArrayList<>(parts.values());
    Known known = all.get(place);
    if (known == null || !areSame(known.values(), values)) {
      known = new Known(values, write.get());
      all.put(place, known);
    }
    return known.edit();
  }

  /** Whether they are one and the same: to compare what they say would cost what is to be saved. */
  private static boolean areSame(List<?> some, List<?> others) {
    boolean areSame = some.size() == others.size();
    for (int i = 0; areSame && i < some.size(); i++) {
      areSame = some.get(i) == others.get(i);
    }
    return areSame;
  }
}
