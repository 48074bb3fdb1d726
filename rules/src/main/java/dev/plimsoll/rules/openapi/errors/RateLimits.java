package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether an API tells that it answers but so many requests.
 *
 * @param reason as a message says it behind "although"; empty where it tells nothing
 * @param place where it tells it
 */
record RateLimits(String reason, Optional<Slice> place) {

  private static final String STATUS = "429";

  /** By a header about limits in any response, or by 429 in at least half of the operations. */
  static RateLimits of(OpenApiDescription api, List<Answers> answers) {
    for (OpenApiObject response : api.objects(ObjectKind.RESPONSE)) {
      Optional<YamlNode> headers = response.find("headers");
      if (headers.isPresent() && headers.get() instanceof Mapping mapping) {
        for (Entry entry : mapping.entries()) {
          if (entry.key() instanceof Scalar name && isLimit(name.text())) {
            return new RateLimits(
                "the header " + name.text() + " tells of limits", Optional.of(name.slice()));
          }
        }
      }
    }
    int limited = 0;
    for (Answers each : answers) {
      limited += each.statuses().contains(STATUS) ? 1 : 0;
    }
    return limited > 0 && limited * 2 >= answers.size()
        ? new RateLimits("most other operations answer with it", Optional.empty())
        : new RateLimits("", Optional.empty());
  }

  /** Whether a header tells how many requests are left, or may be made. */
  static boolean isLimit(String header) {
    String plain = header.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return plain.startsWith("ratelimit") || plain.startsWith("xratelimit");
  }

  boolean isTold() {
    return !reason.isEmpty();
  }
}
