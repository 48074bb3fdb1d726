package dev.plimsoll.model;

import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.yaml.tree.YamlFile;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Optional;

/** What one file means, whatever its language. */
public interface SourceModel {

  SourceText source();

  /** The name of the file in its workspace. */
  default String name() {
    return source().name();
  }

  /** What its reader could not take. */
  List<Problem> problems();

  /** Where it shows that it is a template, of which the file is still to be made. */
  Optional<Slice> template();

  /** The tree of one that is written in YAML or JSON. */
  default Optional<YamlFile> yamlTree() {
    return Optional.empty();
  }

  /** What it says, apart from spelling. */
  List<Facet> facets();

  /** Where secrets stand in it, in order. */
  List<Place> secrets();

  /** Its comments from their first character on, in the order of the text. */
  List<Slice> comments();

  /** What a comment speaks about. */
  CommentSite site(Slice comment);
}
