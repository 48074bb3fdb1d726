package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sets that come about where somebody lays one file over another by hand. */
final class SetsByHand {

  private final ComposeStore store;
  private final Inquiry inquiry;
  private final SetFiles files;
  private final DotEnvFiles dotEnvs;

  SetsByHand(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.inquiry = inquiry;
    this.files = store.files(inquiry);
    this.dotEnvs = new DotEnvFiles(store, inquiry);
  }

  /**
   * The sets in which another file of its folder is laid over it; unknown where these are too many.
   */
  Answer<List<ComposeSet>> over(ComposeFile file) {
    Optional<ComposeStore.Over> known = store.over().find(file.name());
    ComposeStore.Over over = known.isPresent() ? known.get() : findOver(file);
    inquiry.add(over.asked());
    return over.answer();
  }

  private ComposeStore.Over findOver(ComposeFile file) {
    Inquiry asked = new Inquiry();
    ComposeStore.Over over = new ComposeStore.Over(new SetsByHand(store, asked).find(file), asked);
    store.over().put(file.name(), over, 1);
    return over;
  }

  private Answer<List<ComposeSet>> find(ComposeFile file) {
    String name = file.name();
    files.add(file);
    List<List<String>> pairs = new ArrayList<>();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    for (String other : files.names(folder)) {
      String path = folder + other;
      boolean named = other.startsWith("docker-compose") || other.startsWith("compose");
      boolean yaml = other.endsWith(".yml") || other.endsWith(".yaml");
      if (named && yaml && !path.equals(name) && files.exists(path)) {
        pairs.add(List.of(name, path));
      }
    }
    return pairs.size() > ComposeSets.MOST_SETS
        ? new Answer.Unknown<>("too many files lie beside it")
        : new Answer.Known<>(loaded(pairs), List.of());
  }

  private List<ComposeSet> loaded(List<List<String>> pairs) {
    List<ComposeSet> sets = new ArrayList<>();
    for (List<String> pair : pairs) {
      String folder = WorkspacePaths.parent(pair.get(0));
      ComposeStart start =
          new ComposeStart(
              "base+" + pair.get(1),
              pair,
              folder,
              dotEnvs.environment(List.of(WorkspacePaths.below(folder, ".env"))),
              true,
              ComposeRole.UNKNOWN,
              List.of());
      sets.add(ComposeSet.load(start, files));
    }
    return sets;
  }
}
