package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rules.openapi.references.Components.Component;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Which components are used: by what is outside of all of them, or by one that is used. Whatever
 * looks like a reference counts as one, in extensions, too.
 */
final class ComponentUse {

  private final OpenApiDescription api;
  private final Components components;
  private final String entry;
  private final IdentityHashMap<Entry, Component> byEntry = new IdentityHashMap<>();
  private final List<List<Component>> uses = new ArrayList<>();
  private final List<List<Component>> children = new ArrayList<>();
  private final BitSet used = new BitSet();
  private final BitSet referredTo = new BitSet();
  private final BitSet discriminated = new BitSet();
  private final Deque<Component> open = new ArrayDeque<>();

  ComponentUse(OpenApiDescription api, Components components) {
    this.api = api;
    this.components = components;
    this.entry = base(api.entry().name());
    for (Component component : components.all()) {
      byEntry.put(component.entry(), component);
      uses.add(new ArrayList<>());
      children.add(new ArrayList<>());
    }
    for (OpenApiFile file : api.files().values()) {
      Optional<YamlNode> root = file.anyRoot();
      if (root.isPresent()) {
        look(root.get(), Optional.empty());
      }
    }
    inherit();
    follow();
  }

  private static String base(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Notes that something outside of the description uses one. */
  void add(Component component) {
    use(component, Optional.empty());
    follow();
  }

  boolean isUsed(Component component) {
    return used.get(component.index());
  }

  /** Whether a component refers to it, itself left out. */
  boolean isReferredTo(Component component) {
    return referredTo.get(component.index());
  }

  private void look(YamlNode node, Optional<Component> within) {
    if (node.properties().anchor().isPresent() && within.isPresent()) {
      use(within.get(), Optional.empty()); // an alias may stand for it
    }
    if (node instanceof Mapping mapping) {
      for (Entry each : mapping.entries()) {
        Component component = within.isPresent() ? within.get() : byEntry.get(each);
        look(each, Optional.ofNullable(component));
      }
    } else if (node instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        look(item, within);
      }
    } else if (node instanceof Scalar scalar && scalar.text().startsWith("#/")) {
      refer(scalar, within);
    }
  }

  private void look(Entry each, Optional<Component> within) {
    String key = each.key() instanceof Scalar scalar ? scalar.text() : "";
    switch (key) {
      case "$ref", "operationRef" -> {
        if (each.value() instanceof Scalar reference) {
          refer(reference, within);
          return;
        }
      }
      case "discriminator" -> discriminate(each.value(), within);
      case "allOf" -> inherit(each.value(), within);
      case "$id", "$anchor", "$dynamicAnchor" -> {
        if (within.isPresent() && api.hasJsonSchema()) {
          use(within.get(), Optional.empty()); // it has a name of another kind, too
        }
      }
      default -> {}
    }
    look(each.value(), within);
  }

  private void refer(Scalar reference, Optional<Component> within) {
    Optional<Component> target = target(reference);
    if (target.isPresent()) {
      use(target.get(), within);
    }
  }

  private Optional<Component> target(Scalar reference) {
    String text = reference.text();
    int hash = text.indexOf('#');
    if (hash < 0) {
      return Optional.empty();
    }
    boolean isOurs =
        hash == 0
            ? reference.slice().place().file().equals(api.entry().name())
            : base(text.substring(0, hash)).equals(entry)
                || api.entry().root().orElseThrow().find("$self").isPresent();
    return isOurs ? components.at(text.substring(hash + 1)) : Optional.empty();
  }

  private void use(Component component, Optional<Component> by) {
    if (by.isPresent()) {
      uses.get(by.get().index()).add(component);
      if (by.get().index() != component.index()) {
        referredTo.set(component.index());
      }
    } else if (!used.get(component.index())) {
      used.set(component.index());
      open.add(component);
    }
  }

  /** Its values name schemas, and its absence lets each part of a schema be named. */
  private void discriminate(YamlNode discriminator, Optional<Component> within) {
    if (within.isPresent()) {
      discriminated.set(within.get().index());
    }
    if (!(discriminator instanceof Mapping mapping)) {
      return;
    }
    List<YamlNode> names = new ArrayList<>();
    mapping.find("defaultMapping").ifPresent(names::add);
    if (mapping.find("mapping").orElse(discriminator) instanceof Mapping values) {
      for (Entry value : values.entries()) {
        names.add(value.value());
      }
    }
    for (YamlNode name : names) {
      Optional<Component> schema =
          name instanceof Scalar scalar ? components.schema(scalar.text()) : Optional.empty();
      if (schema.isPresent()) {
        use(schema.get(), within);
      }
    }
  }

  private void inherit(YamlNode allOf, Optional<Component> within) {
    if (within.isEmpty() || !(allOf instanceof Sequence parts)) {
      return;
    }
    for (YamlNode part : parts.items()) {
      Optional<Component> parent =
          part instanceof Mapping mapping
                  && mapping.find("$ref").orElse(part) instanceof Scalar reference
              ? target(reference)
              : Optional.empty();
      if (parent.isPresent()) {
        children.get(parent.get().index()).add(within.get());
      }
    }
  }

  /** What is composed of a schema with a discriminator may stand where that one does. */
  private void inherit() {
    Deque<Integer> parents = new ArrayDeque<>();
    for (int i = discriminated.nextSetBit(0); i >= 0; i = discriminated.nextSetBit(i + 1)) {
      parents.add(i);
    }
    while (!parents.isEmpty()) {
      int parent = parents.remove();
      for (Component child : children.get(parent)) {
        uses.get(parent).add(child);
        if (!discriminated.get(child.index())) {
          discriminated.set(child.index());
          parents.add(child.index());
        }
      }
    }
  }

  private void follow() {
    while (!open.isEmpty()) {
      for (Component target : uses.get(open.remove().index())) {
        use(target, Optional.empty());
      }
    }
  }
}
