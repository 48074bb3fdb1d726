package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hosts that a service is told to talk to: by its variables and by its command lines. */
final class ServiceHosts {

  private final ServiceEnvironment environment;

  ServiceHosts(ServiceEnvironment environment) {
    this.environment = environment;
  }

  /** In the order of the text, those of files of variables first. */
  List<HostUse> of(ComposeSet set, ComposeService service) {
    List<HostUse> hosts = new ArrayList<>();
    for (Map.Entry<String, Scalar> entry : environment.of(set, service).entrySet()) {
      hosts.addAll(HostUse.in(entry.getKey(), entry.getValue()));
    }
    addUrls(service.find("command"), hosts);
    addUrls(service.find("entrypoint"), hosts);
    addUrls(service.find("healthcheck", "test"), hosts);
    return hosts;
  }

  private static void addUrls(Optional<ComposeNode> line, List<HostUse> hosts) {
    if (line.isEmpty()) {
      return;
    }
    List<ComposeNode> words =
        line.get() instanceof ComposeNode.Items items ? items.items() : List.of(line.get());
    for (ComposeNode word : words) {
      if (word instanceof Scalar scalar) {
        for (HostUse use : HostUse.in("", scalar)) {
          if (use.form() == HostUse.Form.URL) {
            hosts.add(use);
          }
        }
      }
    }
  }
}
