package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Items;
import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes every short form out: {@code "80:80"} as a mapping of target and published, and so on.
 * Source: compose-go 2.16, package transform; names and values become mappings here, too.
 */
final class LongForms extends NodePass {

  private enum Form {
    BUILD,
    CONTEXTS,
    DEPENDENCIES,
    DEVICE,
    ENV_FILES,
    EXTENDS,
    FILE,
    GPUS,
    KEY_VALUES,
    LIST,
    MOUNT,
    NAMES,
    PORTS,
    RESOURCE,
    SCHEDULE,
    SSH,
    TEXT
  }

  private static final PathTable<Form> FORMS = new PathTable<>();

  static {
    for (String prefix : List.of("services.*.", "jobs.*.", "services.*.pre_start.*.")) {
      put(prefix, Form.ENV_FILES, "env_file");
      put(prefix, Form.LIST, "label_file", "dns");
      put(prefix, Form.GPUS, "gpus");
      put(prefix, Form.NAMES, "networks", "models");
      put(prefix, Form.MOUNT, "volumes.*");
      put(prefix, Form.DEVICE, "devices.*");
      put(prefix, Form.FILE, "secrets.*", "configs.*");
      put(prefix, Form.KEY_VALUES, "environment", "labels", "annotations", "sysctls");
    }
    for (String prefix : List.of("services.*.", "jobs.*.")) {
      put(prefix, Form.FILE, "build.secrets.*");
      put(prefix, Form.TEXT, "build.provenance", "build.sbom");
      put(prefix, Form.CONTEXTS, "build.additional_contexts");
      put(prefix, Form.KEY_VALUES, "build.args", "build.labels");
      put(prefix, Form.KEY_VALUES, "deploy.labels", "volumes.*.volume.labels");
      put(prefix, Form.DEPENDENCIES, "depends_on");
      put(prefix, Form.EXTENDS, "extends");
      put(prefix, Form.PORTS, "ports");
      put(prefix, Form.BUILD, "build");
      put(prefix, Form.SSH, "build.ssh");
      put(prefix, Form.LIST, "develop.watch.*.ignore", "develop.watch.*.include");
    }
    put("jobs.*.", Form.SCHEDULE, "triggers.schedule.*");
    for (String section : List.of("volumes.*", "networks.*", "secrets.*", "configs.*")) {
      FORMS.put(section, Form.RESOURCE);
      FORMS.put(section + ".labels", Form.KEY_VALUES);
    }
  }

  /** Ports of ranges in one document, each of which becomes a mapping. */
  private static final int MAX_PORTS = 100_000;

  private final List<Refusal> refusals;
  private final List<Refusal> openRefusals;
  private int ports;

  /**
   * For one model; what no long form can be made of stays as it is.
   *
   * @param refusals what Compose refuses for sure
   * @param openRefusals what it refuses unless the environment sets a variable
   */
  LongForms(List<Refusal> refusals, List<Refusal> openRefusals) {
    this.refusals = refusals;
    this.openRefusals = openRefusals;
  }

  private static void put(String prefix, Form form, String... keys) {
    for (String key : keys) {
      FORMS.put(prefix + key, form);
    }
  }

  @Override
  Optional<ComposeNode> replace(ComposeNode node, ComposePath path) {
    Optional<Form> form = FORMS.find(path);
    return form.isEmpty() ? Optional.empty() : Optional.of(longForm(form.get(), node, path));
  }

  private ComposeNode longForm(Form form, ComposeNode node, ComposePath path) {
    return switch (form) {
      case BUILD -> isText(node) ? one("context", node) : children(node, path);
      case CONTEXTS -> contexts(node);
      case DEPENDENCIES -> dependencies(node);
      case DEVICE -> node instanceof Scalar scalar && isText(node) ? device(scalar) : node;
      case ENV_FILES -> envFiles(node);
      case EXTENDS -> isText(node) ? one("service", node) : children(node, path);
      case FILE -> isText(node) ? one("source", node) : node;
      case GPUS -> gpus(node);
      case KEY_VALUES -> KeyValues.table(node);
      case LIST -> isText(node) ? new Items(node.slice(), List.of(node)) : node;
      case MOUNT ->
          node instanceof Scalar scalar && isText(node) ? mount(scalar) : mountTable(node, path);
      case NAMES -> names(node);
      case PORTS -> ports(node);
      case RESOURCE -> External.resource(children(node, path), refusals);
      case SCHEDULE -> isText(node) ? one("cron", node) : node;
      case SSH -> node instanceof Items items ? ssh(items) : node;
      case TEXT ->
          node instanceof Scalar scalar
              ? new Scalar(scalar.slice(), scalar.text(), ComposeNode.Type.STRING, scalar.value())
              : node;
    };
  }

  private ComposeNode mountTable(ComposeNode node, ComposePath path) {
    return node instanceof Table ? children(node, path) : node;
  }

  private static boolean isText(ComposeNode node) {
    return node instanceof Scalar scalar && scalar.type() == ComposeNode.Type.STRING;
  }

  private ComposeNode contexts(ComposeNode node) {
    if (node instanceof Items items) {
      for (ComposeNode item : items.items()) {
        if (item instanceof Scalar scalar && scalar.text().indexOf('=') < 0) {
          refuse(Refusal.Kind.SHAPE, scalar, "a context is a name, = and where it is");
        }
      }
    }
    return KeyValues.table(node);
  }

  private static Table one(String key, ComposeNode value) {
    return new Table(value.slice(), Map.of(key, new Member(value.slice(), value)));
  }

  private static ComposeNode dependencies(ComposeNode node) {
    Map<String, Member> members = new LinkedHashMap<>();
    if (node instanceof Table table) {
      for (Map.Entry<String, Member> entry : table.members().entrySet()) {
        Member member = entry.getValue();
        ComposeNode value =
            member.value() instanceof Table each ? Dependencies.completed(each) : member.value();
        members.put(entry.getKey(), new Member(member.key(), value));
      }
      return new Table(table.slice(), members);
    }
    if (!(node instanceof Items items)) {
      return node;
    }
    for (ComposeNode item : items.items()) {
      if (item instanceof Scalar scalar) {
        members.put(scalar.text(), new Member(item.slice(), Dependencies.started(item.slice())));
      }
    }
    return new Table(items.slice(), members);
  }

  private ComposeNode device(Scalar device) {
    List<Scalar> parts = new Cuts(device).split(':', 0, 4);
    if (parts.size() > 3) {
      refuse(Refusal.Kind.SHAPE, device, "too many colons: write it with source and target");
      return device;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    Scalar source = parts.get(0);
    boolean named = parts.size() > 1 && !parts.get(1).text().isEmpty();
    members.put("source", new Member(source.slice(), source));
    Scalar target = named ? parts.get(1) : source;
    members.put("target", new Member(target.slice(), target));
    Scalar rights = parts.size() > 2 ? parts.get(2) : Scalars.added(device.slice(), "rwm");
    members.put("permissions", new Member(rights.slice(), rights));
    return new Table(device.slice(), members);
  }

  private static ComposeNode envFiles(ComposeNode node) {
    List<ComposeNode> files = node instanceof Items items ? items.items() : List.of(node);
    List<ComposeNode> all = new ArrayList<>();
    for (ComposeNode file : files) {
      Table table = file instanceof Table own ? own : isText(file) ? one("path", file) : null;
      all.add(table == null ? file : withRequired(table));
    }
    return new Items(node.slice(), all);
  }

  private static Table withRequired(Table file) {
    Map<String, Member> members = new LinkedHashMap<>(file.members());
    members.putIfAbsent("required", new Member(file.slice(), Scalars.added(file.slice(), true)));
    return new Table(file.slice(), members);
  }

  private static ComposeNode gpus(ComposeNode node) {
    return isText(node)
        ? new Items(node.slice(), List.of(one("count", Scalars.added(node.slice(), "all"))))
        : node;
  }

  private ComposeNode mount(Scalar mount) {
    Optional<String> refused = MountForm.refuse(mount);
    if (refused.isPresent()) {
      refuse(Refusal.Kind.MOUNT, mount, refused.get());
      return mount;
    }
    return MountForm.expanded(mount);
  }

  private static ComposeNode names(ComposeNode node) {
    if (!(node instanceof Items items)) {
      return node;
    }
    Map<String, Member> members = new LinkedHashMap<>();
    for (ComposeNode item : items.items()) {
      if (item instanceof Scalar scalar) {
        Slice slice = item.slice();
        members.put(scalar.text(), new Member(slice, Scalar.of(slice, "", ComposeNode.Type.NULL)));
      }
    }
    return new Table(items.slice(), members);
  }

  private ComposeNode ports(ComposeNode node) {
    if (!(node instanceof Items items)) {
      return node;
    }
    List<ComposeNode> all = new ArrayList<>();
    for (ComposeNode item : items.items()) {
      if (!(item instanceof Scalar scalar) || ComposeMerge.isNull(item)) {
        all.add(item);
        continue;
      }
      Optional<String> refused = PortForm.refuse(scalar);
      if (refused.isPresent()) {
        refuse(Refusal.Kind.PORT, scalar, refused.get());
      } else if (mayExpand(scalar)) {
        all.addAll(PortForm.expanded(scalar));
      }
    }
    return new Items(items.slice(), all);
  }

  private boolean mayExpand(Scalar range) {
    if (ports > MAX_PORTS) {
      return false;
    }
    ports += PortForm.size(range);
    if (ports > MAX_PORTS) {
      refuse(Refusal.Kind.LIMIT, range, "more than " + MAX_PORTS + " ports: it ends here");
    }
    return ports <= MAX_PORTS;
  }

  private ComposeNode ssh(Items items) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (ComposeNode item : items.items()) {
      if (item instanceof Scalar scalar) {
        Table pair = KeyValues.table(scalar);
        boolean bare = scalar.text().indexOf('=') < 0;
        if (bare && !scalar.text().equals("default")) {
          refuse(Refusal.Kind.SHAPE, scalar, "an SSH key is default, or a name, = and a path");
        } else {
          members.putAll(pair.members());
        }
      }
    }
    return new Table(items.slice(), members);
  }

  /** Leaves alone what a variable may still mend that nothing sets here. */
  private void refuse(Refusal.Kind kind, Scalar node, String message) {
    boolean isOpen = node.value().alternatives().get(0) instanceof Value.Unknown;
    (isOpen ? openRefusals : refusals).add(new Refusal(kind, node.slice(), message));
  }
}
