package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.RawReader.Raw;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays each service over the one that it extends, in its own file or in another. */
final class Extensions {

  /** Services that stand in one file. */
  private record Base(String file, Map<String, Member> services, List<Reset> resets) {}

  private final ComposeLoader loader;
  private final String file;
  private final Map<String, Base> others = new HashMap<>();

  Extensions(ComposeLoader loader, String file) {
    this.loader = loader;
    this.file = file;
  }

  /** The document with no service in it that extends another. */
  Table resolved(Table document, List<Reset> resets) {
    Map<String, Member> members = new LinkedHashMap<>(document.members());
    for (String section : List.of("services", "jobs")) {
      Member member = members.get(section);
      if (member != null && member.value() instanceof Table table) {
        Base own = new Base(file, new LinkedHashMap<>(table.members()), resets);
        for (String name : table.members().keySet()) {
          resolve(own, name, List.of());
        }
        members.put(section, new Member(member.key(), new Table(table.slice(), own.services())));
      }
    }
    return new Table(document.slice(), members);
  }

  /** A service with all that it extends, which replaces it in its file. */
  private Optional<Table> resolve(Base in, String name, List<String> chain) {
    Member member = in.services().get(name);
    if (member == null || !(member.value() instanceof Table service)) {
      return Optional.empty();
    }
    Optional<ComposeNode> extended = service.find("extends");
    if (extended.isEmpty()) {
      return Optional.of(service);
    }
    Optional<Table> base = base(in, name, extended.get(), chain);
    Table merged = base.isEmpty() ? service : over(base.get(), service, in, name);
    Map<String, Member> members = new LinkedHashMap<>(merged.members());
    members.remove("extends");
    Table result = new Table(merged.slice(), members);
    in.services().put(name, new Member(member.key(), result));
    return Optional.of(result);
  }

  private Table over(Table base, Table service, Base in, String name) {
    ComposePath path = new ComposePath(List.of("services", name));
    ComposeNode kept = new ResetPass(in.resets()).node(base, path);
    Table left = kept instanceof Table table ? table : base;
    return new ComposeMerge(loader.refusals()).tables(left, service, path);
  }

  private Optional<Table> base(Base in, String name, ComposeNode extended, List<String> chain) {
    String step = in.file() + '\0' + name;
    Optional<ComposeNode> named =
        extended instanceof Table table ? table.find("service") : Optional.of(extended);
    if (named.isEmpty() || !(named.get() instanceof Scalar target)) {
      refuse(extended, "extends names no service: add the key service");
      return Optional.empty();
    }
    if (chain.contains(step)) {
      refuse(extended, "the services extend each other in a circle");
      return Optional.empty();
    }
    Optional<ComposeNode> where =
        extended instanceof Table table ? table.find("file") : Optional.empty();
    Base from = where.isEmpty() ? in : other((Scalar) where.get());
    if (!from.services().containsKey(target.text())) {
      refuse(target, where.isEmpty() ? "no service of this name is in the file" : missing(from));
      return Optional.empty();
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(step);
    return resolve(from, target.text(), longer);
  }

  private static String missing(Base from) {
    return "no service of this name is in " + from.file();
  }

  private void refuse(ComposeNode node, String message) {
    loader.refuse(Refusal.Kind.EXTENDS, node.slice(), message);
  }

  /** The services of another file, whose paths are seen from the project's folder. */
  private Base other(Scalar name) {
    String path = Paths.join(loader.folder(), name.text());
    Base known = others.get(path);
    if (known == null) {
      known = read(name, path);
      others.put(path, known);
    }
    return new Base(known.file(), new LinkedHashMap<>(known.services()), known.resets());
  }

  private Base read(Scalar name, String path) {
    List<YamlDocument> documents = loader.documents(path);
    Map<String, Member> services = new LinkedHashMap<>();
    List<Reset> resets = new ArrayList<>();
    Optional<Table> all = Optional.empty();
    for (YamlDocument document : documents) {
      if (document.root().isPresent()) {
        Raw raw = loader.raw(document);
        resets.addAll(raw.resets());
        if (raw.root().isPresent() && raw.root().get() instanceof Table table) {
          all =
              Optional.of(
                  loader.canonical(
                      all.isEmpty()
                          ? table
                          : new ComposeMerge(loader.refusals())
                              .tables(all.get(), table, ComposePath.ROOT)));
        }
      }
    }
    String folder = Paths.parent(Paths.clean(name.text()));
    if (all.isPresent()) {
      Table rebased = (Table) new RelativePaths(folder).in(all.get(), ComposePath.ROOT);
      if (rebased.find("services").isPresent()
          && rebased.find("services").get() instanceof Table table) {
        services.putAll(table.members());
      }
    }
    return new Base(path, services, resets);
  }
}
