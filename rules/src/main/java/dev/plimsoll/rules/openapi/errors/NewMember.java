package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fix that adds a member to schemas of errors which are alike: to all of them, or to none. */
final class NewMember {

  private static final int DEEPEST = 8;
  private static final List<String> WRAPPERS =
      List.of("error", "errors", "fault", "problem", "Error", "Errors");

  /** What a schema that gets better may be asked for only then. */
  static final List<String> RAISED =
      List.of(
          "openapi/error-code-unconstrained",
          "openapi/error-media-type-mismatch",
          "openapi/error-response-not-problem-json",
          "openapi/error-schema-framework-default",
          "openapi/error-schema-without-code",
          "openapi/error-schema-without-details",
          "openapi/error-schema-without-message",
          "openapi/error-schemas-inconsistent",
          "openapi/unused-component");

  private final OpenApiDescription api;
  private final ErrorShape shape;
  private final IdentityHashMap<Mapping, Boolean> owners = new IdentityHashMap<>();
  private boolean isPossible = true;

  /**
   * @param alike that have members; it goes into what wraps the error where that has its text
   */
  NewMember(Alike alike, OpenApiDescription api) {
    this.api = api;
    Optional<String> wrapper = wrapper(alike.first().shape());
    this.shape = wrapper.isEmpty() ? alike.first().shape() : inner(alike.first(), wrapper.get());
    for (ErrorSchema schema : alike.schemas()) {
      Optional<Mapping> owner =
          wrapper.isEmpty()
              ? owner(schema.object().node(), 0)
              : owner(schema.shape().schema(wrapper.get()), 0);
      isPossible &= owner.isPresent();
      if (owner.isPresent()) {
        owners.put(owner.get(), true);
      }
    }
  }

  /** The members among which it goes. */
  ErrorShape shape() {
    return shape;
  }

  /** Adds one, by a name that none of the others has. */
  Optional<Fix> adding(Optional<String> name, NewYaml schema) {
    if (name.isEmpty() || !isPossible || shape.has(name.get())) {
      return Optional.empty();
    }
    return addingAll(List.of(name.get()), unused -> schema);
  }

  /** Adds several, by names that none of the others has. */
  Optional<Fix> addingAll(List<String> names, Function<String, NewYaml> schemas) {
    List<Edit> edits = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (owners.containsKey(object.node())) {
        OpenApiFile file = api.file(object);
        YamlEdits own = YamlEdits.of(file.yaml(), file.source());
        Mapping properties = (Mapping) object.find("properties").orElseThrow();
        for (String name : names) {
          edits.add(own.addKey(properties, name, schemas.apply(name)));
          Anchor anchor = object.anchor().child("properties").child(name);
          changes.add(ModelChange.of(ModelChange.Kind.ADD, file.name(), anchor));
        }
      }
    }
    if (!isPossible || edits.isEmpty() || edits.size() < owners.size() * names.size()) {
      return Optional.empty();
    }
    String title = "Add " + String.join(", ", names);
    return Optional.of(new Fix(title, Safety.UNSAFE, edits, List.of(), changes, RAISED));
  }

  private static Optional<String> wrapper(ErrorShape shape) {
    for (String name : WRAPPERS) {
      ErrorShape member = shape.of(name);
      if (shape.has(name) && (member.isObject() || member.items().isObject())) {
        return hasOwnText(shape, name) ? Optional.empty() : Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean hasOwnText(ErrorShape shape, String wrapper) {
    for (String name : shape.names()) {
      if (!name.equals(wrapper) && ErrorMembers.isText(ErrorMembers.plain(name), shape.of(name))) {
        return true;
      }
    }
    return false;
  }

  private static ErrorShape inner(ErrorSchema schema, String wrapper) {
    ErrorShape member = schema.shape().of(wrapper);
    return member.isObject() ? member : member.items();
  }

  /** The schema with the properties, of a composition the last one that is written in it. */
  private Optional<Mapping> owner(YamlNode node, int depth) {
    Optional<Mapping> schema = api.resolve(node);
    if (schema.isEmpty() || depth > DEEPEST) {
      return Optional.empty();
    }
    if (schema.get().find("properties").isPresent()) {
      return schema.get().find("properties").get() instanceof Mapping ? schema : Optional.empty();
    }
    if (schema.get().find("items").isPresent()) {
      return owner(schema.get().find("items").get(), depth + 1);
    }
    Optional<Mapping> last = Optional.empty();
    List<YamlNode> parts = ErrorSchemas.list(schema.get(), "allOf");
    for (YamlNode part : parts) {
      boolean isOwn = part instanceof Mapping own && own.find("$ref").isEmpty();
      Optional<Mapping> found =
          isOwn || parts.size() == 1 ? owner(part, depth + 1) : Optional.empty();
      last = found.isPresent() ? found : last;
    }
    return last;
  }
}
