package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
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
    Target target = api.target(reference);
    switch (target.state()) {
      case NO_FILE -> context.report(noFile(reference, api));
      case FOLDER ->
          context.report(at(reference, "%s is a folder", path(reference.target().text())));
      case NOWHERE -> nowhere(reference, target, api, context);
      case FOUND -> {
        if (api.isCircle(reference)) {
          context.report(
              at(reference, "%s leads in a circle of references", reference.target().text()));
        }
      }
      case UNKNOWN -> {}
    }
  }

  private static Finding at(Reference reference, String message, Object... arguments) {
    return Finding.at(reference.anchor(), reference.target().slice(), message, arguments);
  }

  private static String path(String target) {
    int hash = target.indexOf('#');
    return hash < 0 ? target : target.substring(0, hash);
  }

  private static Finding noFile(Reference reference, OpenApiDescription api) {
    String text = reference.target().text();
    Optional<String> section = section(reference.kind(), api);
    if (section.isPresent() && Pointer.isPlain(text)) {
      String pointer = section.get() + text;
      Optional<YamlNode> root = api.file(reference.target().slice()).anyRoot();
      if (root.isPresent() && Pointer.find(root.get(), pointer).isPresent()) {
        return meaning(
            at(reference, "there is no file %s (did you mean #%s?)", text, pointer),
            reference,
            "#" + pointer);
      }
    }
    return at(reference, "there is no file %s", path(text));
  }

  /** Where components of a kind stand; nothing for a kind that has no place of its own. */
  private static Optional<String> section(ObjectKind kind, OpenApiDescription api) {
    boolean isSwagger = api.version().orElseThrow() == OpenApiVersion.V2_0;
    return switch (kind) {
      case SCHEMA -> Optional.of(isSwagger ? "/definitions/" : "/components/schemas/");
      case RESPONSE -> Optional.of(isSwagger ? "/responses/" : "/components/responses/");
      case PARAMETER -> Optional.of(isSwagger ? "/parameters/" : "/components/parameters/");
      default -> Optional.empty();
    };
  }

  private static Finding meaning(Finding finding, Reference reference, String target) {
    Edit edit = Edit.replaceWord(reference.target().slice(), target);
    return finding.withFix(Fix.unsafe("Refer to " + target, edit).changing(reference.anchor()));
  }

  private static void nowhere(
      Reference reference, Target target, OpenApiDescription api, RuleContext context) {
    OpenApiFile file = target.file().orElseThrow();
    Optional<YamlNode> root = file.anyRoot();
    if (root.isEmpty()
        || file.yaml().isCut(root.get())
        || mayLeadElsewhere(target.fragment(), root.get(), api)) {
      return;
    }
    String text = reference.target().text();
    Optional<String> meant = meant(target.fragment(), root.get());
    if (meant.isEmpty()) {
      context.report(at(reference, "nothing stands at %s", text));
      return;
    }
    String corrected = path(text) + "#" + meant.get();
    context.report(
        meaning(
            at(reference, "nothing stands at %s (did you mean %s?)", text, corrected),
            reference,
            corrected));
  }

  /** Whether an anchor or id of JSON Schema, an alias or a merge key decides where it leads. */
  private static boolean mayLeadElsewhere(String fragment, YamlNode root, OpenApiDescription api) {
    boolean isName = !fragment.isEmpty() && !fragment.startsWith("/");
    if (api.hasJsonSchema() && (isName || hasIds(api))) {
      return true;
    }
    return Pointer.isOpen(root, fragment);
  }

  private static boolean hasIds(OpenApiDescription api) {
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (object.find("$id").isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The pointer to what is called much alike beside where it should be. */
  private static Optional<String> meant(String pointer, YamlNode root) {
    int slash = pointer.lastIndexOf('/');
    Optional<YamlNode> around =
        slash < 0 ? Optional.empty() : Pointer.find(root, pointer.substring(0, slash));
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
