package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.model.compose.Refusal.Cause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays each service over the one that it extends, in its own file or in another. */
final class Extensions {

  /** Services that each extend the next; recursion is as deep. */
  private static final int MAX_CHAIN = 100;

  /** Services that stand in one file. */
  private record Services(String file, Map<String, Member> members, ResetPass resets) {}

  private final ComposeLoader loader;
  private final String file;
  private final Map<String, Optional<Services>> others = new HashMap<>();

  Extensions(ComposeLoader loader, String file) {
    this.loader = loader;
    this.file = file;
  }

  /** The document with no service in it that extends another. */
  Table resolved(Table document, ResetPass resets) {
    Map<String, Member> members = new LinkedHashMap<>(document.members());
    for (String section : List.of("services", "jobs")) {
      Member member = members.get(section);
      if (member != null && member.value() instanceof Table table) {
        Services own = new Services(file, new LinkedHashMap<>(table.members()), resets);
        for (String name : table.members().keySet()) {
          resolve(own, name, List.of());
        }
        members.put(section, new Member(member.key(), new Table(table.slice(), own.members())));
      }
    }
    return new Table(document.slice(), members);
  }

  /** A service with all that it extends, which replaces it in its file. */
  private Optional<Table> resolve(Services in, String name, List<String> chain) {
    Member member = in.members().get(name);
    if (member == null || !(member.value() instanceof Table service)) {
      return Optional.empty();
    }
    Optional<ComposeNode> extended = service.find("extends");
    if (extended.isEmpty()) {
      return Optional.of(service);
    }
    Optional<Table> base = base(in, name, extended.get(), chain);
    Table merged =
        base.isPresent() && loader.loading().mayTake(base.get(), member.key())
            ? over(base.get(), service, in, name)
            : service;
    Map<String, Member> members = new LinkedHashMap<>(merged.members());
    members.remove("extends");
    Table result = new Table(merged.slice(), members);
    in.members().put(name, new Member(member.key(), result));
    return Optional.of(result);
  }

  private Table over(Table base, Table service, Services in, String name) {
    ComposePath path = new ComposePath(List.of("services", name));
    Table left = (Table) in.resets().node(base, path);
    return new ComposeMerge(loader.refusals()).tables(left, service, path);
  }

  private Optional<Table> base(Services in, String name, ComposeNode extended, List<String> chain) {
    Optional<ComposeNode> service =
        extended instanceof Table table ? table.find("service") : Optional.of(extended);
    if (service.isEmpty()
        || !(service.get() instanceof Scalar target)
        || target.type() != ComposeNode.Type.STRING) {
      refuse(extended, "extends names no service: add the key service");
      return Optional.empty();
    }
    String step = in.file() + '\0' + name;
    if (chain.contains(step) || chain.size() == MAX_CHAIN) {
      if (chain.contains(step)) {
        refuse(Cause.CIRCLE, extended, "the services extend each other in a circle");
      } else {
        refuse(extended, "more than " + MAX_CHAIN + " services extend each other");
      }
      return Optional.empty();
    }
    Optional<Services> from = from(in, extended);
    if (from.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().members().containsKey(target.text())) {
      boolean here = from.get().file().equals(in.file());
      refuse(
          Cause.SERVICE_ABSENT,
          target,
          "no service of this name is in " + (here ? "the file" : from.get().file()));
      return Optional.empty();
    }
    List<String> longer = new ArrayList<>(chain);
    longer.add(step);
    return resolve(from.get(), target.text(), longer);
  }

  /** Where the extended service stands; nothing where that is refused. */
  private Optional<Services> from(Services in, ComposeNode extended) {
    Optional<ComposeNode> where =
        extended instanceof Table table ? table.find("file") : Optional.empty();
    if (where.isEmpty() || ComposeMerge.isNull(where.get())) {
      return Optional.of(in);
    }
    if (!(where.get() instanceof Scalar name)) {
      refuse(where.get(), "the key file of extends is the path of one file");
      return Optional.empty();
    }
    String path = Paths.join(loader.folder(), name.text());
    Optional<Services> known = others.get(path);
    if (known == null) {
      known = read(name, path);
      others.put(path, known);
    }
    return known.isEmpty()
        ? known
        : Optional.of(
            new Services(path, new LinkedHashMap<>(known.get().members()), known.get().resets()));
  }

  private void refuse(ComposeNode node, String message) {
    refuse(Cause.OTHER, node, message);
  }

  private void refuse(Cause cause, ComposeNode node, String message) {
    loader.refuse(Refusal.Kind.EXTENDS, cause, node.slice(), message);
  }

  /** The services of another file, whose paths are seen from the project's folder. */
  private Optional<Services> read(Scalar name, String path) {
    if (!loader.loading().mayLoad(name.slice())) {
      return Optional.empty();
    }
    Optional<ComposeLoader.Base> base = loader.base(path);
    if (loader.loading().files().documents(path).isEmpty()) {
      refuse(Cause.FILE_ABSENT, name, "no such file is there");
      return Optional.empty();
    }
    String folder = Paths.parent(Paths.clean(name.text()));
    Optional<ComposeNode> services = Optional.empty();
    if (base.isPresent()) {
      RelativePaths seen = new RelativePaths(folder);
      services = ((Table) seen.in(base.get().model(), ComposePath.ROOT)).find("services");
    }
    if (base.isEmpty() || services.isEmpty() || !(services.get() instanceof Table table)) {
      refuse(name, "the file has no services");
      return Optional.empty();
    }
    return Optional.of(new Services(path, table.members(), base.get().resets()));
  }
}
