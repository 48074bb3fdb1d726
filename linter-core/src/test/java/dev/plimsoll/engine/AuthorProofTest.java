package dev.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.fix.Edit;
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

class AuthorProofTest {

  private static final String FILE = "openapi.yaml";
  private static final String TEXT =
      """
      openapi: 3.0.3
      info:
        title: t
        version: "1"
      paths:
        /a_b:
          get:
            operationId: x
            tags: [one, two, two]
      """;

  private static final String TAGS = "paths/|a_b/get/tags";

  /** Replaces the first of a text behind another. */
  private static Fix replace(String behind, String old, String now) {
    return Fix.unsafe("Replace", edit(behind, old, now));
  }

  private static Replace edit(String behind, String old, String now) {
    int start = TEXT.indexOf(old, TEXT.indexOf(behind));
    return new Replace(FILE, new Span(start, start + old.length()), now);
  }

  private static Fix declaring(Fix fix, Kind kind, String address) {
    return fix.declaring(ModelChange.of(kind, FILE, new Anchor(address)));
  }

  private static boolean holds(Fix... fixes) {
    List<Replace> edits = new ArrayList<>();
    for (Fix fix : fixes) {
      for (Edit edit : fix.edits()) {
        edits.add((Replace) edit);
      }
    }
    Splice splice = Splice.of(edits, TEXT.length()).orElseThrow();
    OpenApiFile before = OpenApiFile.of(SourceText.of(FILE, TEXT));
    OpenApiFile after = OpenApiFile.of(SourceText.of(FILE, splice.apply(TEXT)));
    return new AuthorProof(FILE, splice, List.of(fixes))
        .holds(before.placedFacets(), after.placedFacets());
  }

  @Test
  void whatIsDeclaredMayChange() {
    Fix title = replace("title", "t\n", "u\n");

    assertThat(holds(declaring(title, Kind.CHANGE, "info/title"))).isTrue();
    assertThat(holds(declaring(title, Kind.CHANGE, "info/version"))).isFalse();
    assertThat(holds(title)).isFalse();
  }

  @Test
  void noFixHidesBehindWhatAnotherDeclares() {
    Fix title = declaring(replace("title", "t\n", "u\n"), Kind.CHANGE, "info/version");
    Fix version = declaring(replace("version", "\"1\"", "\"2\""), Kind.CHANGE, "info/title");

    assertThat(holds(title, version)).isFalse();
  }

  @Test
  void whatComesOrGoesIsDeclaredAsSuch() {
    Fix added = replace("paths", "      operationId", "      summary: s\n      operationId");
    Fix inserted = replace("get:", "\n", "\n      summary: s\n");
    Fix removed = replace("/a_b", "      operationId: x\n", "");

    assertThat(holds(declaring(added, Kind.ADD, "paths/|a_b/get/summary"))).isTrue();
    assertThat(holds(declaring(inserted, Kind.ADD, "paths/|a_b/get/summary"))).isTrue();
    assertThat(holds(declaring(inserted, Kind.CHANGE, "paths/|a_b/get/summary"))).isFalse();
    assertThat(holds(declaring(removed, Kind.REMOVE, "paths/|a_b/get/operationId"))).isTrue();
    assertThat(holds(declaring(removed, Kind.CHANGE, "paths/|a_b/get/operationId"))).isFalse();
  }

  @Test
  void oneOfTwoEqualItemsGoes() {
    Fix removed = replace("[one", ", two", "");

    assertThat(holds(declaring(removed, Kind.REMOVE, "paths/|a_b/get/tags"))).isTrue();
    assertThat(holds(removed)).isFalse();
  }

  @Test
  void whatIsDeclaredBelowARenamedKeyIsSoAtItsOldAddress() {
    Fix renamed =
        declaring(
            declaring(replace("paths", "a_b", "a-b"), Kind.REMOVE, "paths/|a_b"),
            Kind.ADD,
            "paths/|a-b");
    Fix added =
        declaring(
            replace("get:", "\n", "\n      summary: s\n"), Kind.ADD, "paths/|a_b/get/summary");

    assertThat(holds(renamed)).isTrue();
    assertThat(holds(renamed, added)).isTrue();
    assertThat(holds(replace("paths", "a_b", "a-b"), added)).isFalse();
  }

  @Test
  void whatNoEditTouchesMayNotChange() {
    Fix quote = declaring(replace("title", "t\n", "\"t\n"), Kind.CHANGE, "info/title");

    assertThat(holds(quote)).isFalse();
  }

  @Test
  void noFixMovesWhatStandsBelowAKeyThatAnotherRenames() {
    Fix renamed =
        declaring(
            declaring(replace("paths", "a_b", "a-b"), Kind.REMOVE, "paths/|a_b"),
            Kind.ADD,
            "paths/|a-b");
    Fix outdented = replace("operationId", "\n      tags", "\n    tags"); // beside get

    assertThat(holds(renamed, outdented)).isFalse();
  }

  @Test
  void itemsThatBecomeOneAreLost() {
    Fix joined =
        Fix.unsafe(
            "Join", edit("[one", "one", "uno"), edit("[one", ", two", " due")); // in two edits

    assertThat(holds(declaring(joined, Kind.CHANGE, TAGS))).isFalse();
    assertThat(holds(declaring(joined, Kind.REMOVE, TAGS))).isTrue();

    Fix comma = declaring(replace("[one", ", ", " "), Kind.CHANGE, TAGS);
    Fix two = declaring(replace("[one", "two", "due"), Kind.CHANGE, TAGS);
    assertThat(holds(declaring(comma, Kind.CHANGE, "info"), two)).isFalse();
  }
}
