package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.Pointer;
import dev.plimsoll.model.openapi.Reference;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What it should stand for is missing: generators stop, or leave it out. */
@RuleInfo(
    id = "openapi/ref-unresolved",
    title = "Reference leads nowhere",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"spectral:invalid-ref", "redocly:no-unresolved-refs", "vacuum:resolving-references"})
public final class RefUnresolved extends OpenApiRule {

  @Override
  public void reference(Reference reference, OpenApiDescription api, RuleContext context) {
    if (!reference.isLocal()
        || api.find(reference).isPresent()
        || api.entry().yaml().isCut(root(api))
        || mayLeadElsewhere(reference, api)) {
      return;
    }
    String target = reference.target().text();
    Optional<String> meant = meant(target.substring(1), api);
    Finding finding =
        Finding.at(
            reference.anchor(),
            reference.target().slice(),
            "nothing stands at %s%s",
            target,
            meant.isPresent() ? " (did you mean #" + meant.get() + "?)" : "");
    if (meant.isPresent()) {
      Edit edit = Edit.replaceWord(reference.target().slice(), "#" + meant.get());
      finding =
          finding.withFix(
              Fix.unsafe("Refer to #" + meant.get(), edit).changing(reference.anchor()));
    }
    context.report(finding);
  }

  /** Whether an anchor or id of JSON Schema, an alias or a merge key decides where it leads. */
  private static boolean mayLeadElsewhere(Reference reference, OpenApiDescription api) {
    String fragment = reference.target().text().substring(1);
    boolean isName = !fragment.isEmpty() && !fragment.startsWith("/");
    if (api.version().orElseThrow().hasJsonSchema() && (isName || hasIds(api))) {
      return true;
    }
    return Pointer.isOpen(root(api), fragment);
  }

  private static boolean hasIds(OpenApiDescription api) {
    for (OpenApiObject object : api.objects()) {
      if (object.kind() == ObjectKind.SCHEMA && object.find("$id").isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static YamlNode root(OpenApiDescription api) {
    return api.entry().root().orElseThrow();
  }

  /** The pointer to what is called much alike beside where it should be. */
  private static Optional<String> meant(String pointer, OpenApiDescription api) {
    int slash = pointer.lastIndexOf('/');
    Optional<YamlNode> around =
        slash < 0 ? Optional.empty() : Pointer.find(root(api), pointer.substring(0, slash));
    if (around.isEmpty() || !(around.get() instanceof Mapping section)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (YamlNode.Entry entry : section.entries()) {
      if (entry.key() instanceof Scalar key && Pointer.isPlain(key.text())) {
        names.add(key.text());
      }
    }
    Optional<String> nearest = NearestName.of(pointer.substring(slash + 1), names);
    return nearest.isEmpty()
        ? nearest
        : Optional.of(pointer.substring(0, slash + 1) + nearest.get());
  }
}
