package dev.plimsoll.rules.openapi.syntax;

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
import dev.plimsoll.rules.openapi.operations.Entries;
import dev.plimsoll.text.Slice;
import java.util.Optional;
import java.util.Set;

/** Each tool follows another of the two. */
@RuleInfo(
    id = "openapi/exclusive-fields",
    title = "Mutually exclusive fields stand together",
    severity = Severity.ERROR,
    category = Category.CORRECTNESS,
    aliases = {"spectral:oas3-schema", "vacuum:oas3-schema", "zally:101"})
public final class ExclusiveFields extends OpenApiRule {

  @Override
  public Set<ObjectKind> kinds() {
    return Set.of(
        ObjectKind.LINK,
        ObjectKind.PARAMETER,
        ObjectKind.HEADER,
        ObjectKind.XML,
        ObjectKind.MEDIA_TYPE,
        ObjectKind.ENCODING);
  }

  @Override
  public void object(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    switch (object.kind()) {
      case LINK -> link(object, api, context);
      case PARAMETER, HEADER -> {
        if (!api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
          both(object, "schema", "content", context);
        }
      }
      case XML -> {
        both(object, "nodeType", "attribute", context);
        both(object, "nodeType", "wrapped", context);
      }
      case MEDIA_TYPE, ENCODING -> {
        both(object, "encoding", "prefixEncoding", context);
        both(object, "encoding", "itemEncoding", context);
      }
      default -> {}
    }
  }

  private static void link(OpenApiObject link, OpenApiDescription api, RuleContext context) {
    boolean isTold = both(link, "operationId", "operationRef", context);
    boolean hasOne = link.find("operationId").isPresent() || link.find("operationRef").isPresent();
    if (!isTold && !hasOne && !Entries.isOpen(link, api)) {
      context.report(
          Finding.at(
              link.anchor(),
              link.key(),
              "the link %s leads to no operation: it needs operationId or operationRef",
              link.name()));
    }
  }

  /** A parameter that is the whole query leaves no place for another in it (3.2). */
  @Override
  public void operation(OpenApiObject operation, OpenApiDescription api, RuleContext context) {
    if (!api.version().equals(Optional.of(OpenApiVersion.V3_2))
        || !(operation.find("parameters").orElse(operation.node()) instanceof Sequence list)) {
      return;
    }
    Optional<YamlNode> whole = Optional.empty();
    for (YamlNode item : list.items()) {
      if (in(item, "querystring", api)) {
        if (whole.isPresent()) {
          query(operation, item, whole.get(), context);
          return;
        }
        whole = Optional.of(item);
      }
    }
    for (YamlNode item : list.items()) {
      if (whole.isPresent() && in(item, "query", api)) {
        query(operation, item, whole.get(), context);
        return;
      }
    }
  }

  private static boolean in(YamlNode item, String place, OpenApiDescription api) {
    Optional<Mapping> parameter = api.resolve(item);
    return parameter.isPresent()
        && parameter.get().find("in").orElse(item) instanceof Scalar in
        && in.text().equals(place);
  }

  private static void query(
      OpenApiObject operation, YamlNode item, YamlNode whole, RuleContext context) {
    context.report(
        Finding.at(
                operation.anchor().child("parameters"),
                item instanceof Mapping mapping && !mapping.entries().isEmpty()
                    ? mapping.entries().get(0).value().slice()
                    : item.slice(),
                "another parameter is the whole query: no second one has a place in it")
            .related(whole.slice(), "the whole query"));
  }

  private static boolean both(OpenApiObject object, String one, String other, RuleContext context) {
    Optional<Slice> first = object.keyOf(one);
    Optional<Slice> second = object.keyOf(other);
    if (first.isEmpty() || second.isEmpty()) {
      return false;
    }
    String name = name(object);
    context.report(
        Finding.at(
                object.anchor().child(other),
                second.get(),
                "%s %s has %s and %s: only one of them may be there",
                label(object.kind()),
                name,
                one,
                other)
            .related(first.get(), "the other one"));
    return true;
  }

  private static String name(OpenApiObject object) {
    Optional<OpenApiObject> parent = object.parent();
    if (object.kind() == ObjectKind.XML && parent.isPresent()) {
      return parent.get().name();
    }
    return object.kind() == ObjectKind.PARAMETER ? object.text("name") : object.name();
  }

  private static String label(ObjectKind kind) {
    return switch (kind) {
      case LINK -> "the link";
      case HEADER -> "the header";
      case XML -> "the XML of";
      case MEDIA_TYPE -> "the media type";
      case ENCODING -> "the encoding";
      default -> "the parameter";
    };
  }
}
