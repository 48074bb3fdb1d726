package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeFile;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.Environment;
import dev.plimsoll.model.compose.VariableUse;
import dev.plimsoll.parse.small.tree.DotEnvFile;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Value;
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
    names.addAll(ofServices(set));
    return names;
  }

  private static Set<String> ofServices(ComposeSet set) {
    Set<String> names = new LinkedHashSet<>();
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
   * Whether no Compose file before this one, beside it or beside the other, begins a whole set that
   * reads the other.
   */
  boolean isFirst(ComposeFile file, String variables) {
    for (ComposeFile other : new ComposeSets(store, inquiry).before(file, variables)) {
      if (reads(other, variables)) {
        return false;
      }
    }
    return true;
  }

  /** The same, of those sets that take one value of the other, or give all of it to a service. */
  boolean isFirstToTake(ComposeFile file, Place value) {
    for (ComposeFile other : new ComposeSets(store, inquiry).before(file, value.file())) {
      for (ComposeSet set : new ComposeSets(store, inquiry).of(other)) {
        if (set.isWhole() && set.files().get(0).equals(other.name()) && takes(set, value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean takes(ComposeSet set, Place value) {
    for (VariableUse use : set.variables()) {
      Optional<Value.Known> given = set.start().environment().find(use.name().text());
      if (given.isPresent()) {
        Place from = given.get().origin().place();
        if (from.file().equals(value.file()) && from.span().contains(value.span())) {
          return true;
        }
      }
    }
    return ofServices(set).contains(value.file());
  }

  private boolean reads(ComposeFile file, String variables) {
    for (ComposeSet set : new ComposeSets(store, inquiry).of(file)) {
      if (set.isWhole()
          && set.files().get(0).equals(file.name())
          && names(set).contains(variables)) {
        return true;
      }
    }
    return false;
  }
}
