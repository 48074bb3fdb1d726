package dev.plimsoll.project;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.HostUse;
import java.util.ArrayList;
import java.util.List;

/**
 * A service that is told to talk to a database.
 *
 * @param uses what tells it so
 * @param connections how many it may hold at once to this database
 * @param processes how many replicas and processes it has, as far as that is known
 */
public record DatabaseClient(
    ComposeService service, List<Use> uses, Answer<Connections> connections, int processes) {

  /**
   * A host and the value in which it stands.
   *
   * @param value a URL, or the name of the host alone
   */
  public record Use(HostUse host, Scalar value) {}

  public DatabaseClient {
    uses = List.copyOf(uses);
  }

  /** The values that tell it so. */
  public List<Scalar> urls() {
    return values(uses);
  }

  static List<Scalar> values(List<Use> uses) {
    List<Scalar> values = new ArrayList<>();
    for (Use use : uses) {
      values.add(use.value());
    }
    return values;
  }
}
