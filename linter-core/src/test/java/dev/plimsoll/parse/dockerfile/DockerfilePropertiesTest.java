package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DockerfilePropertiesTest {

  private final DockerfileParser parser = new DockerfileParser();

  @Provide
  Arbitrary<String> dockerfiles() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "FROM alpine",
            "RUN ",
            "COPY --chmod=777 a b",
            "ENV a b",
            "ENV a=b",
            "LABEL \"",
            "# c",
            "# escape=`",
            "\\",
            "`",
            "\n",
            "\r\n",
            "\r",
            " ",
            "\t",
            "<<EOF",
            "<<-'E O'",
            "EOF",
            "'",
            "\"",
            "[\"a\"]",
            "é",
            "\uD83D\uDE00",
            "\uFEFF",
            "ONBUILD ",
            "--",
            "=",
            "\f",
            "\u0085");
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(3);
    return Arbitraries.oneOf(pieces, any).list().ofMaxSize(40).map(list -> String.join("", list));
  }

  @Property
  void leavesTileTheFile(@ForAll("dockerfiles") String content) {
    SourceText source = SourceText.of("Dockerfile", content);
    DockerfileTree tree = parser.parse(source).tree();
    int at = 0;
    for (Span leaf : tree.leaves()) {
      assertThat(leaf.start()).isEqualTo(at);
      at = leaf.end();
    }
    assertThat(at).isEqualTo(source.content().length());
    assertThat(tree.print()).isEqualTo(source.content());
  }

  @Property
  void instructionsLieInOrderWithinTheText(@ForAll("dockerfiles") String content) {
    SourceText source = SourceText.of("Dockerfile", content);
    int at = 0;
    for (Instruction instruction : parser.parse(source).tree().instructions()) {
      Span span = instruction.slice().span();
      assertThat(span.start()).isGreaterThanOrEqualTo(at);
      assertThat(span.contains(instruction.keyword().slice().place().span())).isTrue();
      at = span.end();
    }
    assertThat(at).isLessThanOrEqualTo(source.content().length());
  }
}
