package dev.plimsoll.model.openapi;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.PlacedFacet;
import dev.plimsoll.model.PlacedFacets;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.YamlFacets;
import dev.plimsoll.model.YamlOutline;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.JsonReader;
import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.parse.yaml.tree.YamlDocument;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A file of an OpenAPI description, in YAML or JSON: its entry document, or one that is reached.
 */
public final class OpenApiFile implements SourceModel {

  private final SourceText source;
  private final YamlFile yaml;
  private final List<Problem> problems;
  private final Optional<OpenApiVersion> version;
  private volatile Optional<YamlOutline> outline = Optional.empty();

  private OpenApiFile(SourceText source, Parsed<YamlFile> parsed) {
    this.source = source;
    this.yaml = parsed.tree();
    this.problems = parsed.problems();
    Optional<Scalar> named = versionNode();
    Optional<OpenApiVersion> exact =
        named.isEmpty() ? Optional.empty() : OpenApiVersion.of(named.get().text());
    this.version =
        exact.isPresent() || named.isEmpty() ? exact : OpenApiVersion.nearest(named.get().text());
  }

  /** Reads a document, as JSON where its name says so. */
  public static OpenApiFile of(SourceText source) {
    boolean isJson = isJson(source.name());
    return new OpenApiFile(
        source, isJson ? JsonReader.readFile(source) : YamlReader.readFile(source));
  }

  /** A document as it was read. */
  public static OpenApiFile of(SourceText source, Parsed<YamlFile> read) {
    return new OpenApiFile(source, read);
  }

  @Override
  public SourceText source() {
    return source;
  }

  /** Its tree, with what could not be read of it. */
  public YamlFile yaml() {
    return yaml;
  }

  /** The root of the first document; nothing where that is no mapping. */
  public Optional<Mapping> root() {
    Optional<YamlNode> root = anyRoot();
    return root.isPresent() && root.get() instanceof Mapping mapping
        ? Optional.of(mapping)
        : Optional.empty();
  }

  /** The root of the first document that has one. */
  public Optional<YamlNode> anyRoot() {
    for (YamlDocument document : yaml.documents()) {
      if (document.root().isPresent()) {
        return document.root();
      }
    }
    return Optional.empty();
  }

  /** What stands behind {@code openapi} or {@code swagger}. */
  public Optional<Scalar> versionNode() {
    Optional<Mapping> root = root();
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlNode> openapi = root.get().find("openapi");
    Optional<YamlNode> named = openapi.isPresent() ? openapi : root.get().find("swagger");
    return named.isPresent() && named.get() instanceof Scalar scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }

  /** As which version it is read; nothing where it names none that is like one we know. */
  public Optional<OpenApiVersion> version() {
    return version;
  }

  /** Whether it is written in JSON. */
  public boolean isJson() {
    return isJson(name());
  }

  /** Whether a file of that name is read as JSON. */
  public static boolean isJson(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".json");
  }

  @Override
  public Optional<YamlFile> yamlTree() {
    return Optional.of(yaml);
  }

  @Override
  public List<Problem> problems() {
    return problems;
  }

  @Override
  public Optional<Slice> template() {
    return YamlOutline.template(source, problems);
  }

  @Override
  public List<Facet> facets() {
    return new YamlFacets().of(yaml);
  }

  /** Its facets, in the order of the text, each with its place. */
  public List<PlacedFacet> placedFacets() {
    return new PlacedFacets().of(yaml);
  }

  /** Without words alone: an example of a token is often one, and words stand everywhere. */
  @Override
  public List<Place> secrets() {
    return secrets(source);
  }

  /** Where secrets stand in the text of such a file; a word without a digit is none. */
  public static List<Place> secrets(SourceText source) {
    List<Place> secrets = new ArrayList<>();
    for (Place place : ScriptSecrets.in(source, List.of())) {
      if (hasDigit(source, place.span())) {
        secrets.add(place);
      }
    }
    return secrets;
  }

  private static boolean hasDigit(SourceText source, Span span) {
    for (int i = span.start(); i < span.end(); i++) {
      if (Character.isDigit(source.content().charAt(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Slice> comments() {
    return yaml.comments();
  }

  @Override
  public CommentSite site(Slice comment) {
    return outline().site(comment);
  }

  /** The address of the innermost key or item that a place stands in. */
  public Anchor anchor(Slice place) {
    return outline().anchor(place);
  }

  private YamlOutline outline() {
    YamlOutline known = outline.isPresent() ? outline.get() : new YamlOutline(yaml);
    outline = Optional.of(known);
    return known;
  }
}
