package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlSwap;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.Reference;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.rules.openapi.operations.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What they say is lost: tools put what the reference leads to in the place of all of it. */
@RuleInfo(
    id = "openapi/ref-siblings-ignored",
    title = "Keys beside $ref are ignored",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {"redocly:spec-ref-siblings", "spectral:no-$ref-siblings", "vacuum:no-$ref-siblings"})
public final class RefSiblingsIgnored extends OpenApiRule {

  private static final int MOST_NAMED = 3;

  @Override
  public void reference(Reference reference, OpenApiDescription api, RuleContext context) {
    if (reference.node().entries().size() == 1
        || reference.kind() == ObjectKind.PATH_ITEM
        || (reference.kind() == ObjectKind.SCHEMA && api.hasJsonSchema())
        || !reference.isAllowed()) {
      return;
    }
    List<Entry> ignored = new ArrayList<>();
    for (Entry entry : reference.node().entries()) {
      if (entry.key() instanceof Scalar key && isIgnored(key.text(), api)) {
        ignored.add(entry);
      }
    }
    if (!ignored.isEmpty()) {
      report(reference, ignored, api, context);
    }
  }

  private static boolean isIgnored(String key, OpenApiDescription api) {
    return !key.equals("$ref")
        && !key.startsWith("x-")
        && !key.equals("<<")
        && !(api.hasJsonSchema() && isOfReference(key));
  }

  /** The fields that a Reference Object has from 3.1 on. */
  private static boolean isOfReference(String key) {
    return key.equals("summary") || key.equals("description");
  }

  private static void report(
      Reference reference, List<Entry> ignored, OpenApiDescription api, RuleContext context) {
    Scalar first = key(ignored.get(0));
    Finding finding =
        Finding.at(
            reference.anchor().child(first.text().replace('/', '|')),
            first.slice(),
            "OpenAPI %s ignores %s beside $ref%s",
            api.version().orElseThrow().id(),
            names(ignored),
            isHeededLater(reference, ignored) ? "; 3.1 heeds it" : "");
    if (ignored.size() == 1 && isToldThere(reference, ignored.get(0), api)) {
      finding =
          finding.withFix(
              Entries.removing(
                  "Remove it: it is said there",
                  reference.node(),
                  reference.anchor(),
                  first.text(),
                  api));
    } else if (reference.kind() == ObjectKind.SCHEMA) {
      finding = finding.withFix(wrapping(reference, api));
    }
    context.report(finding);
  }

  private static Scalar key(Entry entry) {
    return (Scalar) entry.key();
  }

  private static String names(List<Entry> entries) {
    StringBuilder names = new StringBuilder();
    int named = entries.size() == MOST_NAMED + 1 ? entries.size() : MOST_NAMED;
    for (int i = 0; i < Math.min(named, entries.size()); i++) {
      boolean isLast = i == entries.size() - 1;
      names.append(i == 0 ? "" : isLast ? " and " : ", ").append(key(entries.get(i)).text());
    }
    int more = entries.size() - named;
    return names + (more > 0 ? " and " + more + " more" : "");
  }

  private static boolean isHeededLater(Reference reference, List<Entry> ignored) {
    for (Entry entry : ignored) {
      if (reference.kind() != ObjectKind.SCHEMA && !isOfReference(key(entry).text())) {
        return false;
      }
    }
    return true;
  }

  /** Whether what it leads to says the same. */
  private static boolean isToldThere(Reference reference, Entry entry, OpenApiDescription api) {
    Optional<Mapping> target = api.resolve(reference.node());
    return target.isPresent()
        && target.get().find(key(entry).text()).isPresent()
        && Trees.areEqual(entry.value(), target.get().find(key(entry).text()).orElse(entry.key()));
  }

  /** The reference as the one part of allOf, beside which all keywords count. */
  private static Fix wrapping(Reference reference, OpenApiDescription api) {
    OpenApiFile file = api.file(reference.node().slice());
    NewYaml target = NewYaml.text(reference.target().text());
    NewYaml.Pair parts =
        NewYaml.pair("allOf", NewYaml.list(NewYaml.mapping(NewYaml.pair("$ref", target))));
    return Fix.unsafe(
            "Put the reference into allOf",
            YamlSwap.entry(
                file.yaml(),
                file.source(),
                reference.node(),
                reference.node().entry("$ref").orElseThrow(),
                parts))
        .declaring(
            ModelChange.of(ModelChange.Kind.REMOVE, file.name(), reference.anchor().child("$ref")))
        .declaring(
            ModelChange.of(ModelChange.Kind.ADD, file.name(), reference.anchor().child("allOf")))
        .mayTrigger("openapi/*");
  }
}
