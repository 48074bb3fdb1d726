package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The services of a set: in which files something of each stands, and which build an image. */
final class ServiceIndex {

  private final List<ComposeService> all;
  private final Map<String, List<ComposeService>> byFile = new HashMap<>();
  private final Map<String, List<ComposeService>> builders = new HashMap<>();
  private volatile Optional<UsedNames> used = Optional.empty();

  ServiceIndex(List<ComposeService> services) {
    this.all = List.copyOf(services);
    for (ComposeService service : all) {
      Set<String> files = new HashSet<>();
      add(service.key(), files);
      add(service.body(), files);
      for (String file : files) {
        add(service, file, byFile);
      }
      Optional<ImageReference> built = built(service);
      if (built.isPresent()) {
        add(service, nameOf(built.get()), builders);
      }
    }
  }

  private static void add(
      ComposeService service, String key, Map<String, List<ComposeService>> index) {
    List<ComposeService> known = index.get(key);
    if (known == null) {
      known = new ArrayList<>();
      index.put(key, known);
    }
    known.add(service);
  }

  /** The name under which a service builds its image. */
  private static Optional<ImageReference> built(ComposeService service) {
    Optional<Scalar> image = service.scalar("image");
    if (image.isEmpty() || !service.has("build")) {
      return Optional.empty();
    }
    Optional<String> name = image.get().known();
    return name.isEmpty() ? Optional.empty() : ImageReference.parse(name.get());
  }

  private static String nameOf(ImageReference image) {
    return image.familiarName()
        + ":"
        + image.effectiveTag().orElse("")
        + "@"
        + image.digest().orElse("");
  }

  List<ComposeService> all() {
    return all;
  }

  List<ComposeService> in(String file) {
    return byFile.getOrDefault(file, List.of());
  }

  /** What they use, found out when it is first asked for. */
  UsedNames used() {
    UsedNames known = used.isPresent() ? used.get() : new UsedNames(all);
    used = Optional.of(known);
    return known;
  }

  List<ComposeService> building(ImageReference image) {
    return builders.getOrDefault(nameOf(image), List.of());
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
