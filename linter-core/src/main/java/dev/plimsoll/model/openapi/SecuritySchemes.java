package dev.plimsoll.model.openapi;

import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Entry;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The security schemes that requirements can name: those of the entry document.
 *
 * @param node what declares them; nothing where nothing does
 * @param isKnown whether all of them can be seen: not, where an alias or a merge key decides, or an
 *     error of syntax hides the rest
 */
public record SecuritySchemes(Optional<Mapping> node, boolean isKnown) {

  private static final SecuritySchemes UNKNOWN = new SecuritySchemes(Optional.empty(), false);
  private static final SecuritySchemes NONE = new SecuritySchemes(Optional.empty(), true);

  /** Those of a description. */
  public static SecuritySchemes of(OpenApiDescription api) {
    Optional<Mapping> root = api.entry().root();
    if (root.isEmpty()) {
      return UNKNOWN;
    }
    if (api.version().isPresent() && api.version().get() == OpenApiVersion.V2_0) {
      return in(root.get(), "securityDefinitions", api);
    }
    Optional<YamlNode> components = root.get().find("components");
    if (components.isEmpty()) {
      return isWhole(root.get(), api) ? NONE : UNKNOWN;
    }
    Optional<Mapping> resolved = api.resolve(components.get());
    return resolved.isEmpty() ? UNKNOWN : in(resolved.get(), "securitySchemes", api);
  }

  private static SecuritySchemes in(Mapping around, String field, OpenApiDescription api) {
    Optional<YamlNode> section = around.find(field);
    if (section.isEmpty()) {
      return isWhole(around, api) ? NONE : UNKNOWN;
    }
    Optional<Mapping> schemes = api.resolve(section.get());
    return new SecuritySchemes(schemes, schemes.isPresent() && isWhole(schemes.get(), api));
  }

  private static boolean isWhole(Mapping mapping, OpenApiDescription api) {
    return mapping.find("<<").isEmpty() && !api.file(mapping.slice()).yaml().isCut(mapping);
  }

  /** Whether the document declares no scheme at all, and that can be seen. */
  public boolean areNone() {
    return isKnown && names().isEmpty();
  }

  /** What stands for a scheme of that name, perhaps a reference. */
  public Optional<YamlNode> find(String name) {
    return node.isEmpty() ? Optional.empty() : node.get().find(name);
  }

  /** The names of the schemes. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    if (node.isPresent()) {
      for (Entry entry : node.get().entries()) {
        if (entry.key() instanceof Scalar key && !key.text().startsWith("x-")) {
          names.add(key.text());
        }
      }
    }
    return names;
  }

  /**
   * The scheme that a requirement names.
   *
   * @return nothing where it is not declared, or stands where it cannot be seen
   */
  public Optional<Mapping> resolve(String name, OpenApiDescription api) {
    Optional<YamlNode> scheme = find(name);
    if (scheme.isPresent()) {
      return api.resolve(scheme.get());
    }
    Optional<Mapping> root = api.entry().root();
    boolean isLocal =
        api.version().equals(Optional.of(OpenApiVersion.V3_2)) && name.startsWith("#");
    Optional<YamlNode> found =
        isLocal && root.isPresent()
            ? Pointer.find(root.get(), name.substring(1))
            : Optional.empty();
    return found.isPresent() ? api.resolve(found.get()) : Optional.empty();
  }

  /**
   * The scopes that a scheme's flows declare.
   *
   * @return nothing where they cannot be seen: those of OpenID Connect stand in its discovery
   *     document
   */
  public static Optional<Set<String>> scopes(Mapping scheme, OpenApiDescription api) {
    boolean isOauth =
        scheme.find("type").orElse(scheme) instanceof Scalar type && type.text().equals("oauth2");
    if (!isOauth || scheme.find("<<").isPresent() || scheme.find("oauth2MetadataUrl").isPresent()) {
      return Optional.empty();
    }
    Set<String> scopes = new HashSet<>();
    if (api.version().equals(Optional.of(OpenApiVersion.V2_0))) {
      return addScopes(scheme, scopes) ? Optional.of(scopes) : Optional.empty();
    }
    Optional<YamlNode> flows = scheme.find("flows");
    Optional<Mapping> all = flows.isEmpty() ? Optional.empty() : api.resolve(flows.get());
    if (all.isEmpty()) {
      return Optional.empty();
    }
    for (Entry entry : all.get().entries()) {
      boolean isExtension = entry.key() instanceof Scalar key && key.text().startsWith("x-");
      Optional<Mapping> flow = isExtension ? Optional.empty() : api.resolve(entry.value());
      if (!isExtension && (flow.isEmpty() || !addScopes(flow.get(), scopes))) {
        return Optional.empty();
      }
    }
    return Optional.of(scopes);
  }

  private static boolean addScopes(Mapping flow, Set<String> scopes) {
    Optional<YamlNode> list = flow.find("scopes");
    if (list.isEmpty() || !(list.get() instanceof Mapping declared)) {
      return false;
    }
    for (Entry entry : declared.entries()) {
      if (!(entry.key() instanceof Scalar key)
          || key.text().equals("<<")
          || key.text().equals("$ref")) {
        return false;
      }
      scopes.add(key.text());
    }
    return true;
  }
}
