package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.Makefile;
import dev.plimsoll.parse.small.tree.Recipe;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MakefileReaderTest {

  private static Makefile read(String text) {
    return MakefileReader.read(SourceText.of("Makefile", text));
  }

  private static List<String> recipes(String text) {
    List<String> recipes = new ArrayList<>();
    for (Recipe recipe : read(text).recipes()) {
      recipes.add(recipe.target() + ": " + recipe.script());
    }
    return recipes;
  }

  @Test
  void aRecipeIsWhatTheShellGets() {
    assertThat(recipes("all: x\n\t@-a $$b $(c $(d)) ${e} $@\n\n\tf\n"))
        .containsExactly("all: a $b ${_} ${_} ${_}", "all: f");
    assertThat(recipes("%.o: %.c\n\ta \\\n\t  b\n")).containsExactly("%.o: a \\\n  b");
    assertThat(recipes("a b::\n\tc\r\n")).containsExactly("a b: c\r");
  }

  @Test
  void assignmentsAndDefinitionsHaveNone() {
    assertThat(recipes("A := b: \\\n\tc\nB = d:\n\te\n\tf\nC ::= x\n\ty\n")).isEmpty();
    assertThat(recipes("a:\ndefine b\n\tc\nendef\n\td\n")).isEmpty();
    assertThat(recipes("a:\n.RECIPEPREFIX = >\n\tb\n")).isEmpty();
  }

  @Test
  void knowsItsShellAndItsComments() {
    Makefile makefile = read("SHELL := /bin/bash\n# one\na:\n# two\n\tb # three\n");
    assertThat(makefile.shell()).isEqualTo("/bin/bash");
    assertThat(makefile.comments().stream().map(Object::toString))
        .containsExactly("# one", "# two");
    assertThat(makefile.recipes()).hasSize(1);
  }

  @Test
  void editsAreEscapedForMake() {
    Recipe recipe = read("a:\n\t@b $$c\n").recipes().get(0);
    assertThat(recipe.script().part(0, 1).replace("$x").orElseThrow().text()).isEqualTo("$$x");
    assertThat(recipe.script().part(0, 1).place().span()).isEqualTo(new Span(5, 6));
  }
}
