package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows references (RFC 3986, RFC 6901): each against the file in which it stands. Safe for use
 * by several threads.
 */
final class ReferenceResolver {

  private final OpenApiFile entry;
  private final OpenApiFiles files;
  private final String self;
  private final Map<String, OpenApiFile> met = new HashMap<>();
  private final Map<String, Map<String, Target>> known = new HashMap<>();

  ReferenceResolver(OpenApiFile entry, OpenApiFiles files) {
    this.entry = entry;
    this.files = files;
    met.put(entry.name(), entry);
    Optional<Mapping> root = entry.root();
    this.self =
        root.isPresent() && root.get().find("$self").orElse(root.get()) instanceof Scalar uri
            ? uri.text()
            : "";
  }

  synchronized Target target(Scalar reference) {
    String from = reference.slice().place().file();
    Map<String, Target> there = known.get(from);
    if (there == null) {
      there = new HashMap<>();
      known.put(from, there);
    }
    Target target = there.get(reference.text());
    if (target == null) {
      target = follow(from, reference.text());
      there.put(reference.text(), target);
    }
    return target;
  }

  private Target follow(String from, String reference) {
    int hash = reference.indexOf('#');
    String uri = hash < 0 ? reference : reference.substring(0, hash);
    String fragment = hash < 0 ? "" : reference.substring(hash + 1);
    if (!self.isEmpty() && uri.equals(self)) {
      return within(entry, fragment);
    }
    if (isRemote(uri)) {
      return new Target(Target.State.UNKNOWN, Optional.empty(), Optional.empty(), fragment);
    }
    OpenApiFiles.Sought sought =
        uri.isEmpty() ? sought(from) : files.find(from, Pointer.decode(uri));
    if (sought.file().isPresent()) {
      return within(same(sought.file().get()), fragment);
    }
    Target.State state =
        switch (sought.state()) {
          case ABSENT -> isRemote(self) ? Target.State.UNKNOWN : Target.State.NO_FILE;
          case FOLDER -> Target.State.FOLDER;
          default -> Target.State.UNKNOWN;
        };
    return new Target(state, Optional.empty(), Optional.empty(), fragment);
  }

  /** As it was read first: what stands in it is told apart by identity. */
  private OpenApiFile same(OpenApiFile file) {
    OpenApiFile first = met.putIfAbsent(file.name(), file);
    return first == null ? file : first;
  }

  private OpenApiFiles.Sought sought(String from) {
    return from.equals(entry.name())
        ? new OpenApiFiles.Sought(OpenApiFiles.State.READ, Optional.of(entry))
        : files.find(from, from.substring(from.lastIndexOf('/') + 1));
  }

  /** Whether a URI names a scheme or a host, or is a path of a host. */
  private static boolean isRemote(String uri) {
    int colon = uri.indexOf(':');
    int slash = uri.indexOf('/');
    return slash == 0 || (colon > 0 && (slash < 0 || colon < slash));
  }

  private Target within(OpenApiFile file, String fragment) {
    Optional<YamlNode> root = file.anyRoot();
    Optional<YamlNode> node = root.isEmpty() ? root : Pointer.find(root.get(), fragment);
    return new Target(
        node.isPresent() ? Target.State.FOUND : Target.State.NOWHERE,
        node,
        Optional.of(file),
        fragment);
  }
}
