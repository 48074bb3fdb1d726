package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.Target;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.references.Components.Component;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Whoever reads it looks for its use; generators make code of it that nobody calls. */
@RuleInfo(
    id = "openapi/unused-component",
    title = "Component is never referenced",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas2-unused-definition",
      "spectral:oas3-unused-component",
      "redocly:no-unused-components",
      "vacuum:oas2-unused-definition",
      "vacuum:oas3-unused-component",
      "zally:S005"
    })
public final class UnusedComponent extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    if (api.objects().isEmpty() || !isAllSeen(api)) {
      return;
    }
    Components components = Components.of(api);
    if (components.all().isEmpty()) {
      return;
    }
    ComponentUse use = new ComponentUse(api, components);
    List<Component> unused = unused(components, use);
    if (!unused.isEmpty()) {
      addOthers(api, components, use, context);
      unused = unused(components, use);
    }
    IdentityHashMap<Mapping, Integer> left = left(unused);
    for (Component component : unused) {
      context.report(
          Finding.at(
                  component.anchor(),
                  component.entry().key().slice(),
                  use.isReferredTo(component)
                      ? "only unused components use the %s %s"
                      : "nothing uses the %s %s",
                  component.label(),
                  component.name())
              .withFix(fix(component, components, left, api)));
    }
  }

  /** Whether neither an error nor a path in a file that is not read hides what may use some. */
  private static boolean isAllSeen(OpenApiDescription api) {
    for (OpenApiFile file : api.files().values()) {
      if (!file.yaml().unread().isEmpty() || !file.yaml().cut().isEmpty()) {
        return false;
      }
    }
    for (Reference reference : api.references()) {
      boolean mayUseSome =
          reference.kind() == ObjectKind.PATH_ITEM
              || reference.kind() == ObjectKind.OPERATION
              || reference.kind() == ObjectKind.PATHS;
      if (mayUseSome && api.target(reference).state() != Target.State.FOUND) {
        return false;
      }
    }
    return true;
  }

  private static List<Component> unused(Components components, ComponentUse use) {
    List<Component> unused = new ArrayList<>();
    for (Component component : components.all()) {
      boolean isElsewhere =
          component.entry().value() instanceof Mapping node
              && node.find("$ref").orElse(node) instanceof Scalar reference
              && !reference.text().startsWith("#"); // others may go there by themselves
      if (!use.isUsed(component) && !isElsewhere) {
        unused.add(component);
      }
    }
    return unused;
  }

  /** Adds what other documents use of this one. */
  private static void addOthers(
      OpenApiDescription api, Components components, ComponentUse use, RuleContext context) {
    for (OpenApiDescription other : context.project().descriptionsReaching(api.entry())) {
      for (Reference reference : other.references()) {
        Target target = other.target(reference);
        if (target.file().isPresent() && target.file().get().name().equals(api.entry().name())) {
          components.at(target.fragment()).ifPresent(use::add);
        }
      }
    }
  }

  /** How many entries of each section are used. */
  private static IdentityHashMap<Mapping, Integer> left(List<Component> unused) {
    IdentityHashMap<Mapping, Integer> left = new IdentityHashMap<>();
    for (Component component : unused) {
      Mapping section = component.around();
      left.put(section, left.getOrDefault(section, section.entries().size()) - 1);
    }
    return left;
  }

  /** Removes one, its section where nothing in that is used, or all of them where nothing is. */
  private static Fix fix(
      Component component,
      Components components,
      IdentityHashMap<Mapping, Integer> left,
      OpenApiDescription api) {
    Mapping around = component.around();
    Entry entry = component.entry();
    Anchor anchor = component.anchor();
    Mapping owner = components.owner().orElse(around);
    if (left.getOrDefault(around, 1) == 0) {
      entry = entryOf(owner, around).orElse(entry);
      around = owner;
      anchor = component.section();
      Mapping root = api.entry().root().orElseThrow();
      if (!components.isSwagger() && isAllUnused(owner, left)) {
        entry = entryOf(root, owner).orElse(entry);
        around = root;
        anchor = Anchor.FILE.child("components");
      }
    }
    OpenApiFile file = api.entry();
    Edit edit = YamlEdits.of(file.yaml(), file.source()).removeEntry(around, entry);
    return Fix.unsafe("Remove the " + component.label() + " " + component.name(), edit)
        .declaring(ModelChange.of(ModelChange.Kind.REMOVE, file.name(), anchor));
  }

  private static Optional<Entry> entryOf(Mapping mapping, Mapping value) {
    for (Entry entry : mapping.entries()) {
      if (entry.value() == value) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static boolean isAllUnused(Mapping owner, IdentityHashMap<Mapping, Integer> left) {
    for (Entry entry : owner.entries()) {
      if (!(entry.value() instanceof Mapping section) || left.getOrDefault(section, 1) != 0) {
        return false;
      }
    }
    return true;
  }
}
