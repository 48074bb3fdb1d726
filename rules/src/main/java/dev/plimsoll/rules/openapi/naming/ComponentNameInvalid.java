package dev.plimsoll.rules.openapi.naming;

import dev.plimsoll.fix.Edit;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.NewYaml;
import dev.plimsoll.fix.Safety;
import dev.plimsoll.fix.YamlEdits;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** References to it have to be escaped, and generators make other names of it. */
@RuleInfo(
    id = "openapi/component-name-invalid",
    title = "Component name has characters outside the allowed set",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    fix = Safety.UNSAFE,
    aliases = {
      "spectral:oas3-schema",
      "redocly:spec-components-invalid-map-name",
      "vacuum:oas3-schema"
    })
public final class ComponentNameInvalid extends OpenApiRule {

  private static final Anchor COMPONENTS = Anchor.FILE.child("components");

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    Optional<YamlNode> section =
        api.objects().isEmpty() ? Optional.empty() : api.objects().get(0).find("components");
    if (section.isPresent()
        && section.get() instanceof Mapping components
        && api.version().orElseThrow() != OpenApiVersion.V2_0) {
      check(components, api, context);
    }
  }

  private static void check(Mapping components, OpenApiDescription api, RuleContext context) {
    Optional<ComponentUses> uses = Optional.empty();
    for (YamlNode.Entry section : components.entries()) {
      if (section.key() instanceof Scalar kind
          && !kind.text().startsWith("x-")
          && section.value() instanceof Mapping named) {
        for (YamlNode.Entry entry : named.entries()) {
          if (entry.key() instanceof Scalar name && isInvalid(name.text())) {
            ComponentUses known = uses.orElseGet(() -> new ComponentUses(api));
            uses = Optional.of(known);
            report(entry, name, kind.text(), named, known, api.entry(), context);
          }
        }
      }
    }
  }

  private static boolean isInvalid(String name) {
    boolean isOther = name.isEmpty() || firstInvalid(name) < name.length();
    return isOther && !name.equals("<<") && !name.equals("$ref");
  }

  private static int firstInvalid(String name) {
    int at = 0;
    while (at < name.length() && isAllowed(name.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isAllowed(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "-._".indexOf(c) >= 0);
  }

  private static void report(
      YamlNode.Entry entry,
      Scalar name,
      String section,
      Mapping named,
      ComponentUses uses,
      OpenApiFile file,
      RuleContext context) {
    String text = name.text();
    Anchor anchor = COMPONENTS.child(section).child(text.replace('/', '|'));
    Finding finding =
        text.isEmpty()
            ? Finding.at(anchor, name.slice(), "a component has an empty name")
            : Finding.at(
                anchor,
                name.slice(),
                "%s has a %s in it: names of components are made of letters, digits, . - and _",
                text,
                label(text));
    Optional<String> valid = valid(text, named);
    Optional<List<ComponentUses.Use>> places = uses.of(section, text);
    if (valid.isPresent() && places.isPresent()) {
      finding = finding.withFix(fix(entry, named, anchor, valid.get(), places.get(), file));
    }
    context.report(finding);
  }

  private static String label(String name) {
    int first = name.codePointAt(firstInvalid(name));
    return first == ' ' ? "blank" : Character.toString(first);
  }

  /** The name without what may not be in it, if there is one that is free. */
  private static Optional<String> valid(String name, Mapping named) {
    StringBuilder valid = new StringBuilder();
    boolean isStart = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isAllowed(c)) {
        valid.append(isStart && !valid.isEmpty() ? Character.toUpperCase(c) : c);
      } else if (Character.isLetterOrDigit(c)) {
        return Optional.empty(); // a letter of another alphabet
      }
      isStart = !isAllowed(c);
    }
    return valid.isEmpty() || named.find(valid.toString()).isPresent()
        ? Optional.empty()
        : Optional.of(valid.toString());
  }

  private static Fix fix(
      YamlNode.Entry entry,
      Mapping named,
      Anchor anchor,
      String name,
      List<ComponentUses.Use> uses,
      OpenApiFile file) {
    YamlEdits edits = YamlEdits.of(file.yaml(), file.source());
    List<Edit> changes = new ArrayList<>();
    changes.add(edits.renameKey(named, entry, name));
    for (ComponentUses.Use use : uses) {
      changes.add(edits.replace(use.text(), NewYaml.text(use.before() + name + use.after())));
    }
    String in = file.name();
    Fix fix =
        Fix.unsafe("Call it " + name, changes.toArray(new Edit[0]))
            .declaring(ModelChange.move(in, anchor, in, anchor.sibling(name)));
    for (ComponentUses.Use use : uses) {
      Anchor old = use.anchor();
      fix =
          fix.declaring(
              use.isKey()
                  ? ModelChange.move(in, old, in, old.sibling(name))
                  : ModelChange.of(ModelChange.Kind.CHANGE, in, old));
    }
    return fix;
  }
}
