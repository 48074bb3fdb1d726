package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Edit.Replace;
import dev.plimsoll.fix.Fix;
import dev.plimsoll.fix.ModelChange;
import dev.plimsoll.fix.ModelChange.Kind;
import dev.plimsoll.fix.Splice;
import dev.plimsoll.model.openapi.OpenApiFile;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One edit that works on what another fix writes or declares. */
class AuthorProofTogetherTest {

  private static boolean holds(String file, String text, Fix... fixes) {
    List<Replace> edits = new ArrayList<>();
    for (Fix fix : fixes) {
      edits.addAll(fix.replacements());
    }
    Splice splice = Splice.of(edits, text.length()).orElseThrow();
    OpenApiFile before = OpenApiFile.of(SourceText.of(file, text));
    OpenApiFile after = OpenApiFile.of(SourceText.of(file, splice.apply(text)));
    return new AuthorProof(file, splice, List.of(fixes))
        .holds(before.placedFacets(), after.placedFacets());
  }

  private static Replace edit(String file, String text, String old, String now) {
    int start = text.indexOf(old);
    return new Replace(file, new Span(start, start + old.length()), now);
  }

  private static Fix fix(Replace edit, Kind kind, String... addresses) {
    Fix fix = Fix.unsafe("Replace", edit);
    for (String address : addresses) {
      fix = fix.declaring(ModelChange.of(kind, edit.file(), new Anchor(address)));
    }
    return fix;
  }

  @Test
  void whatAnotherWritesIsNotHiddenInAComment() {
    String text = "info:\n  x: 1\n  y: 2\n  z: 3\n";
    Fix renamed =
        fix(edit("a.yaml", text, "y: 2", "w: 2"), Kind.REMOVE, "info/y")
            .declaring(ModelChange.of(Kind.ADD, "a.yaml", new Anchor("info/w")));
    Fix hiding = fix(edit("a.yaml", text, "1\n", "5\n#"), Kind.CHANGE, "info/x");

    assertThat(holds("a.yaml", text, renamed)).isTrue();
    assertThat(holds("a.yaml", text, renamed, hiding)).isFalse();
    assertThat(holds("a.yaml", text, hiding)).isFalse();
  }

  @Test
  void indentationOfABlockIsItsOwn() {
    String text = "info:\n    x: 1\n    y: |2\n      one\n      two\n";
    Fix outdented =
        Fix.unsafe("Outdent", edit("a.yaml", text, "  x", "x"), edit("a.yaml", text, "  y", "y"));
    Fix changed = fix(edit("a.yaml", text, "two", "due"), Kind.CHANGE, "info/y");

    assertThat(holds("a.yaml", text, changed)).isTrue();
    assertThat(holds("a.yaml", text, outdented, changed)).isFalse();
  }

  @Test
  void linesBehindABlockAreItsOwn() {
    String text = "info:\n  y: |+\n    one\n\n\n  z: 1\n";
    Fix removed = fix(edit("a.yaml", text, "\n\n  z: 1", ""), Kind.REMOVE, "info/z");
    Fix changed = fix(edit("a.yaml", text, "one", "uno"), Kind.CHANGE, "info/y");

    assertThat(holds("a.yaml", text, removed)).isFalse();
    assertThat(holds("a.yaml", text, removed, changed)).isFalse();
  }

  @Test
  void bracketsAreNotMoved() {
    String text = "{\"a\": {\"x\": 1, \"y\": 2}, \"z\": 3}";
    Replace opened = edit("a.json", text, "1,", "1},");
    Replace closed = edit("a.json", text, "2}", "4");
    Fix moved = Fix.unsafe("Move", opened, closed);
    for (String address : List.of("a/x", "a/y", "y")) {
      moved = moved.declaring(ModelChange.of(Kind.CHANGE, "a.json", new Anchor(address)));
    }
    Fix renamed =
        fix(edit("a.json", text, "\"a\"", "\"b\""), Kind.REMOVE, "a")
            .declaring(ModelChange.of(Kind.ADD, "a.json", new Anchor("b")));

    assertThat(holds("a.json", text, renamed)).isTrue();
    assertThat(holds("a.json", text, moved)).isFalse();
    assertThat(holds("a.json", text, moved, renamed)).isFalse();
  }

  @Test
  void anAnchorOfAnItemIsWhatItSays() {
    String text = "a:\n  - &one x\n  - *one\n";
    Fix named = Fix.unsafe("Name", edit("a.yaml", text, "&one", "&two"));
    Fix renamed =
        fix(edit("a.yaml", text, "a:", "b:"), Kind.REMOVE, "a")
            .declaring(ModelChange.of(Kind.ADD, "a.yaml", new Anchor("b")));

    assertThat(holds("a.yaml", text, renamed)).isTrue();
    assertThat(holds("a.yaml", text, named, renamed)).isFalse();
  }

  @Test
  void keysBesideEachOtherAreRenamedAndRemovedApart() {
    String text = "a:\n  x: 1\n  y: 2\n  z: 3\n";
    Fix first = fix(edit("a.yaml", text, "  x: 1\n", ""), Kind.REMOVE, "a/x");
    Fix second = fix(edit("a.yaml", text, "  y: 2\n", ""), Kind.REMOVE, "a/y");
    Fix third = fix(edit("a.yaml", text, "3\n", "4\n  w: 5\n"), Kind.CHANGE, "a/z");

    assertThat(holds("a.yaml", text, first, second)).isTrue();
    assertThat(holds("a.yaml", text, first, second, third)).isFalse();
    assertThat(
            holds(
                "a.yaml",
                text,
                first,
                second,
                third.declaring(ModelChange.of(Kind.ADD, "a.yaml", new Anchor("a/w")))))
        .isTrue();
  }

  @Test
  void twoThatWriteOnOneWordAreNotToldApart() {
    String text = "a: [p, q, r]\nb: 1\n";
    Fix named = fix(edit("a.yaml", text, ",", "&n "), Kind.CHANGE, "a"); // "p&n  q" is one item
    Fix removed = fix(edit("a.yaml", text, " q, ", " "), Kind.REMOVE, "a");

    assertThat(holds("a.yaml", text, removed)).isTrue();
    assertThat(holds("a.yaml", text, named, removed)).isFalse();
  }
}
