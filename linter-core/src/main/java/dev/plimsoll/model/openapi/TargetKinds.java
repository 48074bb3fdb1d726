package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in other files, where references lead: by the pointer to it, or else by fields that
 * no other kind of object has.
 */
final class TargetKinds {

  private static final Set<String> TYPES =
      Set.of("object", "array", "string", "number", "integer", "boolean");

  private static final Set<String> PLACES =
      Set.of("query", "querystring", "header", "path", "cookie", "formData", "body");

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  private final OpenApiVersion version;
  private final FieldTable fields;

  TargetKinds(OpenApiVersion version, FieldTable fields) {
    this.version = version;
    this.fields = fields;
  }

  /**
   * The kind of a target.
   *
   * @return nothing where it is of the kind that is wanted, or may be
   */
  Optional<ObjectKind> other(Target target, ObjectKind wanted) {
    if (target.file().isEmpty()
        || target.node().isEmpty()
        || !(target.node().get() instanceof Mapping node)) {
      return Optional.empty();
    }
    Optional<ObjectKind> kind = byPointer(target.file().get(), target.fragment());
    if (kind.isEmpty() && node.find("$ref").isEmpty() && node.find("<<").isEmpty()) {
      kind = byFields(node, wanted);
    }
    return kind.isPresent() && kind.get() == wanted ? Optional.empty() : kind;
  }

  private Optional<ObjectKind> byPointer(OpenApiFile file, String fragment) {
    List<String> segments = Pointer.segments(fragment);
    if (file.version().isPresent()) {
      return file.version().get() == version ? kindAt(segments) : Optional.empty();
    }
    boolean isComponent = segments.size() > 2 && segments.get(0).equals("components");
    boolean isPath =
        segments.size() > 1 && segments.get(0).equals("paths") && segments.get(1).startsWith("/");
    return isComponent || isPath ? kindAt(segments) : Optional.empty();
  }

  /** Follows the fields that a pointer names from the root of a document. */
  private Optional<ObjectKind> kindAt(List<String> segments) {
    ObjectKind kind = ObjectKind.DOCUMENT;
    int at = 0;
    while (at < segments.size()) {
      String segment = segments.get(at);
      at++;
      switch (kind) {
        case PATHS, CALLBACK -> kind = ObjectKind.PATH_ITEM;
        case RESPONSES -> kind = ObjectKind.RESPONSE;
        default -> {
          Field field = fields.of(kind).get(segment);
          Optional<ObjectKind> below = field == null ? Optional.empty() : kind(field);
          boolean isOne = field == null || field.shape() == Field.Shape.ONE;
          if (below.isEmpty() || (!isOne && at == segments.size())) {
            return Optional.empty();
          }
          segment = isOne ? segment : segments.get(at);
          at += isOne ? 0 : 1;
          kind = below.get();
        }
      }
      if (segment.startsWith("x-") && kind != ObjectKind.SCHEMA) {
        return Optional.empty();
      }
    }
    return Optional.of(kind);
  }

  private static Optional<ObjectKind> kind(Field field) {
    return field.type().equals("schema-or-boolean")
        ? Optional.of(ObjectKind.SCHEMA)
        : field.object();
  }

  private Optional<ObjectKind> byFields(Mapping node, ObjectKind wanted) {
    boolean isJudged =
        switch (wanted) {
          case SCHEMA, RESPONSE, PARAMETER, HEADER, REQUEST_BODY, PATH_ITEM -> true;
          default -> false;
        };
    if (!isJudged) {
      return Optional.empty();
    }
    if (isParameter(node)) {
      return Optional.of(ObjectKind.PARAMETER);
    }
    if (isOperation(node)) {
      return Optional.of(ObjectKind.OPERATION);
    }
    if (wanted == ObjectKind.SCHEMA) {
      return isResponse(node) ? Optional.of(ObjectKind.RESPONSE) : Optional.empty();
    }
    return isSchema(node, wanted) ? Optional.of(ObjectKind.SCHEMA) : Optional.empty();
  }

  private static boolean isParameter(Mapping node) {
    return node.find("name").orElse(node) instanceof Scalar
        && node.find("in").orElse(node) instanceof Scalar in
        && PLACES.contains(in.text())
        && !text(node, "type").equals("apiKey");
  }

  private static boolean isOperation(Mapping node) {
    if (mapping(node, "responses").isEmpty()
        || node.find("properties").isPresent()
        || node.find("type").isPresent()) {
      return false;
    }
    for (String method : METHODS) {
      if (node.find(method).isPresent()) {
        return false;
      }
    }
    return true;
  }

  /** Whether it describes what a body holds by media types, as no schema does. */
  private static boolean isResponse(Mapping node) {
    Optional<Mapping> content = mapping(node, "content");
    if (content.isEmpty()
        || content.get().entries().isEmpty()
        || node.find("description").isEmpty()
        || node.find("type").isPresent()
        || node.find("required").isPresent()) {
      return false;
    }
    for (Entry entry : content.get().entries()) {
      if (!(entry.key() instanceof Scalar type) || type.text().indexOf('/') <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether it has what only schemas have; Swagger has types beside the names of parameters. */
  private boolean isSchema(Mapping node, ObjectKind wanted) {
    for (String field : List.of("name", "in", "schema", "content", "headers", "parameters")) {
      if (node.find(field).isPresent()) {
        return false;
      }
    }
    boolean isTyped =
        version == OpenApiVersion.V2_0
            && (wanted == ObjectKind.PARAMETER || wanted == ObjectKind.HEADER);
    return mapping(node, "properties").isPresent()
        || node.find("allOf").orElse(node) instanceof Sequence
        || (!isTyped && TYPES.contains(text(node, "type")));
  }

  private static Optional<Mapping> mapping(Mapping node, String field) {
    Optional<YamlNode> value = node.find(field);
    return value.isPresent() && value.get() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static String text(Mapping node, String field) {
    return node.find(field).orElse(node) instanceof Scalar scalar ? scalar.text() : "";
  }
}
