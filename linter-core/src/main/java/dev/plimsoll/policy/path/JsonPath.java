package dev.plimsoll.policy.path;

import dev.plimsoll.policy.path.Selector.Segment;
import java.util.List;

/** A path into a tree, compiled: a query of RFC 9535. */
public final class JsonPath {

  private final String text;
  private final List<Segment> segments;

  private JsonPath(String text, List<Segment> segments) {
    this.text = text;
    this.segments = List.copyOf(segments);
  }

  /** Compiles a path. */
  public static JsonPath parse(String text) throws PathSyntaxException {
    return new JsonPath(text, PathParser.parse(text));
  }

  /** What it finds in a document, in the order of the document. */
  public List<Match> find(PathDocument document) {
    return new Evaluation(document).query(segments, document.root());
  }

  /** What it finds where {@code $} is a node. */
  public List<Match> findFrom(PathDocument document, Match from) {
    return new Evaluation(document).query(segments, from);
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
