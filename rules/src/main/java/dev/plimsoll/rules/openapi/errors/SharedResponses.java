package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The responses that operations of a file refer to, or may, and which of them an error has. */
final class SharedResponses {

  /**
   * What a file refers to.
   *
   * @param reference as it is written there
   * @param statuses how often for each
   */
  private record Shared(String reference, Map<String, Integer> statuses) {

    /** The name of it, or that of the file which is all of it. */
    String name() {
      String name = reference.substring(reference.lastIndexOf('/') + 1);
      int dot = name.indexOf('.');
      return dot < 0 ? name : name.substring(0, dot);
    }

    Optional<StandardError> named() {
      return StandardError.named(name());
    }

    int uses(StandardError error) {
      return statuses.getOrDefault(error.status(), 0);
    }

    /** Whether it is used for errors of several kinds, and called by none. */
    boolean isForAny() {
      return statuses.size() > 1 && (named().isEmpty() || named().get() == StandardError.DEFAULT);
    }
  }

  private final Map<OpenApiFile, Map<String, Shared>> files = new HashMap<>();
  private final Map<OpenApiFile, Map<StandardError, Optional<String>>> found =
      new ConcurrentHashMap<>();
  private final boolean isSnakeCase;

  SharedResponses(OpenApiDescription api, List<Answers> answers) {
    for (Answers each : answers) {
      add(each, in(api.file(each.operation())));
    }
    int snakes = 0;
    for (OpenApiObject object : api.objects(ObjectKind.RESPONSE)) {
      if (isNamed(object, api)) {
        snakes += snakeCase(object.name());
        String reference = "#/" + object.anchor().address();
        if (!Body.of(object.node(), api).isEmpty()) {
          in(api.entry()).putIfAbsent(reference, new Shared(reference, Map.of()));
        }
      }
    }
    this.isSnakeCase = snakes > 0;
  }

  private Map<String, Shared> in(OpenApiFile file) {
    return files.computeIfAbsent(file, each -> new LinkedHashMap<>());
  }

  private static void add(Answers answers, Map<String, Shared> known) {
    for (Entry entry : answers.responses().entries()) {
      String reference = ErrorModel.reference(entry.value());
      if (!reference.isEmpty()
          && entry.key() instanceof Scalar key
          && answers.isError(key.text())) {
        known
            .computeIfAbsent(reference, each -> new Shared(each, new HashMap<>()))
            .statuses()
            .merge(key.text(), 1, Integer::sum);
      }
    }
  }

  /** Whether a response stands in the entry document under a name that references can have. */
  static boolean isNamed(OpenApiObject object, OpenApiDescription api) {
    boolean isSection =
        object.parent().isPresent()
            && (object.parent().get().kind() == ObjectKind.COMPONENTS
                || object.parent().get().kind() == ObjectKind.DOCUMENT);
    return isSection && api.file(object) == api.entry() && Pointer.isPlain(object.name());
  }

  /** A reference to what operations of a file answer an error with; nothing where none is. */
  Optional<String> find(StandardError error, OpenApiFile file) {
    return found
        .computeIfAbsent(file, each -> new ConcurrentHashMap<>())
        .computeIfAbsent(error, each -> search(each, file));
  }

  private Optional<String> search(StandardError error, OpenApiFile file) {
    Optional<Shared> best = Optional.empty();
    Iterable<Shared> all = files.getOrDefault(file, Map.of()).values();
    for (Shared each : all) {
      boolean isOther = each.named().isPresent() && each.named().get() != error;
      int most = best.isPresent() ? best.get().uses(error) : 0;
      if (each.uses(error) > most && !isOther) {
        best = Optional.of(each);
      }
    }
    for (Shared each : all) {
      if (best.isEmpty() && each.named().isPresent() && each.named().get() == error) {
        best = Optional.of(each);
      }
    }
    for (Shared each : all) {
      if (best.isEmpty() && each.isForAny()) {
        best = Optional.of(each);
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best.get().reference());
  }

  /** Above zero for a name of small letters, below for one with capitals. */
  private static int snakeCase(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.equals(name.toUpperCase(Locale.ROOT)) ? 0 : small.equals(name) ? 1 : -1;
  }

  /** How a new one for an error is called, in the manner of those that are there. */
  String name(StandardError error) {
    return isSnakeCase
        ? error.component().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT)
        : error.component();
  }
}
