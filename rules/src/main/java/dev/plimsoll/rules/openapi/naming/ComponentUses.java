package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the components of the entry document are named. */
final class ComponentUses {

  /** Of an address such as {@code #/components/schemas/Order}. */
  private static final int SEGMENTS = 3;

  private final OpenApiDescription api;
  private final Map<List<String>, List<Use>> uses = new HashMap<>();
  private final Set<List<String>> fromElsewhere = new HashSet<>();
  private final Set<String> heirs = new HashSet<>();
  private boolean hasDiscriminators;

  /**
   * A text that names a component.
   *
   * @param before what stands in it before the name
   * @param after what stands in it behind the name
   * @param isKey whether it is the key of a mapping
   */
  record Use(Scalar text, String before, String after, Anchor anchor, boolean isKey) {}

  ComponentUses(OpenApiDescription api) {
    this.api = api;
    for (Reference reference : api.references()) {
      refer(reference.target(), reference.anchor());
    }
    for (OpenApiObject requirement : api.objects(ObjectKind.SECURITY_REQUIREMENT)) {
      require(requirement);
    }
    for (OpenApiObject discriminator : api.objects(ObjectKind.DISCRIMINATOR)) {
      discriminate(discriminator);
    }
    for (OpenApiObject schema : api.objects(ObjectKind.SCHEMA)) {
      if (schema.find("allOf").isPresent()) {
        heirs.add(schema.name());
      }
    }
  }

  private void require(OpenApiObject requirement) {
    for (YamlNode.Entry entry : requirement.node().entries()) {
      if (entry.key() instanceof Scalar scheme) {
        Anchor anchor = requirement.anchor().child(scheme.text().replace('/', '|'));
        name("securitySchemes", scheme, anchor, true);
      }
    }
  }

  private void discriminate(OpenApiObject discriminator) {
    hasDiscriminators = true;
    Optional<YamlNode> values = discriminator.find("mapping");
    if (values.isPresent() && values.get() instanceof Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key() instanceof Scalar key && entry.value() instanceof Scalar value) {
          Anchor anchor = discriminator.anchor().child("mapping").child(key.text());
          if (value.text().indexOf('#') >= 0) {
            refer(value, anchor);
          } else {
            name("schemas", value, anchor, false);
          }
        }
      }
    }
  }

  private void name(String section, Scalar name, Anchor anchor, boolean isKey) {
    add(List.of(section, name.text()), new Use(name, "", "", anchor, isKey));
  }

  private void refer(Scalar reference, Anchor anchor) {
    String text = reference.text();
    int at = text.indexOf("#/components/");
    List<String> address = at < 0 ? List.of() : Pointer.segments(text.substring(at + 1));
    if (address.size() < SEGMENTS) {
      return;
    }
    int start = at + 1;
    for (int i = 0; i < SEGMENTS; i++) {
      start = text.indexOf('/', start) + 1;
    }
    int end = text.indexOf('/', start) < 0 ? text.length() : text.indexOf('/', start);
    Use use = new Use(reference, text.substring(0, start), text.substring(end), anchor, false);
    add(address.subList(1, SEGMENTS), use);
  }

  private void add(List<String> component, Use use) {
    boolean isHere = use.text().slice().place().file().equals(api.entry().name());
    if (!isHere || use.before().indexOf('#') > 0) {
      fromElsewhere.add(component); // or by the file's own name, which comes to the same
    }
    uses.computeIfAbsent(component, none -> new ArrayList<>()).add(use);
  }

  /** Where a component is named, if all of these places can follow it to another name. */
  Optional<List<Use>> of(String section, String name) {
    List<String> component = List.of(section, name);
    List<Use> found = uses.getOrDefault(component, List.of());
    if (fromElsewhere.contains(component)) {
      return Optional.empty();
    }
    return hasDiscriminators && section.equals("schemas") && mayBeSent(name, found)
        ? Optional.empty()
        : Optional.of(found);
  }

  /** Whether a discriminator may tell a schema by its name: as an alternative, or as an heir. */
  private boolean mayBeSent(String name, List<Use> found) {
    for (Use use : found) {
      String address = use.anchor().address();
      if (address.endsWith("/oneOf") || address.endsWith("/anyOf")) {
        return true;
      }
    }
    return heirs.contains(name);
  }
}
