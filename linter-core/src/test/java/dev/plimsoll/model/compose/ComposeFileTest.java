package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import org.junit.jupiter.api.Test;

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
  void aLineThatALaterOneReplacesIsNoFacet() {
    String both = "services:\n  web:\n    environment: [A=1, B=2, A=3]\n";
    String last = "services:\n  web:\n    environment: [B=2, A=3]\n";
    assertThat(ComposeFile.of(SourceText.of("compose.yaml", both)).facets())
        .isEqualTo(ComposeFile.of(SourceText.of("compose.yaml", last)).facets());
  }
}
