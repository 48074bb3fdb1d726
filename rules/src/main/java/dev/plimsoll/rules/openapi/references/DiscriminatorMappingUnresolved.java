package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.model.openapi.Target;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message with that value has no schema. */
@RuleInfo(
    id = "openapi/discriminator-mapping-unresolved",
    title = "Discriminator mapping leads nowhere",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "redocly:no-unresolved-refs")
public final class DiscriminatorMappingUnresolved extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.DISCRIMINATOR);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> mapping = object.find("mapping");
    if (mapping.isPresent() && mapping.get() instanceof Mapping values) {
      Anchor anchor = object.anchor().child("mapping");
      for (Entry entry : values.entries()) {
        if (entry.key() instanceof Scalar key
            && !key.text().startsWith("x-")
            && entry.value() instanceof Scalar target) {
          Anchor below = anchor.child(key.text().replace('/', '|'));
          judge(target, values, below, api, context);
        }
      }
    }
    Optional<Scalar> other = object.scalar("defaultMapping");
    if (other.isPresent()) {
      judge(other.get(), object.node(), object.anchor().child("defaultMapping"), api, context);
    }
  }

  private static void judge(
      Scalar target, Mapping within, Anchor anchor, OpenApiDescription api, RuleContext context) {
    String text = target.text();
    if (text.isEmpty() || isComponent(target, api)) {
      return;
    }
    boolean isName = Pointer.isPlain(text) && text.indexOf('.') < 0;
    Target found = api.target(new Reference(ObjectKind.SCHEMA, within, target, anchor, true));
    boolean isNowhere =
        switch (found.state()) {
          case FOUND -> false;
          case NOWHERE -> !mayLeadElsewhere(found, api);
          case NO_FILE, FOLDER -> true;
          case UNKNOWN -> isName && isWhole(api.entry());
        };
    if (isNowhere) {
      context.report(
          Finding.at(
              anchor,
              target.slice(),
              isName ? "no schema is called %s%s" : "nothing stands at %s%s",
              text,
              isName ? NearestName.hint(text, names(api)) : ""));
    }
  }

  private static boolean isComponent(Scalar target, OpenApiDescription api) {
    if (target.text().indexOf('#') >= 0) {
      return false;
    }
    return isIn(api.entry(), target.text()) || isIn(api.file(target.slice()), target.text());
  }

  private static boolean isIn(OpenApiFile file, String name) {
    Optional<Mapping> schemas = schemas(file);
    return schemas.isPresent()
        && (schemas.get().find(name).isPresent() || schemas.get().find("<<").isPresent());
  }

  private static Optional<Mapping> schemas(OpenApiFile file) {
    Optional<Mapping> root = file.root();
    Optional<YamlNode> schemas =
        root.isPresent() ? Pointer.find(root.get(), "/components/schemas") : Optional.empty();
    return schemas.isPresent() && schemas.get() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  private static List<String> names(OpenApiDescription api) {
    List<String> names = new ArrayList<>();
    Optional<Mapping> schemas = schemas(api.entry());
    if (schemas.isPresent()) {
      for (Entry entry : schemas.get().entries()) {
        if (entry.key() instanceof Scalar key) {
          names.add(key.text());
        }
      }
    }
    return names;
  }

  /** Whether an error hides a part of the file, or a reference stands for its components. */
  private static boolean isWhole(OpenApiFile file) {
    Optional<Mapping> root = file.root();
    return root.isPresent()
        && !file.yaml().isCut(root.get())
        && !Pointer.isOpen(root.get(), "/components/schemas/-")
        && Pointer.find(root.get(), "/components/$ref").isEmpty()
        && Pointer.find(root.get(), "/components/schemas/$ref").isEmpty();
  }

  private static boolean mayLeadElsewhere(Target target, OpenApiDescription api) {
    Optional<YamlNode> root =
        target.file().isPresent() ? target.file().get().anyRoot() : Optional.empty();
    boolean isName = !target.fragment().isEmpty() && !target.fragment().startsWith("/");
    return root.isEmpty()
        || (isName && api.hasJsonSchema())
        || target.file().orElse(api.entry()).yaml().isCut(root.get())
        || Pointer.isOpen(root.get(), target.fragment());
  }
}
