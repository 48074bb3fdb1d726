package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of a set, and in which files something of each stands. */
final class ServicesByFile {

  private final List<ComposeService> all;
  private final Map<String, List<ComposeService>> byFile = new HashMap<>();

  ServicesByFile(List<ComposeService> services) {
    this.all = List.copyOf(services);
    for (ComposeService service : all) {
      Set<String> files = new HashSet<>();
      add(service.key(), files);
      add(service.body(), files);
      for (String file : files) {
        List<ComposeService> known = byFile.get(file);
        if (known == null) {
          known = new ArrayList<>();
          byFile.put(file, known);
        }
        known.add(service);
      }
    }
  }

  List<ComposeService> all() {
    return all;
  }

  List<ComposeService> in(String file) {
    return byFile.getOrDefault(file, List.of());
  }

  private static void add(ComposeNode node, Set<String> files) {
    add(node.slice(), files);
    if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        add(item, files);
      }
    } else if (node instanceof Table table) {
      for (Member member : table.members().values()) {
        add(member.key(), files);
        add(member.value(), files);
      }
    }
  }

  private static void add(Slice slice, Set<String> files) {
    files.add(slice.source().host().name());
  }
}
