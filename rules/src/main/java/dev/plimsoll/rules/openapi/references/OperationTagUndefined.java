package dev.plimsoll.rules.openapi.references;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** It gets no description and no place of its own among the tags: often it is a slip of the pen. */
@RuleInfo(
    id = "openapi/operation-tag-undefined",
    title = "Operation uses an undefined tag",
    severity = Severity.WARNING,
    category = Category.MAINTAINABILITY,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:operation-tag-defined",
      "redocly:operation-tag-defined",
      "vacuum:operation-tag-defined",
      "zally:M011"
    })
public final class OperationTagUndefined extends OpenApiRule {

  /** A tag where an operation first has it, and how many operations do. */
  private record Use(Scalar tag, Anchor anchor, int count) {}

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<RootTags> tags = RootTags.of(api);
    if (tags.isEmpty() || !tags.get().isKnown()) {
      return; // where the root has none, openapi/root-tags-missing says so
    }
    List<String> defined = new ArrayList<>(tags.get().names());
    Map<String, Use> undefined = undefined(api, tags.get());
    List<String> added = new ArrayList<>();
    for (Use use : undefined.values()) {
      if (meant(use, defined).isEmpty()) {
        added.add(use.tag().text());
      }
    }
    for (Use use : undefined.values()) {
      Optional<String> meant = meant(use, defined);
      Finding finding =
          Finding.at(
              use.anchor(),
              use.tag().slice(),
              "the tag %s is not among the tags of the document%s",
              use.tag().text(),
              meant.isPresent() ? " (did you mean " + meant.get() + "?)" : "");
      context.report(
          finding.withFix(
              meant.isPresent()
                  ? renaming(use, meant.get(), api)
                  : adding(added, tags.get().list(), api)));
    }
  }

  private static Map<String, Use> undefined(OpenApiDescription api, RootTags tags) {
    Map<String, Use> undefined = new LinkedHashMap<>();
    for (OpenApiObject object : api.objects(ObjectKind.OPERATION)) {
      if (object.find("tags").orElse(object.node()) instanceof Sequence list) {
        for (YamlNode item : list.items()) {
          if (item instanceof Scalar tag && !tag.isNull() && !tags.names().contains(tag.text())) {
            Use first = undefined.get(tag.text());
            undefined.put(
                tag.text(),
                first == null
                    ? new Use(tag, object.anchor().child("tags"), 1)
                    : new Use(first.tag(), first.anchor(), first.count() + 1));
          }
        }
      }
    }
    return undefined;
  }

  /** The tag that one is likely to be a slip for: it is used once. */
  private static Optional<String> meant(Use use, List<String> defined) {
    return use.count() == 1 ? NearestName.of(use.tag().text(), defined) : Optional.empty();
  }

  private static Fix renaming(Use use, String name, OpenApiDescription api) {
    OpenApiFile file = api.file(use.tag().slice());
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    return Fix.unsafe("Call it " + name, edits.replace(use.tag(), NewYaml.text(name)))
        .changing(use.anchor())
        .mayTrigger("openapi/*");
  }

  /** One insertion for all tags: with one for each, they would be in each other's way. */
  private static Fix adding(List<String> names, Sequence list, OpenApiDescription api) {
    OpenApiFile file = api.entry();
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    List<String> written = list.items().isEmpty() ? names.subList(0, 1) : names;
    StringBuilder text = new StringBuilder();
    Edit edit = new Edit.Impossible("there is none");
    for (String name : written) {
      edit = edits.addItem(list, NewYaml.mapping(NewYaml.pair("name", NewYaml.text(name))));
      if (edit instanceof Edit.Replace insertion) {
        text.append(insertion.text());
        edit = new Edit.Replace(insertion.file(), insertion.span(), text.toString());
      }
    }
    String title =
        written.size() == 1 ? "Define the tag" : "Define the " + written.size() + " tags";
    return Fix.unsafe(title, edit)
        .declaring(ModelChange.of(ModelChange.Kind.ADD, file.name(), Anchor.FILE.child("tags")))
        .mayTrigger("openapi/*");
  }
}
