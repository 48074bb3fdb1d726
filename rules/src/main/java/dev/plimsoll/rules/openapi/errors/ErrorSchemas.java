package dev.plimsoll.rules.openapi.errors;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.parse.yaml.tree.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The schemas that the operations of an API answer errors with, each once, where it is defined. One
 * that successes have too is none of them; of alternatives each is one.
 */
final class ErrorSchemas {

  private static final int DEEPEST = 8;

  private final OpenApiDescription api;
  private final IdentityHashMap<Mapping, List<ErrorUse>> found = new IdentityHashMap<>();
  private final IdentityHashMap<Mapping, List<ErrorUse>> bases = new IdentityHashMap<>();
  private final IdentityHashMap<Mapping, Mapping> baseOf = new IdentityHashMap<>();
  private final IdentityHashMap<Mapping, Boolean> successes = new IdentityHashMap<>();
  private final IdentityHashMap<Mapping, ErrorSchema> defined = new IdentityHashMap<>();
  private final Set<Mapping> listed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Mapping> passed = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Mapping> extended = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<ErrorResponse> responses;
  private final List<ErrorSchema> schemas = new ArrayList<>();

  private ErrorSchemas(OpenApiDescription api) {
    this.api = api;
    ErrorAnswers answers = ErrorAnswers.of(api);
    responses = answers.errors();
    for (ErrorResponse response : responses) {
      for (Body body : Body.of(response.definition().node(), api)) {
        if (body.schema().isPresent() && MediaTypes.isStructured(body.mediaType())) {
          passed.clear();
          add(body.schema().get(), new ErrorUse(response, body), 0);
        }
      }
    }
    if (found.isEmpty()) {
      return;
    }
    addSuccesses(answers.all());
    for (OpenApiObject object : api.objects(ObjectKind.SCHEMA)) {
      if (!successes.containsKey(object.node())) {
        define(object);
      }
    }
  }

  static ErrorSchemas of(OpenApiDescription api) {
    return api.once(ErrorSchemas.class, ErrorSchemas::new);
  }

  /** The responses that tell of errors, whatever bodies they have. */
  List<ErrorResponse> responses() {
    return responses;
  }

  /** All, in the order of the text. */
  List<ErrorSchema> all() {
    return schemas;
  }

  /**
   * Those whose shape is at fault, those written out alike together. Where a schema has its fault
   * from one that it extends, that one is at fault.
   */
  List<Alike> faulty(Predicate<ErrorShape> isFaulty) {
    Set<ErrorSchema> faulty = new LinkedHashSet<>();
    for (ErrorSchema schema : schemas) {
      if (isFaulty.test(schema.shape())) {
        faulty.add(root(schema, isFaulty));
      }
    }
    return Alike.among(faulty);
  }

  private ErrorSchema root(ErrorSchema schema, Predicate<ErrorShape> isFaulty) {
    ErrorSchema root = schema;
    for (int i = 0; i < DEEPEST; i++) {
      Mapping base = baseOf.get(root.object().node());
      ErrorSchema next = base == null ? null : defined.get(base);
      if (next == null || !isFaulty.test(next.shape())) {
        return root;
      }
      root = next;
    }
    return root;
  }

  private void define(OpenApiObject object) {
    List<ErrorUse> uses = found.get(object.node());
    List<ErrorUse> inherited = bases.get(object.node());
    boolean isListed = listed.contains(object.node());
    if (uses != null) {
      ErrorShape shape = ErrorShape.of(object.node(), api);
      ErrorSchema schema = new ErrorSchema(object, shape, uses, isListed);
      schemas.add(schema);
      defined.put(object.node(), schema);
    } else if (inherited != null) {
      ErrorShape shape = ErrorShape.of(object.node(), api);
      defined.put(object.node(), new ErrorSchema(object, shape, inherited, isListed));
    }
  }

  private void add(YamlNode schema, ErrorUse use, int depth) {
    Optional<Mapping> mapping = api.resolve(schema);
    if (mapping.isEmpty() || depth > DEEPEST || !passed.add(mapping.get())) {
      return;
    }
    List<YamlNode> parts = parts(mapping.get());
    if (parts.isEmpty()) {
      found.computeIfAbsent(mapping.get(), key -> new ArrayList<>()).add(use);
      extended.clear();
      addBase(mapping.get(), use, 0);
    }
    for (YamlNode part : parts) {
      add(part, use, depth + 1);
      Optional<Mapping> item = api.resolve(part);
      if (item.isPresent() && mapping.get().find("items").isPresent()) {
        listed.add(item.get());
      }
    }
  }

  /** A schema with a text for people that this one refers to as a part of it. */
  private void addBase(Mapping schema, ErrorUse use, int depth) {
    if (depth > DEEPEST) {
      return;
    }
    for (YamlNode part : list(schema, "allOf")) {
      Optional<Mapping> base =
          part instanceof Mapping own && own.find("$ref").isPresent()
              ? api.resolve(part)
              : Optional.empty();
      if (base.isPresent()
          && extended.add(base.get())
          && ErrorMembers.USUAL.hasText(ErrorShape.of(base.get(), api))) {
        bases.computeIfAbsent(base.get(), key -> new ArrayList<>()).add(use);
        baseOf.putIfAbsent(schema, base.get());
        addBase(base.get(), use, depth + 1);
      }
    }
  }

  private void addSuccesses(List<Answers> answers) {
    Set<YamlNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Answers each : answers) {
      for (Entry entry : each.responses().entries()) {
        if (entry.key() instanceof Scalar key && isSuccess(key.text(), each)) {
          Optional<Mapping> response = api.resolve(entry.value());
          if (response.isPresent() && seen.add(response.get())) {
            for (Body body : Body.of(response.get(), api)) {
              body.schema().ifPresent(schema -> addSuccess(schema, 0));
            }
          }
        }
      }
    }
  }

  private static boolean isSuccess(String key, Answers answers) {
    return Statuses.isIn('2', key) || (key.equals("default") && !answers.isError(key));
  }

  private void addSuccess(YamlNode schema, int depth) {
    Optional<Mapping> mapping = api.resolve(schema);
    if (mapping.isEmpty() || depth > DEEPEST) {
      return;
    }
    if (successes.put(mapping.get(), true) != null) {
      return;
    }
    for (YamlNode part : parts(mapping.get())) {
      addSuccess(part, depth + 1);
    }
  }

  /** The schemas that stand for one which has nothing of its own to judge. */
  private List<YamlNode> parts(Mapping schema) {
    if (schema.find("properties").isPresent()) {
      return List.of();
    }
    if (schema.find("allOf").isPresent()) {
      List<YamlNode> all = list(schema, "allOf");
      return all.size() == 1 ? all : List.of();
    }
    for (String keyword : List.of("oneOf", "anyOf")) {
      List<YamlNode> alternatives = list(schema, keyword);
      if (!alternatives.isEmpty()) {
        return notNull(alternatives);
      }
    }
    Optional<YamlNode> items = schema.find("items");
    return items.isPresent() && ErrorShape.of(items.get(), api).isObject()
        ? List.of(items.get())
        : List.of();
  }

  private static List<YamlNode> notNull(List<YamlNode> alternatives) {
    List<YamlNode> kept = new ArrayList<>();
    for (YamlNode alternative : alternatives) {
      boolean isNull =
          alternative instanceof Mapping mapping
              && mapping.find("type").isPresent()
              && mapping.find("type").get() instanceof Scalar type
              && type.text().equals("null");
      if (!isNull) {
        kept.add(alternative);
      }
    }
    return kept;
  }

  /** The items of a list behind a key; none where that is no list. */
  static List<YamlNode> list(Mapping mapping, String key) {
    Optional<YamlNode> value = mapping.find(key);
    return value.isPresent() && value.get() instanceof Sequence list ? list.items() : List.of();
  }
}
