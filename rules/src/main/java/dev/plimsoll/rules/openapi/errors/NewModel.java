package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fix of schemas that say nothing of an error: where they are written out they refer to the
 * schema that the API has for its errors; else they get a code and a message.
 */
final class NewModel {

  private static final Set<String> KEPT = Set.of("description", "title");

  private final OpenApiDescription api;
  private final Optional<ErrorModel> model;

  NewModel(OpenApiDescription api) {
    this.api = api;
    this.model = ErrorModel.find(api).model();
  }

  Optional<ErrorModel> model() {
    return model;
  }

  /** The fix of schemas that are alike: all of them, or none. */
  Optional<Fix> fix(Alike alike) {
    List<Edit> edits = new ArrayList<>();
    boolean isReferring = model.isPresent();
    for (ErrorSchema schema : alike.schemas()) {
      isReferring &= !schema.isShared() && api.file(schema.object()) == api.entry();
    }
    for (ErrorSchema schema : alike.schemas()) {
      List<Edit> own = isReferring ? referring(schema.object().node()) : naming(schema.object());
      if (own.isEmpty()) {
        return Optional.empty();
      }
      edits.addAll(own);
    }
    String title =
        isReferring ? "Refer to " + name(model.orElseThrow()) : "Name a code and a message";
    Fix fix = new Fix(title, Safety.UNSAFE, edits, List.of(), List.of(), NewMember.RAISED);
    for (ErrorSchema schema : alike.schemas()) {
      fix = declared(fix, schema.object(), isReferring ? "$ref" : "properties");
    }
    return Optional.of(fix);
  }

  /** The same that declares all keys of a schema, and a new one. */
  private Fix declared(Fix fix, OpenApiObject schema, String added) {
    boolean isReferring = added.equals("$ref");
    String file = api.file(schema).name();
    Fix declared =
        fix.declaring(ModelChange.of(ModelChange.Kind.ADD, file, schema.anchor().child(added)));
    ModelChange.Kind kind = isReferring ? ModelChange.Kind.REMOVE : ModelChange.Kind.CHANGE;
    for (Entry entry : schema.node().entries()) {
      if (entry.key() instanceof Scalar key) {
        declared =
            declared.declaring(ModelChange.of(kind, file, schema.anchor().child(key.text())));
      }
    }
    return declared;
  }

  private static String name(ErrorModel model) {
    return model.reference().substring(model.reference().lastIndexOf('/') + 1);
  }

  /**
   * Makes the only body of a response JSON with the model; nothing where there is none, or an
   * example would have to change with it.
   */
  Optional<Fix> json(ErrorResponse response, Body body) {
    OpenApiObject definition = response.definition();
    Optional<YamlNode> content = definition.find("content");
    if (model.isEmpty()
        || api.file(definition) != api.entry()
        || body.node().entries().size() != 1
        || content.isEmpty()
        || !(content.get() instanceof Mapping mapping)
        || mapping.entries().size() != 1
        || !(body.schema().orElse(mapping) instanceof Mapping schema)) {
      return Optional.empty();
    }
    String type = model.get().mediaType();
    List<Edit> edits = new ArrayList<>(referring(schema));
    edits.add(edits(definition).renameKey(mapping, mapping.entries().get(0), type));
    Anchor around = definition.anchor().child("content");
    String file = api.file(definition).name();
    String old = ((Scalar) mapping.entries().get(0).key()).text().replace('/', '|');
    String title = "Answer " + type + " of " + name(model.get());
    Fix fix = new Fix(title, Safety.UNSAFE, edits, List.of(), List.of(), NewMember.RAISED);
    return edits.size() == 1
        ? Optional.empty()
        : Optional.of(
            fix.declaring(ModelChange.of(ModelChange.Kind.REMOVE, file, around.child(old)))
                .declaring(
                    ModelChange.of(
                        ModelChange.Kind.ADD, file, around.child(type.replace('/', '|')))));
  }

  /** Makes a schema that is written out a reference. */
  private List<Edit> referring(Mapping node) {
    YamlEdits edits = YamlEdits.of(api.entry().yaml(), api.entry().source());
    NewYaml target = NewYaml.text(model.orElseThrow().reference());
    if (node.entries().isEmpty()) {
      return List.of(edits.addKey(node, "$ref", target));
    }
    Entry first = node.entries().get(0);
    if (!(first.value() instanceof Scalar)) {
      return List.of();
    }
    List<Edit> found = new ArrayList<>();
    found.add(edits.renameKey(node, first, "$ref"));
    found.add(edits.replaceValue(first, target));
    for (Entry entry : node.entries().subList(1, node.entries().size())) {
      found.add(edits.removeEntry(node, entry));
    }
    return found;
  }

  /** Names a code and a message in a schema that has nothing but its type. */
  private List<Edit> naming(OpenApiObject schema) {
    Mapping node = schema.node();
    YamlEdits edits = edits(schema);
    List<Edit> found = new ArrayList<>();
    for (Entry entry : node.entries()) {
      String key = entry.key() instanceof Scalar scalar ? scalar.text() : "";
      boolean isObject = entry.value() instanceof Scalar type && type.text().equals("object");
      if (key.equals("type") && !isObject) {
        found.add(edits.replaceValue(entry, NewYaml.text("object")));
      } else if (!key.equals("type")
          && !KEPT.contains(key)
          && !key.equals("additionalProperties")) {
        return List.of();
      }
    }
    found.add(
        edits.addKey(
            node,
            "properties",
            NewYaml.mapping(
                NewYaml.pair("code", NewCode.schema()),
                NewYaml.pair(
                    "message", NewYaml.mapping(NewYaml.pair("type", NewYaml.text("string")))))));
    return found;
  }

  private YamlEdits edits(OpenApiObject schema) {
    OpenApiFile file = api.file(schema);
    return YamlEdits.of(file.yaml(), file.source());
  }
}
