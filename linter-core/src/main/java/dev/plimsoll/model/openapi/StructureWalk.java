package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks a document once along the fields that its version knows: finds its objects where they are
 * defined, its references, and what is not made as the version says. Nothing is expanded.
 */
final class StructureWalk {

  private final OpenApiFile entry;
  private final OpenApiVersion version;
  private final ReachedNodes reached;
  private final FieldTable fields;
  private final TargetKinds kinds;
  private final List<OpenApiObject> objects = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private final List<StructureFault> faults = new ArrayList<>();

  private OpenApiFile file;

  /**
   * A walk that has not begun.
   *
   * @param files by name, to which those are added that are reached
   */
  StructureWalk(
      OpenApiFile entry,
      OpenApiVersion version,
      ReferenceResolver resolver,
      Map<String, OpenApiFile> files) {
    this.entry = entry;
    this.version = version;
    this.fields = FieldTable.of(version);
    this.kinds = new TargetKinds(version, fields);
    this.reached = new ReachedNodes(entry, resolver, files);
    this.file = entry;
  }

  List<OpenApiObject> objects() {
    return objects;
  }

  List<Reference> references() {
    return references;
  }

  List<StructureFault> faults() {
    return faults;
  }

  TargetKinds kinds() {
    return kinds;
  }

  /** Walks what stands below the root, and then what is reached in other files. */
  void document(Mapping root) {
    Slice key = root.entries().isEmpty() ? root.slice() : root.entries().get(0).key().slice();
    OpenApiObject document =
        new OpenApiObject(ObjectKind.DOCUMENT, root, key, "", Anchor.FILE, Optional.empty());
    object(document, Anchor.FILE);
    Optional<ReachedNodes.Reached> next = reached.next();
    while (next.isPresent()) {
      ReachedNodes.Reached at = next.get();
      file = at.file();
      one(at.node(), at.kind(), true, at.key(), at.name(), at.anchor(), at.base(), at.parent());
      next = reached.next();
    }
  }

  /**
   * Walks an object.
   *
   * @param base where it stands in its file
   */
  private void object(OpenApiObject object, Anchor base) {
    objects.add(object);
    switch (object.kind()) {
      case PATHS -> named(object, base, ObjectKind.PATH_ITEM, false);
      case CALLBACK -> named(object, base, ObjectKind.PATH_ITEM, version != OpenApiVersion.V3_0);
      case RESPONSES -> named(object, base, ObjectKind.RESPONSE, true);
      case SECURITY_REQUIREMENT -> requirement(object);
      default -> fields(object, base);
    }
  }

  private void named(OpenApiObject object, Anchor base, ObjectKind kind, boolean isReferable) {
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key && !key.text().startsWith("x-")) {
        Anchor below = child(base, key);
        one(entry.value(), kind, isReferable, key.slice(), key.text(), below, below, object);
      }
    }
  }

  private void requirement(OpenApiObject object) {
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key
          && !(entry.value() instanceof Sequence)
          && !(entry.value() instanceof Alias)) {
        wrongType(object, key.text(), entry.value(), "a list", child(object.anchor(), key));
      }
    }
  }

  private void fields(OpenApiObject object, Anchor base) {
    Map<String, Field> known = fields.of(object.kind());
    for (Entry entry : object.node().entries()) {
      if (entry.key() instanceof Scalar key) {
        Field field = known.get(key.text());
        if (field != null) {
          field(field, entry, object, child(base, key));
        } else if (isUnknown(key.text(), object)) {
          List<String> expected = new ArrayList<>(known.keySet());
          fault(
              StructureFault.Kind.UNKNOWN_FIELD,
              object,
              key.text(),
              key.slice(),
              child(base, key),
              expected);
        }
      }
    }
    if (object.find("<<").isEmpty() && !file.yaml().isCut(object.node())) {
      missing(object);
    }
  }

  /** JSON Schema 2020-12 takes unknown keywords for annotations; a bare example has no fields. */
  private boolean isUnknown(String key, OpenApiObject object) {
    return !key.startsWith("x-")
        && !key.equals("<<")
        && !(version.hasJsonSchema() && object.kind() == ObjectKind.SCHEMA)
        && !(object.kind() == ObjectKind.EXAMPLE && ExampleObject.isBare(object.node()));
  }

  private void missing(OpenApiObject object) {
    if (object.kind() == ObjectKind.DOCUMENT
        && version.hasJsonSchema()
        && object.find("paths").isEmpty()
        && object.find("webhooks").isEmpty()
        && object.find("components").isEmpty()) {
      missing(object, "paths, webhooks or components");
    }
    missing(object, fields.required(object.kind()));
    missing(object, ConditionalFields.of(object, version));
  }

  private void missing(OpenApiObject object, List<String> needed) {
    for (int i = 0; i < needed.size(); i++) { // without an iterator, for most need nothing
      if (object.find(needed.get(i)).isEmpty()) {
        missing(object, needed.get(i));
      }
    }
  }

  private void missing(OpenApiObject object, String field) {
    fault(
        StructureFault.Kind.MISSING_FIELD, object, field, object.key(), object.anchor(), List.of());
  }

  private void field(Field field, Entry entry, OpenApiObject object, Anchor anchor) {
    switch (field.shape()) {
      case ONE -> value(field, entry.value(), entry.key().slice(), field.name(), object, anchor);
      case LIST -> {
        if (entry.value() instanceof Sequence list) {
          for (YamlNode item : list.items()) {
            value(field, item, item.slice(), field.name(), object, anchor);
          }
        } else if (!(entry.value() instanceof Alias)) {
          wrongType(object, field.name(), entry.value(), "a list", anchor);
        }
      }
      case MAP -> {
        if (entry.value() instanceof Mapping map) {
          Optional<Scalar> target = target(map);
          if (target.isPresent()) {
            ObjectKind kind = field.object().orElse(ObjectKind.SCHEMA);
            references.add(new Reference(kind, map, target.get(), anchor, false));
            return; // for a bundler to put in its place
          }
          for (Entry each : map.entries()) {
            if (each.key() instanceof Scalar key && isName(key, field)) {
              value(field, each.value(), key.slice(), key.text(), object, child(anchor, key));
            }
          }
        } else if (!(entry.value() instanceof Alias)) {
          wrongType(object, field.name(), entry.value(), "a mapping", anchor);
        }
      }
    }
  }

  /** A property may be called {@code x-...}; anywhere else that is an extension. */
  private static boolean isName(Scalar key, Field field) {
    return !key.text().equals("<<")
        && (field.name().equals("properties") || !key.text().startsWith("x-"));
  }

  private void value(
      Field field, YamlNode node, Slice key, String name, OpenApiObject object, Anchor anchor) {
    if (node instanceof Alias) {
      return; // what it stands for is seen where it is written
    }
    if (field.object().isPresent()) {
      one(node, field.object().get(), field.isReferable(), key, name, anchor, anchor, object);
      return;
    }
    if (field.type().equals("schema-or-boolean")) {
      if (!(node instanceof Scalar scalar && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN)) {
        one(node, ObjectKind.SCHEMA, true, key, name, anchor, anchor, object);
      }
      return;
    }
    Optional<String> expected = ScalarTypes.mismatch(field.type(), node);
    Optional<Scalar> target = node instanceof Mapping mapping ? target(mapping) : Optional.empty();
    if (target.isPresent()) {
      if (expected.isPresent()) { // for a bundler to put in its place
        Mapping mapping = (Mapping) node;
        references.add(new Reference(object.kind(), mapping, target.get(), anchor, false));
      }
      return;
    }
    if (expected.isPresent()) {
      wrongType(object, field.name(), node, expected.get(), anchor);
    } else if (!field.words().isEmpty()
        && node instanceof Scalar word
        && !field.words().contains(word.text())) {
      fault(
          StructureFault.Kind.INVALID_VALUE,
          object,
          field.name(),
          word.slice(),
          anchor,
          field.words());
    }
  }

  private void one(
      YamlNode node,
      ObjectKind kind,
      boolean isReferable,
      Slice key,
      String name,
      Anchor anchor,
      Anchor base,
      OpenApiObject parent) {
    if (node instanceof Mapping mapping) {
      if (file != entry && !reached.isNew(mapping)) {
        return;
      }
      boolean mayRefer = isReferable || kind == ObjectKind.PATH_ITEM || kind == ObjectKind.SCHEMA;
      Optional<Scalar> reference = target(mapping);
      Optional<Target> away =
          reference.isPresent() ? reached.away(reference.get(), file) : Optional.empty();
      if (reference.isPresent()) {
        references.add(new Reference(kind, mapping, reference.get(), base, mayRefer));
      }
      OpenApiObject object =
          new OpenApiObject(kind, mapping, key, name, anchor, Optional.of(parent));
      boolean isAlone = mapping.entries().size() == 1;
      if (reference.isEmpty() || (hasSiblings(kind) && !(away.isPresent() && isAlone))) {
        object(object, base);
      }
      if (away.isPresent()) {
        away(away.get(), object, isAlone ? parent : object);
      }
    } else if (!(node instanceof Alias) && !isBooleanSchema(node, kind)) {
      wrongType(parent, name, node, "a mapping", anchor);
    }
  }

  private void away(Target target, OpenApiObject object, OpenApiObject parent) {
    if (kinds.other(target, object.kind()).isPresent()) {
      return; // the reference is wrong, and not each field of what it leads to
    }
    switch (object.kind()) {
      case PATH_ITEM -> reached.path(target, object.key(), object.name(), object.anchor(), parent);
      case OPERATION -> reached.operation(target, object.name(), parent);
      default -> reached.component(target, object.kind(), objects.get(0));
    }
  }

  private static Optional<Scalar> target(Mapping mapping) {
    Optional<YamlNode> target = mapping.find("$ref");
    return target.isPresent() && target.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** Whether what stands beside a reference to it counts. */
  private boolean hasSiblings(ObjectKind kind) {
    return kind == ObjectKind.PATH_ITEM || (kind == ObjectKind.SCHEMA && version.hasJsonSchema());
  }

  private boolean isBooleanSchema(YamlNode node, ObjectKind kind) {
    return kind == ObjectKind.SCHEMA
        && version.hasJsonSchema()
        && node instanceof Scalar scalar
        && CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN;
  }

  private void wrongType(
      OpenApiObject object, String field, YamlNode value, String expected, Anchor anchor) {
    String actual = value instanceof Scalar scalar ? CoreSchema.type(scalar).label() : value.kind();
    faults.add(
        new StructureFault(
            StructureFault.Kind.WRONG_TYPE,
            object.kind(),
            object.label(),
            field,
            value.slice(),
            anchor,
            List.of(expected),
            actual));
  }

  private void fault(
      StructureFault.Kind kind,
      OpenApiObject object,
      String field,
      Slice place,
      Anchor anchor,
      List<String> expected) {
    faults.add(
        new StructureFault(
            kind, object.kind(), object.label(), field, place, anchor, expected, ""));
  }

  private static Anchor child(Anchor anchor, Scalar key) {
    return anchor.child(key.text().replace('/', '|'));
  }
}
