package dev.plimsoll.rules.openapi.schemas;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a schema take null, in the way of its version; collects edits until they are a fix. */
final class NullFix {

  private final OpenApiObject schema;
  private final OpenApiFile file;
  private final YamlEdits yaml;
  private final List<Edit> edits = new ArrayList<>();
  private final List<ModelChange> changes = new ArrayList<>();

  NullFix(OpenApiObject schema, OpenApiDescription api) {
    this.schema = schema;
    this.file = api.file(schema);
    this.yaml = YamlEdits.of(file.yaml(), file.source());
  }

  /** The fix of all that was asked for. */
  Fix fix(String title) {
    Fix fix = Fix.unsafe(title, edits.toArray(new Edit[0]));
    for (ModelChange change : changes) {
      fix = fix.declaring(change);
    }
    return fix;
  }

  /** Takes a keyword away. */
  void remove(Entry entry, String keyword) {
    edits.add(yaml.removeEntry(schema.node(), entry));
    declare(ModelChange.Kind.REMOVE, keyword);
  }

  /**
   * Adds null to the one type or the types of it.
   *
   * @return whether it names types
   */
  boolean addToType(OpenApiVersion version) {
    Optional<Entry> type = schema.node().entry("type");
    List<String> types = Keywords.types(schema.node());
    if (type.isEmpty() || types.isEmpty() || version == OpenApiVersion.V2_0) {
      return false;
    }
    if (types.contains("null")) {
      return true;
    }
    if (version == OpenApiVersion.V3_0) {
      edits.add(yaml.addKeyAfter(schema.node(), type.get(), "nullable", NewYaml.plain("true")));
      declare(ModelChange.Kind.ADD, "nullable");
    } else if (type.get().value() instanceof Sequence list) {
      edits.add(yaml.addItem(list, NewYaml.text("null")));
      declare(ModelChange.Kind.ADD, "type");
    } else {
      NewYaml both = NewYaml.list(NewYaml.text(types.get(0)), NewYaml.text("null"));
      edits.add(Edit.replace(type.get().value().slice(), both.inline(file.isJson())));
      declare(ModelChange.Kind.CHANGE, "type");
      declare(ModelChange.Kind.ADD, "type");
    }
    return true;
  }

  /** Adds null to its enum, where it has one without. */
  void addToEnum() {
    Optional<YamlNode> values = schema.find("enum");
    if (values.isPresent() && values.get() instanceof Sequence list && !hasNull(list)) {
      edits.add(yaml.addItem(list, NewYaml.plain("null")));
      declare(ModelChange.Kind.ADD, "enum");
    }
  }

  /** Adds a member that takes null to a composition that takes any of its members. */
  void addMember(Sequence members, String keyword) {
    NewYaml member = NewYaml.mapping(NewYaml.pair("type", NewYaml.text("null")));
    edits.add(yaml.addItem(members, member));
    declare(ModelChange.Kind.ADD, keyword);
  }

  private void declare(ModelChange.Kind kind, String keyword) {
    Anchor anchor = schema.anchor().child(keyword);
    changes.add(ModelChange.of(kind, file.name(), anchor));
  }

  /** Whether null is among some values. */
  static boolean hasNull(Sequence values) {
    for (YamlNode value : values.items()) {
      if (!(value instanceof Scalar scalar) || CoreSchema.type(scalar) == CoreSchema.Type.NULL) {
        return true;
      }
    }
    return false;
  }
}
