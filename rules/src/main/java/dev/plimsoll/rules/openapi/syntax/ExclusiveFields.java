package dev.plimsoll.rules.openapi.syntax;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.OpenApiVersion;
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
      case PARAMETER, HEADER -> parameter(object, api, context);
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

  /** From 3.2 on, what says how a value is written does not go with a media type either. */
  private static void parameter(OpenApiObject object, OpenApiDescription api, RuleContext context) {
    OpenApiVersion version = api.version().orElseThrow();
    if (version == OpenApiVersion.V2_0 || object.find("content").isEmpty()) {
      return;
    }
    boolean isTold = both(object, "schema", "content", context);
    if (!isTold && version == OpenApiVersion.V3_2) {
      boolean isStyle = both(object, "content", "style", context);
      if (!isStyle) {
        both(object, "content", "explode", context);
      }
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
