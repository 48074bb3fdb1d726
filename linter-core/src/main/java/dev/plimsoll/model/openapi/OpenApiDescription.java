package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Slice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * An API's description: an entry document, and what its references reach (OpenAPI 3.1.1, section
 * 4.1). Each object stands once in it, where it is defined.
 */
public final class OpenApiDescription {

  private static final int MOST_HOPS = 32;

  private final OpenApiFile entry;
  private final Optional<OpenApiVersion> version;
  private final ReferenceResolver resolver;
  private final Map<String, OpenApiFile> files = new LinkedHashMap<>();
  private final List<OpenApiObject> objects;
  private final Map<ObjectKind, List<OpenApiObject>> byKind = new EnumMap<>(ObjectKind.class);
  private final List<Reference> references;
  private final List<StructureFault> faults;
  private final Optional<TargetKinds> kinds;
  private final Map<Class<?>, Object> made = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> locks = new ConcurrentHashMap<>();

  private OpenApiDescription(OpenApiFile entry, OpenApiFiles others) {
    this.entry = entry;
    this.version = entry.version();
    this.resolver = new ReferenceResolver(entry, others);
    files.put(entry.name(), entry);
    Optional<Mapping> root = entry.root();
    if (version.isPresent() && root.isPresent()) {
      StructureWalk walk = new StructureWalk(entry, version.get(), resolver, files);
      walk.document(root.get());
      this.objects = List.copyOf(walk.objects());
      this.references = List.copyOf(walk.references());
      this.faults = List.copyOf(walk.faults());
      this.kinds = Optional.of(walk.kinds());
    } else {
      this.objects = List.of();
      this.references = List.of();
      this.faults = List.of();
      this.kinds = Optional.empty();
    }
    for (OpenApiObject object : objects) {
      List<OpenApiObject> alike = byKind.get(object.kind());
      if (alike == null) {
        alike = new ArrayList<>();
        byKind.put(object.kind(), alike);
      }
      alike.add(object);
    }
  }

  /** What a document describes alone. */
  public static OpenApiDescription of(OpenApiFile entry) {
    return new OpenApiDescription(entry, OpenApiFiles.NONE);
  }

  /** What a document describes with the files that it names. */
  public static OpenApiDescription of(OpenApiFile entry, OpenApiFiles others) {
    return new OpenApiDescription(entry, others);
  }

  /**
   * What several rules make of it: made when the first asks, one of a class, and awaited by others.
   * It has to be such that threads can share it, and may ask for others, but not for those that ask
   * for it.
   */
  public <T> T once(Class<T> type, Function<OpenApiDescription, T> make) {
    Object known = made.get(type);
    if (known == null) {
      synchronized (locks.computeIfAbsent(type, each -> new Object())) {
        known = made.get(type);
        if (known == null) {
          known = make.apply(this); // not within the map, for it may ask for others
          made.put(type, known);
        }
      }
    }
    return type.cast(known);
  }

  /** The document that it begins with. */
  public OpenApiFile entry() {
    return entry;
  }

  /** As which version it is read; nothing where it names none that is like one we know. */
  public Optional<OpenApiVersion> version() {
    return version;
  }

  /** Whether its schemas are those of JSON Schema 2020-12. */
  public boolean hasJsonSchema() {
    return version.isPresent() && version.get().hasJsonSchema();
  }

  /** Its files by name, the entry first, in the order in which they were reached. */
  public Map<String, OpenApiFile> files() {
    return files;
  }

  /** The file in which something stands. */
  public OpenApiFile file(Slice place) {
    return files.getOrDefault(place.place().file(), entry);
  }

  /** The file in which an object is defined. */
  public OpenApiFile file(OpenApiObject object) {
    return file(object.node().slice());
  }

  /** Its objects where they are defined, each before what stands in it. */
  public List<OpenApiObject> objects() {
    return objects;
  }

  /** Its objects of one kind, each before what stands in it. */
  public List<OpenApiObject> objects(ObjectKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** Its references, in the order of the text. */
  public List<Reference> references() {
    return references;
  }

  /** Where it is not made as its version says. */
  public List<StructureFault> faults() {
    return faults;
  }

  /** Where a reference leads. */
  public Target target(Reference reference) {
    return resolver.target(reference.target());
  }

  /**
   * The kind of what a reference leads to in another file, where that is not the one it should be.
   *
   * @return nothing where it leads into the entry, or nobody can tell for sure
   */
  public Optional<ObjectKind> otherKind(Reference reference) {
    Target target = target(reference);
    boolean isElsewhere =
        target.file().isPresent() && !target.file().get().name().equals(entry.name());
    return isElsewhere && kinds.isPresent()
        ? kinds.get().other(target, reference.kind())
        : Optional.empty();
  }

  /**
   * The node that a reference leads to.
   *
   * @return nothing where it leads nowhere, or to what is not read
   */
  public Optional<YamlNode> find(Reference reference) {
    return find(reference.target());
  }

  /**
   * The node that the text of a {@code $ref} leads to from where it stands.
   *
   * @return nothing where it leads nowhere, or to what is not read
   */
  public Optional<YamlNode> find(Scalar reference) {
    return resolver.target(reference).node();
  }

  /**
   * The mapping that a node is, or that the references lead to that stand for it.
   *
   * @return nothing where one leads nowhere, to what is not read, or in a circle
   */
  public Optional<Mapping> resolve(YamlNode node) {
    Optional<YamlNode> at = Optional.of(node);
    for (int hop = 0; hop <= MOST_HOPS && at.isPresent(); hop++) {
      if (!(at.get() instanceof Mapping mapping)) {
        return Optional.empty();
      }
      Optional<YamlNode> target = mapping.find("$ref");
      if (target.isEmpty()) {
        return Optional.of(mapping);
      }
      at = target.get() instanceof Scalar scalar ? find(scalar) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether following references from one comes back to one that was followed before. */
  public boolean isCircle(Reference reference) {
    Optional<YamlNode> at = find(reference);
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      Optional<YamlNode> next =
          at.isPresent() && at.get() instanceof Mapping mapping
              ? mapping.find("$ref")
              : Optional.empty();
      if (next.isEmpty() || !(next.get() instanceof Scalar scalar)) {
        return false;
      }
      at = find(scalar);
    }
    return true;
  }
}
