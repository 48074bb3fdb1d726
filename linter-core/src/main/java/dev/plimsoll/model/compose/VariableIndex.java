package dev.plimsoll.model.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What stands for variables in the files of a set, and in which of them. */
final class VariableIndex {

  private final List<VariableUse> all;
  private final Map<String, List<VariableUse>> byFile = new HashMap<>();

  VariableIndex(List<Interpolation> texts) {
    List<VariableUse> uses = new ArrayList<>();
    for (Interpolation text : texts) {
      uses.addAll(text.variables());
    }
    this.all = List.copyOf(uses);
    for (VariableUse use : all) {
      String file = use.expression().source().host().name();
      List<VariableUse> known = byFile.get(file);
      if (known == null) {
        known = new ArrayList<>();
        byFile.put(file, known);
      }
      known.add(use);
    }
  }

  List<VariableUse> all() {
    return all;
  }

  List<VariableUse> in(String file) {
    return byFile.getOrDefault(file, List.of());
  }
}
