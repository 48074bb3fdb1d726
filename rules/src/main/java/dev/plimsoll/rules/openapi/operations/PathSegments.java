package dev.plimsoll.rules.openapi.operations;

import dev.plimsoll.model.openapi.OpenApiObject;
import dev.plimsoll.model.openapi.PathTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path between its slashes: {@code {}} stands for a segment that is a variable alone. */
record PathSegments(OpenApiObject item, List<String> segments, List<String> variables) {

  static final String VARIABLE = "{}";

  PathSegments {
    segments = List.copyOf(segments);
    variables = List.copyOf(variables);
  }

  /**
   * Those of a path item.
   *
   * @return nothing where its template is broken, or its operations stand elsewhere
   */
  static Optional<PathSegments> of(OpenApiObject item) {
    String path = item.name();
    PathTemplate template = PathTemplate.of(path);
    if (!template.isWhole()
        || !path.startsWith("/")
        || path.indexOf('?') >= 0
        || path.indexOf('#') >= 0
        || item.find("$ref").isPresent()
        || item.find("<<").isPresent()) {
      return Optional.empty();
    }
    List<String> segments = new ArrayList<>();
    List<String> variables = new ArrayList<>();
    int from = 1;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(from, end);
      PathTemplate inner = PathTemplate.of(segment);
      if (!inner.isWhole()) {
        return Optional.empty(); // a slash within braces
      }
      boolean isVariable =
          inner.variables().size() == 1
              && inner.variables().get(0).start() == 0
              && inner.variables().get(0).end() == segment.length();
      segments.add(isVariable ? VARIABLE : PathTemplate.shape(segment));
      variables.add(isVariable ? inner.variables().get(0).name() : "");
      from = end + 1;
    }
    return Optional.of(new PathSegments(item, segments, variables));
  }

  boolean isVariable(int index) {
    return segments.get(index).equals(VARIABLE);
  }

  /** The path that matches what both match, with literal segments where one of them has some. */
  String meeting(PathSegments other) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < segments.size(); i++) {
      path.append('/').append(isVariable(i) ? other.written(i) : written(i));
    }
    return path.toString();
  }

  private String written(int index) {
    return isVariable(index) ? "{" + variables.get(index) + "}" : segments.get(index);
  }
}
