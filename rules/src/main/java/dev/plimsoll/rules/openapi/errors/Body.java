package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiVersion;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A body that a response may have.
 *
 * @param mediaType as written; empty in 2.0, where the operation names it
 * @param key where the media type is named, or the key of the schema in 2.0
 * @param node the media type object, or the response itself in 2.0
 * @param schema as written, a reference perhaps
 */
record Body(String mediaType, Slice key, Mapping node, Optional<YamlNode> schema) {

  /** The bodies of a response, as far as they are written in the description. */
  static List<Body> of(Mapping response, OpenApiDescription api) {
    List<Body> bodies = new ArrayList<>();
    boolean isSwagger = api.version().orElseThrow() == OpenApiVersion.V2_0;
    String field = isSwagger ? "schema" : "content";
    for (Entry entry : response.entries()) {
      if (!(entry.key() instanceof Scalar key) || !key.text().equals(field)) {
        continue;
      }
      if (isSwagger) {
        bodies.add(new Body("", key.slice(), response, Optional.of(entry.value())));
      } else if (entry.value() instanceof Mapping content) {
        add(content, api, bodies);
      }
    }
    return bodies;
  }

  private static void add(Mapping content, OpenApiDescription api, List<Body> bodies) {
    for (Entry entry : content.entries()) {
      if (entry.key() instanceof Scalar key && !key.text().startsWith("x-")) {
        Optional<Mapping> media = api.resolve(entry.value());
        if (media.isPresent()) {
          Optional<YamlNode> schema = media.get().find("schema");
          bodies.add(new Body(key.text(), key.slice(), media.get(), schema));
        }
      }
    }
  }

  /** Whether each media type of a content is one of its bodies: none is elsewhere, or merged. */
  static boolean areAllKnown(YamlNode content, List<Body> bodies) {
    int named = 0;
    if (!(content instanceof Mapping mapping)) {
      return false;
    }
    for (Entry entry : mapping.entries()) {
      named += entry.key() instanceof Scalar key && key.text().startsWith("x-") ? 0 : 1;
    }
    return named == bodies.size();
  }

  /** Whether it is a text for people. */
  boolean isText() {
    return mediaType.toLowerCase(Locale.ROOT).startsWith("text/");
  }

  /** Whether it is JSON, or of a type that follows its rules; that of 2.0 is taken for it. */
  boolean isJson() {
    String type = mediaType.toLowerCase(Locale.ROOT);
    int parameters = type.indexOf(';');
    String bare = (parameters < 0 ? type : type.substring(0, parameters)).strip();
    return bare.isEmpty() || bare.equals("application/json") || bare.endsWith("+json");
  }

  /** Whether it is {@code application/problem+json} (RFC 9457). */
  boolean isProblemJson() {
    return mediaType.toLowerCase(Locale.ROOT).startsWith("application/problem+json");
  }
}
