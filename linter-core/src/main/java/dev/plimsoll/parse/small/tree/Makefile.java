package dev.plimsoll.parse.small.tree;

import dev.plimsoll.text.Slice;
import java.util.List;

/**
 * What a Makefile says that concerns the shell.
 *
 * @param shell the value of SHELL, as written; empty where it is not set
 * @param recipes none where the file changes how recipes read: .ONESHELL, .RECIPEPREFIX
 * @param comments of make itself, each on a line of its own
 */
public record Makefile(String shell, List<Recipe> recipes, List<Slice> comments) {
  public Makefile {
    recipes = List.copyOf(recipes);
    comments = List.copyOf(comments);
  }
}
