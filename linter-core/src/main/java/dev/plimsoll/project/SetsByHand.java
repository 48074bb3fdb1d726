package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeRole;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.ComposeStart;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.source.WorkspacePaths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    return sets(file, names(file));
  }

  /**
   * Those of them whose other file may give one of some services one of some keys, so that sets are
   * not loaded which cannot.
   */
  Answer<List<ComposeSet>> giving(
      ComposeFile file, List<ComposeService> services, List<String> keys) {
    Set<String> wanted = new HashSet<>();
    for (ComposeService service : services) {
      wanted.add(service.name());
    }
    List<String> giving = new ArrayList<>();
    List<String> names = names(file);
    for (String name : names.size() > ComposeSets.MOST_SETS ? List.<String>of() : names) {
      Optional<ComposeFile> other = files.file(name);
      if (other.isPresent() && mayGive(other.get(), wanted, keys)) {
        giving.add(name);
      }
    }
    return names.size() > ComposeSets.MOST_SETS ? tooMany() : sets(file, giving);
  }

  private static boolean mayGive(ComposeFile other, Set<String> services, List<String> keys) {
    if (!other.problems().isEmpty() || brings(other)) {
      return true;
    }
    for (ComposeFile.Spot spot : other.services()) {
      YamlNode key = spot.entry().key();
      boolean isWanted =
          !(key instanceof YamlNode.Scalar scalar) || services.contains(scalar.text());
      if (isWanted && maySay(spot.entry().value(), keys)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file brings others in. */
  private static boolean brings(ComposeFile file) {
    for (YamlDocument document : file.documents()) {
      boolean isPlain =
          document.root().isPresent()
              && document.root().get() instanceof YamlNode.Mapping root
              && root.find("include").isEmpty()
              && root.find("<<").isEmpty();
      if (!isPlain) {
        return true;
      }
    }
    return false;
  }

  private static boolean maySay(YamlNode service, List<String> keys) {
    if (!(service instanceof YamlNode.Mapping mapping)
        || mapping.find("extends").isPresent()
        || mapping.find("<<").isPresent()) {
      return true;
    }
    for (String key : keys) {
      if (mapping.find(key).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The other files of its folder that may be laid over a file. */
  private List<String> names(ComposeFile file) {
    String name = file.name();
    files.add(file);
    List<String> others = new ArrayList<>();
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    for (String other : files.names(folder)) {
      boolean named = other.startsWith("docker-compose") || other.startsWith("compose");
      boolean yaml = other.endsWith(".yml") || other.endsWith(".yaml");
      if (named && yaml && !name.equals(folder + other) && files.exists(folder + other)) {
        others.add(folder + other);
      }
    }
    return others;
  }

  private Answer<List<ComposeSet>> sets(ComposeFile file, List<String> others) {
    if (others.size() > ComposeSets.MOST_SETS) {
      return tooMany();
    }
    List<ComposeSet> sets = new ArrayList<>();
    String folder = WorkspacePaths.parent(file.name());
    List<String> variables = List.of(WorkspacePaths.below(folder, ".env"));
    for (String other : others) {
      ComposeStart start =
          new ComposeStart(
              "base+" + other,
              List.of(file.name(), other),
              folder,
              dotEnvs.environment(variables),
              true,
              ComposeRole.UNKNOWN,
              List.of());
      sets.add(store.set(start, Set.of(variables), inquiry));
    }
    return new Answer.Known<>(sets, List.of());
  }

  private static Answer<List<ComposeSet>> tooMany() {
    return new Answer.Unknown<>("too many files lie beside it");
  }
}
