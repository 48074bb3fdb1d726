package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The responses that the entry document keeps under names, and which of them an error has. */
final class SharedResponses {

  /** A response, with its uses. */
  private record Shared(OpenApiObject object, Map<String, Integer> statuses) {

    Optional<StandardError> named() {
      return StandardError.named(object.name());
    }

    int uses(String status) {
      return statuses.getOrDefault(status, 0);
    }
  }

  private final List<Shared> all = new ArrayList<>();
  private final boolean isSnakeCase;

  SharedResponses(OpenApiDescription api, List<ErrorResponse> errors) {
    Set<OpenApiObject> used = new HashSet<>();
    for (ErrorResponse error : errors) {
      used.add(error.definition());
      add(error.definition(), error.statuses(), api);
    }
    int snakes = 0;
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.RESPONSE && isNamed(object, api)) {
        snakes += object.name().equals(object.name().toLowerCase(Locale.ROOT)) ? 1 : -1;
        if (!used.contains(object) && !Body.of(object.node(), api).isEmpty()) {
          add(object, Map.of(), api);
        }
      }
    }
    this.isSnakeCase = snakes > 0;
  }

  private void add(OpenApiObject object, Map<String, Integer> statuses, OpenApiDescription api) {
    if (isNamed(object, api)) {
      all.add(new Shared(object, statuses));
    }
  }

  private static boolean isNamed(OpenApiObject object, OpenApiDescription api) {
    boolean isSection =
        object.parent().isPresent()
            && (object.parent().get().kind() == ObjectKind.COMPONENTS
                || object.parent().get().kind() == ObjectKind.DOCUMENT);
    return isSection && api.file(object) == api.entry() && Pointer.isPlain(object.name());
  }

  /** A reference to what operations answer an error with; nothing where there is none for it. */
  Optional<String> find(StandardError error) {
    Optional<Shared> best = Optional.empty();
    for (Shared each : all) {
      int uses = each.uses(error.status());
      boolean isOther = each.named().isPresent() && each.named().get() != error;
      if (uses > 0 && !isOther && (best.isEmpty() || uses > best.get().uses(error.status()))) {
        best = Optional.of(each);
      }
    }
    for (Shared each : all) {
      if (best.isEmpty() && each.named().isPresent() && each.named().get() == error) {
        best = Optional.of(each);
      }
    }
    for (Shared each : all) {
      if (best.isEmpty() && isForAny(each)) {
        best = Optional.of(each);
      }
    }
    return best.isEmpty()
        ? Optional.empty()
        : Optional.of("#/" + best.get().object().anchor().address());
  }

  /** Whether it is used for errors of several kinds, and called by none. */
  private static boolean isForAny(Shared response) {
    Optional<StandardError> named = response.named();
    return response.statuses().size() > 1
        && (named.isEmpty() || named.get() == StandardError.DEFAULT);
  }

  /** How a new one for an error is called, in the manner of those that are there. */
  String name(StandardError error) {
    return isSnakeCase
        ? error.component().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT)
        : error.component();
  }
}
