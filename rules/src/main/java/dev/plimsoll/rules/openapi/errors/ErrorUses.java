package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The bodies of the responses of an API's operations; what its callers answer is not its own. */
final class ErrorUses {

  private final OpenApiDescription api;
  private final Map<String, Optional<Mapping>> resolved = new HashMap<>();
  private final List<ErrorUse> errors = new ArrayList<>();
  private final List<YamlNode> successes = new ArrayList<>();

  private ErrorUses(OpenApiDescription api) {
    this.api = api;
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.OPERATION && isOfApi(object)) {
        operation(object);
      }
    }
  }

  static ErrorUses of(OpenApiDescription api) {
    return new ErrorUses(api);
  }

  /** Those of errors, in the order of the text. */
  List<ErrorUse> errors() {
    return errors;
  }

  /** The schemas of successes. */
  List<YamlNode> successes() {
    return successes;
  }

  private static boolean isOfApi(OpenApiObject operation) {
    Optional<OpenApiObject> item = operation.parent();
    return item.isPresent()
        && (item.get().parent().isEmpty()
            || item.get().parent().get().kind() == ObjectKind.PATHS
            || item.get().parent().get().kind() == ObjectKind.COMPONENTS);
  }

  private void operation(OpenApiObject operation) {
    List<Entry> responses = ErrorSchemas.named(operation.find("responses"));
    boolean succeeds = false;
    for (Entry entry : responses) {
      succeeds |= isSuccess(((Scalar) entry.key()).text());
    }
    for (Entry entry : responses) {
      Scalar status = (Scalar) entry.key();
      Optional<Mapping> response = resolve(entry.value());
      if (response.isPresent()) {
        if (isError(status.text()) || (succeeds && status.text().equals("default"))) {
          error(operation, status, response.get());
        } else if (!isOfClass(status.text(), "13")) {
          success(response.get());
        }
      }
    }
  }

  private void error(OpenApiObject operation, Scalar status, Mapping response) {
    Optional<YamlNode> schema = response.find("schema");
    if (schema.isPresent()) {
      errors.add(new ErrorUse(operation, status, response, Optional.empty(), schema.get()));
    }
    for (Entry media : ErrorSchemas.named(response.find("content"))) {
      Scalar type = (Scalar) media.key();
      if (media.value() instanceof Mapping body && body.find("schema").isPresent()) {
        YamlNode node = body.find("schema").get();
        errors.add(new ErrorUse(operation, status, response, Optional.of(type), node));
      }
    }
  }

  private void success(Mapping response) {
    Optional<YamlNode> schema = response.find("schema");
    if (schema.isPresent()) {
      successes.add(schema.get());
    }
    for (Entry media : ErrorSchemas.named(response.find("content"))) {
      if (media.value() instanceof Mapping body && body.find("schema").isPresent()) {
        successes.add(body.find("schema").get());
      }
    }
  }

  private Optional<Mapping> resolve(YamlNode response) {
    if (!(response instanceof Mapping mapping)
        || mapping.find("$ref").isEmpty()
        || !(mapping.find("$ref").get() instanceof Scalar target)) {
      return api.resolve(response);
    }
    String key = api.file(target.slice()).name() + ' ' + target.text();
    return resolved.computeIfAbsent(key, unused -> api.resolve(response));
  }

  static boolean isError(String status) {
    return isOfClass(status, "45");
  }

  static boolean isSuccess(String status) {
    return isOfClass(status, "123");
  }

  private static boolean isOfClass(String status, String classes) {
    if (status.length() != 3 || classes.indexOf(status.charAt(0)) < 0) {
      return false;
    }
    String rest = status.substring(1).toUpperCase(Locale.ROOT);
    return rest.equals("XX")
        || (Character.isDigit(rest.charAt(0)) && Character.isDigit(rest.charAt(1)));
  }
}
