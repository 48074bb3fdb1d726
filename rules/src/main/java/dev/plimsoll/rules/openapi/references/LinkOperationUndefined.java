package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.Target;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.NearestName;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever follows the link gets nowhere. */
@RuleInfo(
    id = "openapi/link-operation-undefined",
    title = "Link leads to no operation",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS)
public final class LinkOperationUndefined extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<OpenApiObject> links = api.objects(ObjectKind.LINK);
    if (links.isEmpty()) {
      return;
    }
    Set<String> ids = new LinkedHashSet<>();
    boolean isKnown = isAllSeen(api);
    for (OpenApiObject operation : api.objects(ObjectKind.OPERATION)) {
      ids.add(operation.text("operationId"));
    }
    IdentityHashMap<YamlNode, ObjectKind> kinds = kinds(api);
    for (OpenApiObject link : links) {
      Optional<Scalar> id = link.scalar("operationId");
      if (id.isPresent() && isKnown && !ids.contains(id.get().text())) {
        Optional<String> meant = NearestName.of(id.get().text(), ids);
        context.report(
            Finding.at(
                link.anchor().child("operationId"),
                id.get().slice(),
                "no operation is called %s%s",
                id.get().text(),
                meant.isPresent() ? " (did you mean " + meant.get() + "?)" : ""));
      }
      Optional<Scalar> reference = link.scalar("operationRef");
      if (reference.isPresent() && reference.get().text().startsWith("#/")) {
        follow(reference.get(), link, kinds, api, context);
      }
    }
  }

  private static IdentityHashMap<YamlNode, ObjectKind> kinds(OpenApiDescription api) {
    IdentityHashMap<YamlNode, ObjectKind> kinds = new IdentityHashMap<>();
    for (OpenApiObject object : api.objects()) {
      kinds.put(object.node(), object.kind());
    }
    return kinds;
  }

  /** Whether no path or operation stands where it is not read. */
  private static boolean isAllSeen(OpenApiDescription api) {
    for (ObjectKind kind : List.of(ObjectKind.PATHS, ObjectKind.PATH_ITEM, ObjectKind.OPERATION)) {
      for (OpenApiObject object : api.objects(kind)) {
        if (object.find("<<").isPresent()) {
          return false;
        }
      }
    }
    for (Reference reference : api.references()) {
      ObjectKind kind = reference.kind();
      boolean mayHaveOperations =
          kind == ObjectKind.PATH_ITEM
              || kind == ObjectKind.PATHS
              || kind == ObjectKind.OPERATION
              || kind == ObjectKind.CALLBACK;
      if (mayHaveOperations && api.target(reference).state() != Target.State.FOUND) {
        return false;
      }
    }
    return true;
  }

  private static void follow(
      Scalar reference,
      OpenApiObject link,
      IdentityHashMap<YamlNode, ObjectKind> kinds,
      OpenApiDescription api,
      RuleContext context) {
    Optional<YamlNode> node = api.find(reference);
    boolean isOther =
        node.isPresent()
            && (!(node.get() instanceof Mapping)
                || kinds.getOrDefault(node.get(), ObjectKind.OPERATION) != ObjectKind.OPERATION);
    if (isOther || (node.isEmpty() && !mayBeMade(reference, api))) {
      context.report(
          Finding.at(
              link.anchor().child("operationRef"),
              reference.slice(),
              isOther ? "no operation stands at %s" : "nothing stands at %s",
              reference.text()));
    }
  }

  /** Whether an alias, a merge key or a reference decides what stands on the way. */
  private static boolean mayBeMade(Scalar reference, OpenApiDescription api) {
    Optional<YamlNode> root = api.file(reference.slice()).anyRoot();
    String fragment = reference.text().substring(1);
    if (root.isEmpty() || Pointer.isOpen(root.get(), fragment)) {
      return true;
    }
    int slash = fragment.indexOf('/', 1);
    while (slash >= 0) {
      Optional<YamlNode> above = Pointer.find(root.get(), fragment.substring(0, slash));
      if (above.isPresent()
          && above.get() instanceof Mapping mapping
          && mapping.find("$ref").isPresent()) {
        return true;
      }
      slash = fragment.indexOf('/', slash + 1);
    }
    return false;
  }
}
