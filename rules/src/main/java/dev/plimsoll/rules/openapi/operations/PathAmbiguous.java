package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.ObjectKind;
import dev.plimsoll.model.openapi.OpenApiDescription;
import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import dev.plimsoll.parse.yaml.tree.YamlNode;
import dev.plimsoll.parse.yaml.tree.YamlNode.Mapping;
import dev.plimsoll.parse.yaml.tree.YamlNode.Scalar;
import dev.plimsoll.rule.Category;
import dev.plimsoll.rule.Finding;
import dev.plimsoll.rule.OpenApiRule;
import dev.plimsoll.rule.RuleContext;
import dev.plimsoll.rule.RuleInfo;
import dev.plimsoll.rule.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which of the two answers is up to the server, and to each tool anew. */
@RuleInfo(
    id = "openapi/path-ambiguous",
    title = "Two paths can match the same URL",
    severity = Severity.WARNING,
    category = Category.CORRECTNESS,
    aliases = {"redocly:no-ambiguous-paths", "vacuum:no-ambiguous-paths"})
public final class PathAmbiguous extends OpenApiRule {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace", "query");

  @Override
  public void description(OpenApiDescription api, RuleContext context) {
    PathTrie trie = new PathTrie();
    List<PathSegments> paths = new ArrayList<>();
    Set<String> shapes = new HashSet<>();
    for (OpenApiObject object : api.objects(ObjectKind.PATH_ITEM)) {
      if (Paths.isPath(object)) {
        shapes.add(PathTemplate.shape(object.name()));
        Optional<PathSegments> path = PathSegments.of(object);
        if (path.isPresent()) {
          paths.add(path.get());
          trie.add(path.get());
        }
      }
    }
    Set<OpenApiObject> told = new HashSet<>();
    for (PathSegments path : paths) {
      for (PathSegments rival : trie.rivals(path)) {
        check(path, rival, shapes, told, api, context);
      }
    }
  }

  private static void check(
      PathSegments path,
      PathSegments rival,
      Set<String> shapes,
      Set<OpenApiObject> told,
      OpenApiDescription api,
      RuleContext context) {
    boolean isLater = path.item().key().span().start() > rival.item().key().span().start();
    OpenApiObject later = isLater ? path.item() : rival.item();
    OpenApiObject first = isLater ? rival.item() : path.item();
    String meeting = path.meeting(rival);
    if (told.contains(later) || shapes.contains(PathTemplate.shape(meeting))) {
      return; // a path of its own takes what both match
    }
    Optional<String> method = shared(path, rival, new PathVariable(api));
    if (method.isPresent()) {
      told.add(later);
      context.report(
          Finding.at(
                  later.anchor(),
                  later.key(),
                  "%s matches %s %s, and so does %s",
                  later.name(),
                  method.get().toUpperCase(Locale.ROOT),
                  meeting,
                  first.name())
              .related(first.key(), "the other path"));
    }
  }

  /** The first method that both have for URLs which both match. */
  private static Optional<String> shared(
      PathSegments path, PathSegments rival, PathVariable variable) {
    for (YamlNode.Entry entry : path.item().node().entries()) {
      if (entry.key() instanceof Scalar method
          && METHODS.contains(method.text())
          && rival.item().find(method.text()).isPresent()) {
        Optional<Mapping> operation = variable.operation(path.item(), method.text());
        Optional<Mapping> other = variable.operation(rival.item(), method.text());
        if (operation.isPresent()
            && other.isPresent()
            && takes(path, operation.get(), rival, variable)
            && takes(rival, other.get(), path, variable)) {
          return Optional.of(method.text());
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the variables of a path take what the other one has in their place. */
  private static boolean takes(
      PathSegments path, Mapping operation, PathSegments other, PathVariable variable) {
    for (int i = 0; i < path.segments().size(); i++) {
      if (path.isVariable(i)
          && !other.isVariable(i)
          && !variable.takes(
              other.segments().get(i), path.variables().get(i), path.item(), operation)) {
        return false;
      }
    }
    return true;
  }
}
