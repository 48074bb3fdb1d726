package dev.plimsoll.model.compose;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Another service without which one does not start.
 *
 * @param key of the service in which it stands
 * @param name the other's
 * @param place of the name
 * @param required whether the other must be there in each profile
 */
public record ServiceNeed(String key, String name, Slice place, boolean required) {

  private static final String SERVICE = "service:";

  /** In the order in which Compose makes dependencies of them. */
  private static final List<String> NAMESPACES =
      List.of("network_mode", "ipc", "pid", "uts", "cgroup");

  /** What a service needs, as far as no variable decides it. */
  public static List<ServiceNeed> of(ComposeService service) {
    List<ServiceNeed> needs = new ArrayList<>();
    for (Map.Entry<String, Member> entry : service.members("depends_on").entrySet()) {
      Member member = entry.getValue();
      if (member.key().text().indexOf('$') < 0) {
        boolean required = isRequired(member.value());
        needs.add(new ServiceNeed("depends_on", entry.getKey(), member.key(), required));
      }
    }
    for (ComposeNode link : service.items("links")) {
      addUpToColon("links", link, needs);
    }
    for (String key : NAMESPACES) {
      addNamespace(key, service, needs);
    }
    for (ComposeNode from : service.items("volumes_from")) {
      if (!(from instanceof Scalar scalar) || !scalar.text().startsWith("container:")) {
        addUpToColon("volumes_from", from, needs);
      }
    }
    return needs;
  }

  private static boolean isRequired(ComposeNode dependency) {
    Optional<ComposeNode> required =
        dependency instanceof Table table ? table.find("required") : Optional.empty();
    return required.isEmpty()
        || !(required.get() instanceof Scalar scalar)
        || scalar.text().equals("true");
  }

  private static void addNamespace(String key, ComposeService service, List<ServiceNeed> needs) {
    Optional<Scalar> mode = service.scalar(key);
    if (mode.isPresent() && mode.get().text().startsWith(SERVICE)) {
      String text = mode.get().text();
      add(key, mode.get().part(SERVICE.length(), text.length()), needs);
    }
  }

  private static void addUpToColon(String key, ComposeNode node, List<ServiceNeed> needs) {
    if (node instanceof Scalar scalar) {
      int colon = scalar.text().indexOf(':');
      add(key, colon < 0 ? scalar : scalar.part(0, colon), needs);
    }
  }

  private static void add(String key, Scalar name, List<ServiceNeed> needs) {
    Optional<String> known = name.known();
    if (known.isPresent() && !known.get().isEmpty()) {
      needs.add(new ServiceNeed(key, known.get(), name.slice(), true));
    }
  }

  /** The services whose images a build is made from: place and name of each. */
  public static List<Scalar> contexts(ComposeService service) {
    List<Scalar> contexts = new ArrayList<>();
    for (Member member : service.members("build", "additional_contexts").values()) {
      if (member.value() instanceof Scalar scalar && scalar.text().startsWith(SERVICE)) {
        Scalar name = scalar.part(SERVICE.length(), scalar.text().length());
        if (name.known().isPresent()) {
          contexts.add(name);
        }
      }
    }
    return contexts;
  }
}
