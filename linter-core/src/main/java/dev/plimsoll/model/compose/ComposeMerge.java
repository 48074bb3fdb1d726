package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays one model over another, as compose-go 2.16 does (package override): mappings key by key,
 * lists end to end, and some paths by rules of their own.
 */
final class ComposeMerge {

  private enum How {
    REPLACE,
    KEY_VALUES,
    BUILD,
    DEPENDENCIES,
    NAMES,
    SEQUENCE,
    LOGGING,
    ULIMIT,
    SUBNETS
  }

  private static final PathTable<How> RULES = new PathTable<>();

  static {
    for (String resource : List.of("networks", "volumes", "secrets", "configs")) {
      RULES.put(resource + ".*.labels", How.KEY_VALUES);
    }
    RULES.put("networks.*.ipam.config", How.SUBNETS);
    RULES.put("services.*.deploy.labels", How.KEY_VALUES);
    for (String section : List.of("services", "jobs")) {
      rules(section + ".*.");
    }
  }

  private final List<Refusal> refusals;

  /** Adds to {@code refusals} what cannot be merged; the base's value stays there. */
  ComposeMerge(List<Refusal> refusals) {
    this.refusals = refusals;
  }

  private static void rules(String service) {
    for (String key :
        List.of(
            "annotations",
            "build.args",
            "build.additional_contexts",
            "build.labels",
            "environment",
            "labels",
            "sysctls",
            "volumes.*.volume.labels")) {
      RULES.put(service + key, How.KEY_VALUES);
    }
    for (String key :
        List.of(
            "build.extra_hosts",
            "dns",
            "dns_opt",
            "dns_search",
            "env_file",
            "label_file",
            "extra_hosts",
            "tmpfs")) {
      RULES.put(service + key, How.SEQUENCE);
    }
    for (String key : List.of("command", "entrypoint", "healthcheck.test")) {
      RULES.put(service + key, How.REPLACE);
    }
    RULES.put(service + "build", How.BUILD);
    RULES.put(service + "depends_on", How.DEPENDENCIES);
    RULES.put(service + "models", How.NAMES);
    RULES.put(service + "networks", How.NAMES);
    RULES.put(service + "logging", How.LOGGING);
    RULES.put(service + "ulimits.*", How.ULIMIT);
  }

  /** The base with another laid over it; what a section defines is named where that is first. */
  Table tables(Table base, Table over, ComposePath path) {
    Map<String, Member> members = new LinkedHashMap<>(base.members());
    boolean isSection = path.size() == 1;
    for (Map.Entry<String, Member> entry : over.members().entrySet()) {
      String key = entry.getKey();
      Member known = members.get(key);
      Member own = entry.getValue();
      if (known == null) {
        members.put(key, own);
      } else {
        Slice name = isSection ? known.key() : own.key();
        members.put(key, new Member(name, nodes(known.value(), own.value(), path.child(key))));
      }
    }
    return new Table(over.slice(), members);
  }

  ComposeNode nodes(ComposeNode base, ComposeNode over, ComposePath path) {
    Optional<How> how = RULES.find(path);
    if (how.isPresent()) {
      return special(how.get(), base, over, path);
    }
    if (isNull(over)) {
      return base;
    }
    if (base instanceof Table table) {
      return over instanceof Table other ? tables(table, other, path) : refused(base, over, path);
    }
    if (base instanceof Items items) {
      return over instanceof Items other ? joined(items, other) : refused(base, over, path);
    }
    return over;
  }

  private ComposeNode special(How how, ComposeNode base, ComposeNode over, ComposePath path) {
    return switch (how) {
      case REPLACE -> over;
      case KEY_VALUES -> keyValues(base, over);
      case BUILD -> tables(build(base), build(over), path);
      case DEPENDENCIES -> mappings(base, over, true, path);
      case NAMES -> mappings(base, over, false, path);
      case SEQUENCE -> joined(sequence(base), sequence(over));
      case LOGGING -> logging(base, over, path);
      case ULIMIT ->
          base instanceof Table table && over instanceof Table other
              ? tables(table, other, path)
              : over;
      case SUBNETS -> subnets(base, over, path);
    };
  }

  private ComposeNode refused(ComposeNode base, ComposeNode over, ComposePath path) {
    String message =
        over.kind() + " cannot be laid over " + base.kind() + " that another file has at " + path;
    refusals.add(new Refusal(Refusal.Kind.MERGE, over.slice(), message));
    return base;
  }

  static boolean isNull(ComposeNode node) {
    return node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.NULL;
  }

  /** Both lists, without what is there already. */
  private static Items joined(Items base, Items over) {
    List<ComposeNode> all = new ArrayList<>(base.items());
    Set<Object> known = new HashSet<>();
    for (ComposeNode item : base.items()) {
      known.add(Same.MERGED.key(item));
    }
    for (ComposeNode item : over.items()) {
      if (known.add(Same.MERGED.key(item))) {
        all.add(item);
      }
    }
    return new Items(over.slice(), all);
  }

  /**
   * {@code KEY=VALUE} lists and mappings as one mapping, in which the later value of a key wins.
   */
  private static ComposeNode keyValues(ComposeNode base, ComposeNode over) {
    Map<String, Member> members = new LinkedHashMap<>(KeyValues.table(base).members());
    members.putAll(KeyValues.table(over).members());
    return new Table(over.slice(), members);
  }

  private static Table build(ComposeNode node) {
    if (node instanceof Table table) {
      return table;
    }
    boolean isContext = node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING;
    return new Table(
        node.slice(), isContext ? Map.of("context", new Member(node.slice(), node)) : Map.of());
  }

  private ComposeNode mappings(
      ComposeNode base, ComposeNode over, boolean started, ComposePath path) {
    return tables(mapping(base, started, path), mapping(over, started, path), path);
  }

  private Table mapping(ComposeNode node, boolean started, ComposePath path) {
    if (node instanceof Table table) {
      return table;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    List<ComposeNode> names =
        node instanceof Items items ? items.items() : isNull(node) ? List.of() : List.of(node);
    for (ComposeNode name : names) {
      if (name instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING) {
        Slice slice = name.slice();
        members.put(
            scalar.text(),
            new Member(
                slice,
                started
                    ? Dependencies.started(slice)
                    : Scalar.of(slice, "", ComposeNode.Type.NULL)));
      } else {
        String message = name.kind() + " is no name, which " + path + " is a list of";
        refusals.add(new Refusal(Refusal.Kind.MERGE, name.slice(), message));
      }
    }
    return new Table(node.slice(), members);
  }

  private static Items sequence(ComposeNode node) {
    if (node instanceof Items items) {
      return items;
    }
    if (node instanceof Table table) {
      return new Items(table.slice(), KeyValues.lines(table));
    }
    boolean isText = node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING;
    return new Items(node.slice(), isText ? List.of(node) : List.of());
  }

  /** Options of one driver are merged; those of another replace them. */
  private ComposeNode logging(ComposeNode base, ComposeNode over, ComposePath path) {
    if (!(base instanceof Table table) || !(over instanceof Table other)) {
      return refused(base, over, path);
    }
    Optional<String> driver = Scalars.text(table.find("driver"));
    Optional<String> own = Scalars.text(other.find("driver"));
    return driver.isEmpty() || own.isEmpty() || driver.equals(own)
        ? tables(table, other, path)
        : over;
  }

  private ComposeNode subnets(ComposeNode base, ComposeNode over, ComposePath path) {
    return base instanceof Items items && over instanceof Items other
        ? new SubnetMerge(this).merge(items, other, path)
        : refused(base, over, path);
  }
}
