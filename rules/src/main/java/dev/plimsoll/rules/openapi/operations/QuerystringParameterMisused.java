package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** It is the whole query: nobody can tell where in it another parameter would stand. */
@RuleInfo(
    id = "openapi/querystring-parameter-misused",
    title = "querystring parameter is repeated or mixed",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-schema", "redocly:spec-querystring-parameters", "vacuum:oas3-schema"})
public final class QuerystringParameterMisused extends OpenApiRule {

  private static final String WHOLE = "querystring";

  /** A parameter in the query, or one that is all of it. */
  private record Part(String name, String in, Slice place) {
    boolean isWhole() {
      return in.equals(WHOLE);
    }

    /** Whether it is the same once more: the list has a duplicate, or the path's is overridden. */
    boolean isTwin(Part other) {
      return name.equals(other.name) && in.equals(other.in);
    }
  }

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(ObjectKind.PATH_ITEM);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    if (isKnown(api)) {
      judge(List.of(), parts(object, api), object, context);
    }
  }

  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    Optional<OpenApiObject> item = operation.parent();
    if (!isKnown(api) || operation.find("parameters").isEmpty()) {
      return;
    }
    List<Part> own = parts(operation, api);
    List<Part> ofPath = List.of();
    if (item.isPresent() && item.get().kind() == ObjectKind.PATH_ITEM) {
      ofPath = without(own, parts(item.get(), api));
    }
    judge(ofPath, own, operation, context);
  }

  private static boolean isKnown(OpenApiDescription api) {
    return api.version().equals(Optional.of(OpenApiVersion.V3_2));
  }

  private static List<Part> parts(OpenApiObject owner, OpenApiDescription api) {
    List<Part> parts = new ArrayList<>();
    if (owner.find("parameters").orElse(owner.node()) instanceof Sequence list) {
      for (YamlNode item : list.items()) {
        Optional<Mapping> parameter = api.resolve(item);
        if (parameter.isPresent()) {
          String in = text(parameter.get(), "in");
          if (in.equals("query") || in.equals(WHOLE)) {
            parts.add(new Part(text(parameter.get(), "name"), in, place(item)));
          }
        }
      }
    }
    return parts;
  }

  private static String text(Mapping mapping, String key) {
    return mapping.find(key).orElse(mapping) instanceof Scalar scalar ? scalar.text() : "";
  }

  /** The name of a parameter, or the reference to it. */
  private static Slice place(YamlNode item) {
    if (item instanceof Mapping mapping) {
      Optional<YamlNode> reference = mapping.find("$ref");
      return reference.isPresent()
          ? reference.get().slice()
          : mapping.find("name").orElse(item).slice();
    }
    return item.slice();
  }

  /** The parameters of the path that those of the operation do not stand for. */
  private static List<Part> without(List<Part> own, List<Part> ofPath) {
    List<Part> left = new ArrayList<>();
    for (Part part : ofPath) {
      boolean isOverridden = false;
      for (Part other : own) {
        isOverridden |= other.isTwin(part);
      }
      if (!isOverridden) {
        left.add(part);
      }
    }
    return left;
  }

  /** Reports the first of the own parts that does not go with another one. */
  private static void judge(
      List<Part> inherited, List<Part> own, OpenApiObject owner, RuleContext context) {
    Optional<Part> first = Optional.empty();
    Optional<Part> whole = Optional.empty();
    for (Part part : inherited) {
      first = first.isPresent() ? first : Optional.of(part);
      whole = whole.isPresent() || !part.isWhole() ? whole : Optional.of(part);
    }
    for (Part part : own) {
      Optional<Part> other = part.isWhole() && whole.isEmpty() ? first : whole;
      if (other.isPresent() && !part.isTwin(other.get())) {
        report(part, other.get(), owner, context);
        return;
      }
      first = first.isPresent() ? first : Optional.of(part);
      whole = whole.isPresent() || !part.isWhole() ? whole : Optional.of(part);
    }
  }

  private static void report(Part part, Part other, OpenApiObject owner, RuleContext context) {
    Finding finding =
        other.isWhole()
            ? Finding.at(
                owner.anchor().child("parameters"),
                part.place(),
                "the %s parameter %s has no place beside %s, which is the whole query",
                part.in(),
                part.name(),
                other.name())
            : Finding.at(
                owner.anchor().child("parameters"),
                part.place(),
                "%s is the whole query, and leaves no place for the query parameter %s",
                part.name(),
                other.name());
    context.report(finding.related(other.place(), "the other parameter"));
  }
}
