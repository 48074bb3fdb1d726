package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the entry of a description defines to be referred to; security schemes are not among it, as
 * they are required by name.
 */
final class Components {

  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("schemas", "schema"),
          Map.entry("responses", "response"),
          Map.entry("parameters", "parameter"),
          Map.entry("examples", "example"),
          Map.entry("requestBodies", "request body"),
          Map.entry("headers", "header"),
          Map.entry("links", "link"),
          Map.entry("callbacks", "callback"),
          Map.entry("pathItems", "path item"),
          Map.entry("mediaTypes", "media type"));

  private static final Map<String, String> SWAGGER_SECTIONS =
      Map.of("definitions", "schema", "responses", "response", "parameters", "parameter");

  private final Mapping root;
  private final boolean isSwagger;
  private final List<Component> all = new ArrayList<>();
  private final Map<String, Component> byName = new HashMap<>();

  /**
   * One of them.
   *
   * @param index among all
   * @param around the mapping that it is an entry of
   * @param section the address of that
   */
  record Component(
      int index, String label, String name, Entry entry, Mapping around, Anchor section) {

    Anchor anchor() {
      return section.child(name.replace('/', '|'));
    }
  }

  private Components(Mapping root, boolean isSwagger) {
    this.root = root;
    this.isSwagger = isSwagger;
  }

  /** Those of an entry; none where it describes nothing that could use them. */
  static Components of(OpenApiDescription api) {
    Mapping root = api.entry().root().orElseThrow();
    Components components =
        new Components(root, api.version().orElseThrow() == OpenApiVersion.V2_0);
    if (isAny(root.find("paths")) || isAny(root.find("webhooks"))) {
      Optional<Mapping> owner = components.owner();
      Anchor anchor = components.isSwagger ? Anchor.FILE : Anchor.FILE.child("components");
      if (owner.isPresent()) {
        components.addSections(owner.get(), anchor);
      }
    }
    return components;
  }

  private static boolean isAny(Optional<YamlNode> map) {
    return map.isPresent() && map.get() instanceof Mapping some && !some.entries().isEmpty();
  }

  /** Whether the sections stand in the root. */
  boolean isSwagger() {
    return isSwagger;
  }

  /** The mapping whose keys are the sections. */
  Optional<Mapping> owner() {
    Optional<YamlNode> owner = isSwagger ? Optional.of(root) : root.find("components");
    return owner.isPresent() && owner.get() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private void addSections(Mapping owner, Anchor anchor) {
    for (Entry entry : owner.entries()) {
      if (entry.key() instanceof Scalar key && entry.value() instanceof Mapping section) {
        String label = (isSwagger ? SWAGGER_SECTIONS : SECTIONS).getOrDefault(key.text(), "");
        if (!label.isEmpty()) {
          add(section, label, key.text(), anchor.child(key.text()));
        }
      }
    }
  }

  private void add(Mapping section, String label, String name, Anchor anchor) {
    for (Entry entry : section.entries()) {
      if (entry.key() instanceof Scalar key
          && !key.text().startsWith("x-")
          && !key.text().equals("<<")
          && !key.text().equals("$ref")
          && !(entry.value() instanceof Alias)) {
        Component component = new Component(all.size(), label, key.text(), entry, section, anchor);
        all.add(component);
        byName.put(name + '/' + key.text(), component);
      }
    }
  }

  List<Component> all() {
    return all;
  }

  /** The one that a fragment of the entry leads to, or into. */
  Optional<Component> at(String fragment) {
    List<String> segments = Pointer.segments(fragment);
    int skipped = isSwagger ? 0 : 1;
    return segments.size() < skipped + 2 || (!isSwagger && !segments.get(0).equals("components"))
        ? Optional.empty()
        : Optional.ofNullable(byName.get(segments.get(skipped) + '/' + segments.get(skipped + 1)));
  }

  /** The schema of a name. */
  Optional<Component> schema(String name) {
    return Optional.ofNullable(byName.get((isSwagger ? "definitions/" : "schemas/") + name));
  }
}
