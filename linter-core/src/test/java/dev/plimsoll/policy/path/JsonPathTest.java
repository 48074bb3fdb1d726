package dev.plimsoll.policy.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.parse.yaml.YamlReader;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonPathTest {

  private static final String SHOP =
      """
      books:
        - {title: Moby Dick, price: 9, isbn: "0-553"}
        - {title: Sayings, price: 8.95}
        - {title: Lord, price: 22.99, isbn: "0-395", tags: [epic, long]}
      "a key": 1
      x-y: {deep: {title: Deep}}
      """;

  private static List<String> found(String path, String yaml) throws PathSyntaxException {
    var root = YamlReader.read(SourceText.of("shop.yaml", yaml)).tree().get(0).root().orElseThrow();
    List<String> texts = new ArrayList<>();
    for (Match match : JsonPath.parse(path).find(PathDocument.of(root, Cuts.NONE))) {
      texts.add(match.node().slice().text());
    }
    return texts;
  }

  private static List<String> shop(String path) throws PathSyntaxException {
    return found(path, SHOP);
  }

  @Test
  void selectsByNameIndexAndRange() throws PathSyntaxException {
    assertThat(shop("$.books[0].title")).containsExactly("Moby Dick");
    assertThat(shop("$['a key', \"x-y\"].deep.title")).containsExactly("Deep");
    assertThat(shop("$.books[-1].title")).containsExactly("Lord");
    assertThat(shop("$.books[3].title")).isEmpty();
    assertThat(shop("$.books[1:].title")).containsExactly("Sayings", "Lord");
    assertThat(shop("$.books[::-2].title")).containsExactly("Lord", "Moby Dick");
    assertThat(shop("$.books[:-1].title")).containsExactly("Moby Dick", "Sayings");
    assertThat(shop("$.books[0:2:0].title")).isEmpty();
    assertThat(shop("$ .books [ 0 , 2 ] .price")).containsExactly("9", "22.99");
  }

  @Test
  void selectsAllChildrenAndAllBelow() throws PathSyntaxException {
    assertThat(shop("$.books[*].price")).containsExactly("9", "8.95", "22.99");
    assertThat(shop("$.books.*.tags.*")).containsExactly("epic", "long");
    assertThat(shop("$..title")).containsExactly("Moby Dick", "Sayings", "Lord", "Deep");
    assertThat(shop("$..[?@ == 'epic']")).containsExactly("epic");
  }

  @Test
  void filters() throws PathSyntaxException {
    assertThat(shop("$.books[?@.isbn].title")).containsExactly("Moby Dick", "Lord");
    assertThat(shop("$.books[?(!@.isbn)].title")).containsExactly("Sayings");
    assertThat(shop("$.books[?@.price < 9 || @.price > 20].title"))
        .containsExactly("Sayings", "Lord");
    assertThat(shop("$.books[?@.price >= 9 && @.isbn == \"0-553\"].title"))
        .containsExactly("Moby Dick");
    assertThat(shop("$.books[?@.price == $.books[0].price].title")).containsExactly("Moby Dick");
    assertThat(shop("$.books[?@.tags == $.books[2].tags].title")).containsExactly("Lord");
    assertThat(shop("$.books[?@.isbn == @.none].title")).containsExactly("Sayings");
  }

  @Test
  void callsFunctions() throws PathSyntaxException {
    assertThat(shop("$.books[?length(@.title) > 7].title")).containsExactly("Moby Dick");
    assertThat(shop("$.books[?count(@.*) == 4].title")).containsExactly("Lord");
    assertThat(shop("$.books[?match(@.title, 'Mob. .*')].title")).containsExactly("Moby Dick");
    assertThat(shop("$.books[?search(@.title, 'o[rb]')].price")).containsExactly("9", "22.99");
    assertThat(shop("$.books[?value(@..tags[0]) == 'epic'].title")).containsExactly("Lord");
  }

  @Test
  void followsAliasesAndMergesKeys() throws PathSyntaxException {
    String yaml =
        """
        base: &base {restart: always, image: a}
        one: {<<: *base, image: b}
        two: *base
        """;
    assertThat(found("$.one.restart", yaml)).containsExactly("always");
    assertThat(found("$.one.image", yaml)).containsExactly("b");
    assertThat(found("$.two.image", yaml)).containsExactly("a");
    assertThat(found("$.one.*", yaml)).containsExactly("b", "always");
    // Where it stands, and where it is merged; what an alias repeats is not gone through again.
    assertThat(found("$..restart", yaml)).containsExactly("always", "always");
  }

  @Test
  void saysWhereAPathIsBroken() {
    assertThatThrownBy(() -> JsonPath.parse("$.paths.*~"))
        .isInstanceOfSatisfying(
            PathSyntaxException.class,
            e -> {
              assertThat(e.offset()).isEqualTo(9);
              assertThat(e.reason()).contains("@key");
            });
    assertThat(error("$.a[b]")).isEqualTo("4: a name in brackets stands in quotes, as in ['name']");
    assertThat(error("paths")).isEqualTo("0: a path begins with \"$\"");
    assertThat(error("#Operation")).contains("Spectral");
    assertThat(error("$.a[?@.b === 1]")).contains("\"==\"");
    assertThat(error("$[?@property == 'a']")).contains("@key");
    assertThat(error("$.a[?lenth(@.b) > 1]"))
        .isEqualTo("5: there is no function lenth (did you mean \"length\"?)");
    assertThat(error("$.a[?@.* == 1]"))
        .isEqualTo("5: only a path that leads to one node can be compared");
    assertThat(error("$.a[?'b']")).isEqualTo("5: a value alone is no condition: compare it");
    assertThat(error("$[?" + "(".repeat(99))).contains("too deeply");
    assertThat(error("$.a[01]")).contains("needless zero");
    assertThat(error("$['a")).isEqualTo("2: the quote is not closed");
  }

  private static String error(String path) {
    try {
      return "accepted as " + JsonPath.parse(path);
    } catch (PathSyntaxException e) {
      return e.offset() + ": " + e.reason();
    }
  }

  @Test
  void givesUpWherePatternsRunAway() throws PathSyntaxException {
    TextPattern pattern = TextPattern.of(".*.*.*.*.*b");
    assertThatThrownBy(() -> pattern.isIn("a".repeat(2_000)))
        .isInstanceOf(PolicyLimitExceeded.class);
    assertThat(TextPattern.of("b$").isIn("a".repeat(100_000) + "b")).isTrue();
  }

  @Test
  void givesUpWherePathsRunAway() {
    String yaml = "[" + "[[[[x]]]],".repeat(3_000) + "]";
    assertThatThrownBy(() -> found("$..[?count($..*) > 0]", yaml))
        .isInstanceOf(PolicyLimitExceeded.class);
    assertThatThrownBy(
            () -> found("$..*[0,0,0,0]..*..*", "[" + "[[[[[[[[x]]]]]]]],".repeat(9_999) + "]"))
        .isInstanceOf(PolicyLimitExceeded.class);
  }

  @Test
  void doesNotUnfoldAliases() throws PathSyntaxException {
    StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      int to = i - 1;
      yaml.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, to, to));
    }
    assertThat(found("$..[?@ == 'x']", yaml.toString())).containsExactly("x");
  }
}
