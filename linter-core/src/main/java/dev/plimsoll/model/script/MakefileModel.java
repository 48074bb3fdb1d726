package dev.plimsoll.model.script;

import dev.plimsoll.model.CommentSite;
import dev.plimsoll.model.CommentSite.Standing;
import dev.plimsoll.model.SourceModel;
import dev.plimsoll.model.command.Script;
import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.command.ScriptSecrets;
import dev.plimsoll.model.command.Shells;
import dev.plimsoll.parse.Problem;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ScriptTree;
import dev.plimsoll.parse.small.MakefileReader;
import dev.plimsoll.parse.small.tree.Makefile;
import dev.plimsoll.parse.small.tree.Recipe;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.Place;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Makefile: the scripts in its recipes. What make itself would say of it is not looked at. */
public record MakefileModel(SourceText source, List<RecipeScript> recipes, List<Slice> ownComments)
    implements SourceModel {

  public MakefileModel {
    recipes = List.copyOf(recipes);
    ownComments = List.copyOf(ownComments);
  }

  public static MakefileModel of(SourceText source, ScriptReader scripts) {
    Makefile makefile = MakefileReader.read(source);
    Shells shells = new Shells(Dialect.BASH);
    String shell = makefile.shell().isEmpty() ? "/bin/sh" : makefile.shell();
    String program = shell.substring(shell.lastIndexOf('/') + 1);
    Optional<Dialect> dialect = shells.dialect(program);
    List<RecipeScript> recipes = new ArrayList<>();
    if (dialect.isPresent()) {
      for (Recipe recipe : makefile.recipes()) {
        Anchor anchor = Anchor.FILE.child(recipe.target().text().replace('/', '|'));
        Script script = scripts.read(anchor, recipe.script(), dialect.get(), shells);
        Script known = recipe.hasReferences() ? script.withoutProblems() : script;
        recipes.add(new RecipeScript(anchor, known, List.of(shell)));
      }
    }
    return new MakefileModel(source, recipes, makefile.comments());
  }

  @Override
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (RecipeScript recipe : recipes) {
      problems.addAll(recipe.script().problems());
    }
    return problems;
  }

  @Override
  public Optional<Slice> template() {
    return Optional.empty();
  }

  /** Those of the recipes, and what stands around them without its comments. */
  @Override
  public List<Facet> facets() {
    List<Facet> facets = new ArrayList<>();
    StringBuilder around = new StringBuilder();
    int at = 0;
    for (RecipeScript recipe : recipes) {
      Span span = recipe.script().slice().place().span();
      around.append(source.content(), at, Math.max(at, span.start())).append('\0');
      at = span.end();
      facets.addAll(recipe.script().facets());
    }
    around.append(source.content(), at, source.content().length());
    StringBuilder rest = new StringBuilder();
    for (String line : around.toString().split("\n", -1)) {
      if (!line.stripLeading().startsWith("#")) {
        rest.append(line).append('\n');
      }
    }
    facets.add(new Facet(Anchor.FILE, rest.toString()));
    return facets;
  }

  @Override
  public List<Place> secrets() {
    return ScriptSecrets.in(source, recipes);
  }

  @Override
  public List<Slice> comments() {
    List<Slice> comments = new ArrayList<>(ownComments);
    for (RecipeScript recipe : recipes) {
      Optional<ScriptTree> tree = recipe.script().tree();
      if (tree.isPresent()) {
        comments.addAll(tree.get().comments());
      }
    }
    return comments;
  }

  @Override
  public CommentSite site(Slice comment) {
    int end = comment.place().span().end();
    boolean isFirst = true;
    for (RecipeScript recipe : recipes) {
      CommentSite site = recipe.script().siteAfter(end);
      if (!site.span().isEmpty()) {
        Standing standing = isFirst ? Standing.HEAD : Standing.BODY;
        return site.standing(CommentSite.isAlone(comment) ? standing : Standing.TRAILING);
      }
      isFirst = false;
    }
    return new CommentSite(Anchor.FILE, Span.at(end), isFirst ? Standing.HEAD : Standing.BODY);
  }
}
