package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The files of variables that Compose reads for a set, each as it reads them. */
final class VariableFiles {

  private final ComposeStore store;
  private final Inquiry inquiry;

  VariableFiles(ComposeStore store, Inquiry inquiry) {
    this.store = store;
    this.inquiry = inquiry;
  }

  /** The project's own first, then those of its services. */
  List<DotEnvFile> of(ComposeSet set) {
    DotEnvFiles files = new DotEnvFiles(store, inquiry);
    List<DotEnvFile> found = new ArrayList<>();
    for (String name : names(set)) {
      Optional<DotEnvFile> file = files.read(name);
      if (file.isPresent()) {
        found.add(file.get());
      }
    }
    return found;
  }

  private static Set<String> names(ComposeSet set) {
    Set<String> names = new LinkedHashSet<>();
    Environment environment = set.start().environment();
    for (String variable : environment.names()) {
      names.add(environment.find(variable).orElseThrow().origin().place().file());
    }
    for (ComposeService service : set.services()) {
      Set<String> raw = raw(service);
      for (ServiceEnvironment.EnvFile file : ServiceEnvironment.files(set, service)) {
        if (!raw.contains(file.path().text())) {
          names.add(file.name());
        }
      }
    }
    return names;
  }

  /** The paths of those in which nothing has a meaning. */
  private static Set<String> raw(ComposeService service) {
    Set<String> paths = new TreeSet<>();
    for (ComposeNode item : service.items("env_file")) {
      if (item instanceof Table table
          && table.find("format").isPresent()
          && table.find("path").orElse(item) instanceof Scalar path) {
        paths.add(path.text());
      }
    }
    return paths;
  }

  /**
   * Whether no Compose file before this one, beside it or beside the other, begins a set that reads
   * the other.
   */
  boolean isFirst(ComposeFile file, String variables) {
    for (ComposeFile other : new ComposeSets(store, inquiry).before(file, variables)) {
      if (reads(other, variables)) {
        return false;
      }
    }
    return true;
  }

  private boolean reads(ComposeFile file, String variables) {
    for (ComposeSet set : new ComposeSets(store, inquiry).of(file)) {
      if (set.files().get(0).equals(file.name()) && names(set).contains(variables)) {
        return true;
      }
    }
    return false;
  }
}
