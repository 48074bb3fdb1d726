package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A response that tells of an error, where it is defined: in an operation, or once for many.
 *
 * @param uses by the operations of the API, one at least
 */
record ErrorResponse(OpenApiObject definition, List<Use> uses) {

  ErrorResponse {
    uses = List.copyOf(uses);
  }

  /**
   * An operation that answers so.
   *
   * @param status as written: {@code 404}, {@code 4XX} or {@code default}
   */
  record Use(OpenApiObject operation, String status) {}

  /** Those that some operation uses, in the order of the text. */
  static List<ErrorResponse> of(OpenApiDescription api, List<Answers> answers) {
    IdentityHashMap<Mapping, List<Use>> uses = new IdentityHashMap<>();
    for (Answers each : answers) {
      for (Entry entry : each.responses().entries()) {
        if (entry.key() instanceof Scalar key && each.isError(key.text())) {
          Optional<Mapping> response = api.resolve(entry.value());
          if (response.isPresent()) {
            uses.computeIfAbsent(response.get(), node -> new ArrayList<>())
                .add(new Use(each.operation(), key.text()));
          }
        }
      }
    }
    List<ErrorResponse> all = new ArrayList<>();
    for (OpenApiObject object : api.objects(ObjectKind.RESPONSE)) {
      List<Use> own = uses.get(object.node());
      if (own != null) {
        all.add(new ErrorResponse(object, own));
      }
    }
    return all;
  }

  /** How often it is used under each status. */
  Map<String, Integer> statuses() {
    Map<String, Integer> statuses = new TreeMap<>();
    for (Use use : uses) {
      statuses.merge(use.status(), 1, Integer::sum);
    }
    return statuses;
  }

  /** Whether it is used under a status and no other. */
  boolean isOnly(String status) {
    for (Use use : uses) {
      if (!use.status().equals(status)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has a body in some operation: what answers {@code head} has none. */
  boolean hasBody() {
    for (Use use : uses) {
      if (!use.operation().name().equalsIgnoreCase("head")) {
        return true;
      }
    }
    return false;
  }
}
