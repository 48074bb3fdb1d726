package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.parse.yaml.tree.CoreSchema;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Alias;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.IdentityHashMap;
import java.util.Optional;

/** What stands there means something else: tools stop, or read past all that is in it. */
@RuleInfo(
    id = "openapi/ref-wrong-kind",
    title = "Reference leads to an object of another kind",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = "redocly:struct")
public final class RefWrongKind extends OpenApiRule {

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    if (api.references().isEmpty()) {
      return;
    }
    IdentityHashMap<Mapping, ObjectKind> kinds = kinds(api);
    for (Reference reference : api.references()) {
      boolean isJudged = reference.isAllowed() && !reference.target().text().isEmpty();
      Optional<YamlNode> node = isJudged ? api.find(reference) : Optional.empty();
      if (node.isPresent()) {
        Optional<String> found = other(node.get(), reference, kinds, api);
        if (found.isPresent()) {
          context.report(
              Finding.at(
                  reference.anchor(),
                  reference.target().slice(),
                  "%s is %s, where %s must stand",
                  reference.target().text(),
                  found.get(),
                  reference.kind().label()));
        }
      }
    }
  }

  /**
   * What the nodes are by the places where they stand, in the document that judges them: of other
   * files it is known by what leads there, and by what they hold.
   */
  private static IdentityHashMap<Mapping, ObjectKind> kinds(OpenApiDescription api) {
    IdentityHashMap<Mapping, ObjectKind> kinds = new IdentityHashMap<>();
    String entry = api.entry().name();
    for (Reference reference : api.references()) {
      if (reference.target().slice().place().file().equals(entry)) {
        kinds.put(reference.node(), reference.kind());
      }
    }
    for (OpenApiObject object : api.objects()) {
      if (object.node().slice().place().file().equals(entry)) {
        kinds.put(object.node(), object.kind());
      }
    }
    return kinds;
  }

  /** What stands there, as a message calls it, unless it is of the kind or may be. */
  private static Optional<String> other(
      YamlNode node,
      Reference reference,
      IdentityHashMap<Mapping, ObjectKind> kinds,
      OpenApiDescription api) {
    if (node instanceof Mapping mapping) {
      ObjectKind kind = kinds.getOrDefault(mapping, reference.kind());
      Optional<ObjectKind> elsewhere = api.otherKind(reference);
      if (elsewhere.isPresent()) {
        boolean isDocument = elsewhere.get() == ObjectKind.DOCUMENT;
        return Optional.of(isDocument ? "a document of its own" : elsewhere.get().label());
      }
      return kind == reference.kind() ? Optional.empty() : Optional.of(kind.label());
    }
    if (node instanceof Alias) {
      return Optional.empty();
    }
    boolean mayBe =
        node instanceof Scalar scalar
            && (CoreSchema.type(scalar) == CoreSchema.Type.NULL
                || CoreSchema.type(scalar) == CoreSchema.Type.BOOLEAN);
    return mayBe ? Optional.empty() : Optional.of(node.kind());
  }
}
