package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlUses;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.Option;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What helps to find a fault helps to find the next one too: it belongs in the log. */
@RuleInfo(
    id = "openapi/error-schema-exposes-internals",
    title = "Error schema exposes stack traces or internals",
    severity = Severity.WARNING,
    category = Category.SECURITY,
    fix = Safety.UNSAFE,
    cwe = 209,
    options = ErrorSchemaExposesInternals.Options.class)
public final class ErrorSchemaExposesInternals extends OpenApiRule {

  /** What the rule can be told. */
  public record Options(
      @Option(help = "members that show internals, beside stackTrace, sql and the like")
          List<String> names) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    List<ErrorSchema> schemas = ErrorSchemas.of(api).all();
    if (schemas.isEmpty()) {
      return;
    }
    Set<String> more = new HashSet<>();
    for (String name : context.options(Options.class).names()) {
      more.add(ErrorMembers.plain(name));
    }
    Internals internals = new Internals(more);
    Set<Place> seen = new HashSet<>();
    for (ErrorSchema schema : schemas) {
      for (Map<String, Scalar> found : internals.in(schema.shape())) {
        Scalar first = found.values().iterator().next();
        if (seen.add(first.slice().place())) {
          report(schema, found, api, context);
        }
      }
    }
  }

  private static void report(
      ErrorSchema schema, Map<String, Scalar> found, OpenApiDescription api, RuleContext context) {
    Scalar first = found.values().iterator().next();
    Optional<OpenApiObject> owner = owner(first, api);
    if (owner.isEmpty()) {
      return;
    }
    Finding finding =
        Finding.at(
                owner.get().anchor().child("properties").child(first.text().replace('/', '|')),
                first.slice(),
                "an error with %s shows callers how the server is made",
                String.join(", ", found.keySet()))
            .related(
                schema.uses().get(0).response().definition().key(),
                "%s",
                schema.uses().get(0).label());
    Optional<Fix> fix = fix(owner.get(), found, api);
    context.report(fix.isEmpty() ? finding : finding.withFix(fix.get()));
  }

  /** The schema in whose properties a key stands. */
  private static Optional<OpenApiObject> owner(Scalar property, OpenApiDescription api) {
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (entry(object, property).isPresent()) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  private static Optional<Entry> entry(OpenApiObject schema, Scalar property) {
    Optional<YamlNode> properties = schema.find("properties");
    if (properties.isPresent() && properties.get() instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.key().slice().place().equals(property.slice().place())) {
          return Optional.of(entry);
        }
      }
    }
    return Optional.empty();
  }

  /** Leaves all of them out, where they all stand in one schema that has others too. */
  private static Optional<Fix> fix(
      OpenApiObject owner, Map<String, Scalar> found, OpenApiDescription api) {
    OpenApiFile file = api.file(owner);
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    Mapping properties = (Mapping) owner.find("properties").orElseThrow();
    List<Entry> removed = new ArrayList<>();
    List<ModelChange> changes = new ArrayList<>();
    for (Map.Entry<String, Scalar> each : found.entrySet()) {
      Optional<Entry> entry = entry(owner, each.getValue());
      if (entry.isEmpty() || isRequired(owner, each.getKey())) {
        return Optional.empty();
      }
      removed.add(entry.get());
      changes.add(
          ModelChange.of(
              ModelChange.Kind.REMOVE,
              file.name(),
              owner.anchor().child("properties").child(each.getKey().replace('/', '|'))));
    }
    List<Edit> removals = removals(properties, removed, edits);
    if (removals.isEmpty()) {
      return Optional.empty();
    }
    String title = "Leave out " + String.join(", ", found.keySet());
    return Optional.of(
        new Fix(title, Safety.UNSAFE, removals, List.of(), changes, NewMember.RAISED));
  }

  /** Removes entries of a mapping, unless they are all. */
  private static List<Edit> removals(Mapping mapping, List<Entry> removed, YamlEdits edits) {
    List<Entry> entries = mapping.entries();
    List<Edit> removals = new ArrayList<>();
    int at = 0;
    while (at < entries.size() && removed.contains(entries.get(at))) {
      at++;
    }
    if (at == entries.size()) {
      return removals;
    }
    if (at > 1 && YamlUses.isBracket(mapping)) { // up to the first that stays
      Slice first = entries.get(0).key().slice();
      Span span = new Span(first.span().start(), entries.get(at).key().slice().span().start());
      removals.add(Edit.delete(new Slice(first.source(), span)));
    } else {
      at = 0;
    }
    for (Entry entry : entries.subList(at, entries.size())) {
      if (removed.contains(entry)) {
        removals.add(edits.removeEntry(mapping, entry));
      }
    }
    return removals;
  }

  private static boolean isRequired(OpenApiObject owner, String name) {
    for (YamlNode item : ErrorSchemas.list(owner.node(), "required")) {
      if (item instanceof Scalar required && required.text().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
