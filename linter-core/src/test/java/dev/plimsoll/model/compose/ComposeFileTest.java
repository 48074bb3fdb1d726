package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.yaml.ScalarView;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeFileTest {

  private static String owner(String text, String place) {
    SourceText source = SourceText.of("compose.yaml", text);
    int start = text.indexOf(place);
    Span span = new Span(start, start + place.length());
    return ComposeFile.of(source).owner(source.slice(span)).address();
  }

  @Test
  void aKeyBelongsToItsMappingAndAnItemToItsList() {
    assertThat(owner("services:\n  web:\n    networks:\n      front:\n", "front"))
        .isEqualTo("services/web/networks");
    assertThat(owner("services:\n  web:\n    networks: [front]\n", "front"))
        .isEqualTo("services/web/networks");
    assertThat(owner("services:\n  web:\n    networks:\n      front:\n", "services")).isEmpty();
  }

  @Test
  void aPartOfAValueBelongsToItsKey() {
    assertThat(owner("services:\n  web:\n    pid: service:db\n", "db"))
        .isEqualTo("services/web/pid");
    assertThat(owner("x-a: &a\n  ports: [\"80:80\"]\n", "80:80")).isEqualTo("x-a/ports");
  }

  @Test
  void aKeyThatAnotherReadingFoundIsFoundForEdits() {
    String text = "services:\n  web:\n    image: nginx\n";
    Span key = new Span(text.indexOf("image"), text.indexOf("image") + "image".length());
    ComposeFile file = ComposeFile.of(SourceText.of("compose.yaml", text));
    Slice again = SourceText.of("compose.yaml", text).slice(key);
    Slice another = SourceText.of("other.yaml", text).slice(key);
    assertThat(file.spot(again).orElseThrow().entry().key().slice().span()).isEqualTo(key);
    assertThat(file.spot(another)).isEmpty();
  }

  @Test
  void aLineThatALaterOneReplacesIsNoFacet() {
    String both = "services:\n  web:\n    environment: [A=1, B=2, A=3]\n";
    String last = "services:\n  web:\n    environment: [B=2, A=3]\n";
    assertThat(ComposeFile.of(SourceText.of("compose.yaml", both)).facets())
        .isEqualTo(ComposeFile.of(SourceText.of("compose.yaml", last)).facets());
  }

  private static ComposeFile read(String name, String text) {
    return ComposeFile.of(SourceText.decode(name, text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker-compose.yml | 'web: {image: a}'                           | true  | true",
        "docker-compose.yml | 'web: {image: a}\nvolumes: {}'              | true  | true",
        "docker-compose.yml | 'web: {image: a}\nother: {b: c}'            | false | false",
        "docker-compose.yml | 'services: {web: {image: a}}'               | false | true",
        "docker-compose.yml | 'a: [b'                                     | false | true",
        "docker-compose.yml | '- a'                                       | false | true",
        "docker-compose.yml | 'on: push\njobs: {a: {image: b}}'           | false | false",
        "docker-compose.yml | ''                                          | false | true",
        "compose.yaml       | '{}'                                        | false | true",
        "compose.extra.yml  | ''                                          | false | false",
        "values.yaml        | 'web: {image: a}'                           | true  | false",
        "values.yaml        | 'a: [b'                                     | false | false",
      })
  void knowsItsKind(String name, String text, boolean versionOne, boolean compose) {
    ComposeFile file = read(name, text);
    assertThat(file.isVersionOne()).isEqualTo(versionOne);
    assertThat(file.isCompose()).isEqualTo(compose);
  }

  @Test
  void addressesTheInnermostKeyOfAPlace() {
    String text = "services:\n  web:\n    ports: [80, 81]\n";
    ComposeFile file = read("compose.yaml", text);
    int at = text.indexOf("81");
    assertThat(file.anchor(file.source().slice(new Span(at, at + 2))).address())
        .isEqualTo("services/web/ports");
    assertThat(file.anchor(file.source().slice(Span.at(text.length()))).address()).isEmpty();
    assertThat(file.item(file.source().slice(new Span(at, at + 2))).orElseThrow().list().items())
        .hasSize(2);
    assertThat(file.item(file.source().slice(new Span(at, at + 1)))).isEmpty();
  }

  @Test
  void addressesAPartOfWhatAScalarDecodesTo() {
    String text = "services:\n  web:\n    command: \"a $b\"\n";
    ComposeFile file = read("compose.yaml", text);
    int at = text.indexOf('"');
    Slice scalar = file.source().slice(new Span(at, text.length() - 1));
    Slice part = ScalarView.of("a $b", scalar).part(2, 4);
    assertThat(file.anchor(part).address()).isEqualTo("services/web/command");
    assertThat(file.owner(part).address()).isEqualTo("services/web/command");
    assertThat(file.scalar(part).orElseThrow().text()).isEqualTo("a $b");
    assertThat(file.scalar(file.source().slice(Span.at(text.length())))).isEmpty();
  }
}
