package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.SchemaShape;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Makes a property of schemas one that must be there. */
final class RequireProperty {

  private RequireProperty() {}

  /** Requires it in the part of each schema that defines it; nothing where one has none. */
  static Optional<Fix> in(
      List<YamlNode> schemas,
      String name,
      IdentityHashMap<Mapping, OpenApiObject> objects,
      OpenApiDescription api) {
    List<Edit> edits = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (YamlNode schema : schemas) {
      Optional<OpenApiObject> owner = owner(name, SchemaShape.of(schema, api), objects);
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      OpenApiFile file = api.file(owner.get());
      Anchor anchor = owner.get().anchor().child("required");
      ModelChange change = ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor);
      if (!changes.contains(change)) {
        edits.add(require(name, owner.get(), file));
        changes.add(change);
      }
    }
    Fix fix = Fix.unsafe("Require " + name, edits.toArray(new Edit[0]));
    for (ModelChange change : changes) {
      fix = fix.declaring(change);
    }
    return Optional.of(fix);
  }

  /** The part of a schema that defines the property. */
  private static Optional<OpenApiObject> owner(
      String name, SchemaShape shape, IdentityHashMap<Mapping, OpenApiObject> objects) {
    for (Mapping part : shape.parts()) {
      Optional<YamlNode> properties = part.find("properties");
      if (properties.isPresent()
          && properties.get() instanceof Mapping mapping
          && mapping.find(name).isPresent()) {
        return Optional.ofNullable(objects.get(part));
      }
    }
    return Optional.empty();
  }

  private static Edit require(String name, OpenApiObject owner, OpenApiFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Optional<YamlNode> required = owner.find("required");
    if (required.isPresent()) {
      return required.get() instanceof Sequence list
          ? edits.addItem(list, NewYaml.text(name))
          : new Edit.Impossible("required is no list");
    }
    NewYaml list = NewYaml.list(NewYaml.text(name));
    Optional<Entry> type = owner.node().entry("type");
    return type.isPresent()
        ? edits.addKeyAfter(owner.node(), type.get(), "required", list)
        : edits.addKey(owner.node(), "required", list);
  }
}
