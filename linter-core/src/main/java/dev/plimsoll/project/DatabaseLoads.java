package dev.plimsoll.project;

import dev.plimsoll.model.command.Command;
import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.model.image.BackingImage;
import dev.plimsoll.model.image.BackingImages;
import dev.plimsoll.model.image.ImageReference;
import dev.plimsoll.project.Connections.Term;
import dev.plimsoll.project.DatabaseClient.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the databases of a set, and for each the services that may hold connections to it: once for
 * all of them, in time that grows with their number.
 */
final class DatabaseLoads {

  private final ComposeSet set;
  private final ComposeView view;
  private final HostNames hosts;
  private final Map<String, String> products = new LinkedHashMap<>(); // by services
  private final Map<String, ImageReference> references = new LinkedHashMap<>();
  private final Set<String> poolers = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Set<String> awaited = new LinkedHashSet<>();

  DatabaseLoads(ComposeSet set, ComposeView view) {
    this.set = set;
    this.view = view;
    this.hosts = new HostNames(set);
  }

  List<DatabaseLoad> find() {
    for (ComposeService service : set.services()) {
      classify(service);
    }
    if (products.isEmpty()) {
      return List.of();
    }
    Map<String, List<DatabaseClient>> clients = new LinkedHashMap<>();
    Map<String, List<ComposeService>> between = new LinkedHashMap<>();
    for (ComposeService service : set.services()) {
      if (!products.containsKey(service.name())) {
        boolean isPooler = poolers.contains(service.name());
        Map<String, List<Use>> uses = uses(service);
        for (Map.Entry<String, List<Use>> entry : uses.entrySet()) {
          if (isPooler && products.containsKey(entry.getKey())) {
            add(service, entry.getKey(), between);
          } else if (products.containsKey(entry.getKey()) && runsFor(service, entry.getKey())) {
            DatabaseClient client = client(service, entry.getValue(), uses.size() == 1);
            add(client, entry.getKey(), clients);
          }
        }
      }
    }
    List<DatabaseLoad> loads = new ArrayList<>();
    for (Map.Entry<String, String> entry : products.entrySet()) {
      loads.add(
          new DatabaseLoad(
              set.service(entry.getKey()).orElseThrow(),
              entry.getValue(),
              clients.getOrDefault(entry.getKey(), List.of()),
              between.getOrDefault(entry.getKey(), List.of())));
    }
    return loads;
  }

  private static <T> void add(T item, String key, Map<String, List<T>> lists) {
    List<T> list = lists.get(key);
    if (list == null) {
      list = new ArrayList<>();
      lists.put(key, list);
    }
    list.add(item);
  }

  private void classify(ComposeService service) {
    Optional<ImageReference> reference = reference(service);
    if (reference.isPresent()) {
      references.put(service.name(), reference.get());
      Optional<String> product = ConnectionLimits.product(reference.get());
      Optional<BackingImage> known = BackingImages.find(reference.get());
      boolean isPooler = known.isPresent() && known.get().kind() == BackingImage.Kind.POOLER;
      if (product.isPresent()) {
        products.put(service.name(), product.get());
      } else if (isPooler) {
        poolers.add(service.name());
      }
      if (product.isPresent() || isPooler) {
        addNames(service);
      }
    }
    for (String other : service.members("depends_on").keySet()) {
      Optional<Scalar> condition = service.scalar("depends_on", other, "condition");
      if (condition.isPresent()
          && condition.get().text().equals("service_completed_successfully")) {
        awaited.add(other);
      }
    }
  }

  private Optional<ImageReference> reference(ComposeService service) {
    if (view.image(set, service) instanceof Answer.Known<ServiceImage> known
        && known.value().root() instanceof Answer.Known<ServiceImage> root
        && root.value() instanceof ServiceImage.Pulled pulled) {
      return Optional.of(pulled.reference());
    }
    return Optional.empty();
  }

  /** The names under which it may be called; what else may be meant is looked up then. */
  private void addNames(ComposeService service) {
    names.add(service.name().toLowerCase(Locale.ROOT));
    Optional<Scalar> container = service.scalar("container_name");
    if (container.isPresent()) {
      names.add(container.get().text().toLowerCase(Locale.ROOT));
    }
    for (String network : service.members("networks").keySet()) {
      for (ComposeNode item : service.items("networks", network, "aliases")) {
        if (item instanceof Scalar alias) {
          names.add(alias.text().toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  /** What tells a service to talk to databases and poolers, by the names of these. */
  private Map<String, List<Use>> uses(ComposeService service) {
    Map<String, List<Use>> uses = new LinkedHashMap<>();
    for (Map.Entry<String, Scalar> entry : view.environment(set, service).entrySet()) {
      add(entry.getKey(), entry.getValue(), service, uses);
    }
    for (String key : List.of("command", "entrypoint")) {
      Optional<ComposeNode> line = service.find(key);
      if (line.isPresent() && line.get() instanceof Scalar scalar) {
        add("", scalar, service, uses);
      }
      for (ComposeNode item : service.items(key)) {
        if (item instanceof Scalar scalar) {
          add("", scalar, service, uses);
        }
      }
    }
    return uses;
  }

  private void add(
      String variable, Scalar value, ComposeService service, Map<String, List<Use>> uses) {
    for (HostUse use : HostUse.in(variable, value)) {
      boolean counts = !variable.isEmpty() || use.form() == HostUse.Form.URL;
      if (counts
          && names.contains(use.host().text().toLowerCase(Locale.ROOT))
          && hosts.find(service, use.host().text()) instanceof Answer.Known<Peers> peers) {
        for (String name : peers.value().answering()) {
          if (products.containsKey(name) || poolers.contains(name)) {
            add(new Use(use, value), name, uses);
          }
        }
      }
    }
  }

  /** Whether a service may hold connections while a database runs. */
  private boolean runsFor(ComposeService service, String database) {
    boolean isApart =
        !service.profiles().isEmpty() && set.service(database).orElseThrow().profiles().isEmpty();
    return !isApart
        && !awaited.contains(service.name())
        && !Bystanders.is(
            Optional.ofNullable(references.get(service.name())),
            StartWords.own(service, view.environment(set, service)));
  }

  private DatabaseClient client(ComposeService service, List<Use> uses, boolean isOnly) {
    Answer<List<Command>> starts = view.starts(set, service);
    ConnectionCounts counts = view.counts(service, view.environment(set, service));
    Answer<Connections> connections =
        counts.find(starts, view.image(set, service), DatabaseClient.values(uses), isOnly);
    Optional<Term> replicas = counts.replicas();
    Optional<Term> processes = counts.processes(starts);
    int most =
        (replicas.isEmpty() ? 1 : replicas.get().count())
            * (processes.isEmpty() ? 1 : processes.get().count());
    return new DatabaseClient(service, uses, connections, most);
  }
}
