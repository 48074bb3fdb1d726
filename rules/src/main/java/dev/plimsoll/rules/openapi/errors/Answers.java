package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation of the API answers, all of which is known: no alias or merge key hides a part.
 *
 * @param responses as it is written
 * @param statuses its keys, without extensions
 * @param hasErrorDefault whether {@code default} is there and describes an error: where nothing
 *     else succeeds, it may be what describes the success
 */
record Answers(
    OpenApiObject operation, Mapping responses, Set<String> statuses, boolean hasErrorDefault) {

  private static final String DEFAULT = "default";

  /** Those of each operation under {@code paths}; callbacks and webhooks are others' servers. */
  static List<Answers> of(OpenApiDescription api) {
    List<Answers> all = new ArrayList<>();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (isServed(object)) {
        Optional<Answers> answers = of(object, api);
        if (answers.isPresent()) {
          all.add(answers.get());
        }
      }
    }
    return all;
  }

  private static boolean isServed(OpenApiObject operation) {
    Optional<OpenApiObject> paths = operation.within(ObjectKind.PATHS);
    return paths.isPresent() && operation.within(ObjectKind.CALLBACK).isEmpty();
  }

  private static Optional<Answers> of(OpenApiObject operation, OpenApiDescription api) {
    Optional<YamlNode> node = operation.find("responses");
    if (node.isEmpty()
        || !(node.get() instanceof Mapping responses)
        || operation.find("<<").isPresent()
        || api.file(operation).yaml().isCut(responses)) {
      return Optional.empty();
    }
    Set<String> statuses = new LinkedHashSet<>();
    for (Entry entry : responses.entries()) {
      if (!(entry.key() instanceof Scalar key)
          || key.text().equals("<<")
          || key.text().equals("$ref")) {
        return Optional.empty();
      }
      if (!key.text().startsWith("x-")) {
        statuses.add(key.text());
      }
    }
    return statuses.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Answers(operation, responses, statuses, isErrorDefault(responses, statuses, api)));
  }

  private static boolean isErrorDefault(
      Mapping responses, Set<String> statuses, OpenApiDescription api) {
    Optional<YamlNode> node = responses.find(DEFAULT);
    if (node.isEmpty()) {
      return false;
    }
    for (String status : statuses) {
      if (Statuses.isSuccess(status)) {
        return true;
      }
    }
    Optional<Mapping> response = api.resolve(node.get());
    return response.isEmpty()
        || Statuses.speaksOfFailure(target(node.get()))
        || Statuses.speaksOfFailure(text(response.get(), "description"))
        || isErrorBody(response.get(), api);
  }

  private static boolean isErrorBody(Mapping response, OpenApiDescription api) {
    for (Body body : Body.of(response, api)) {
      if (body.schema().isPresent() && Statuses.speaksOfFailure(target(body.schema().get()))) {
        return true;
      }
    }
    return false;
  }

  private static String target(YamlNode node) {
    String target = node instanceof Mapping mapping ? text(mapping, "$ref") : "";
    return target.substring(target.lastIndexOf('/') + 1);
  }

  private static String text(Mapping mapping, String key) {
    Optional<YamlNode> value = mapping.find(key);
    return value.isPresent() && value.get() instanceof Scalar scalar ? scalar.text() : "";
  }

  /** The method, in lower case. */
  String method() {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  /** Whether a key of its responses describes an error. */
  boolean isError(String status) {
    return status.equals(DEFAULT) ? hasErrorDefault : Statuses.isError(status);
  }

  /** Whether a status is described: itself, with its range, or with all errors. */
  boolean covers(String status) {
    return hasErrorDefault
        || statuses.contains(status)
        || statuses.contains(Statuses.range(status))
        || statuses.contains(Statuses.range(status).toLowerCase(Locale.ROOT));
  }

  /** Whether some status that begins with a digit is described, or the range of them. */
  boolean hasAnyOf(char hundred) {
    for (String status : statuses) {
      if (Statuses.isIn(hundred, status)) {
        return true;
      }
    }
    return false;
  }
}
