package dev.plimsoll.model.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.dockerfile.DockerfileParser;
import dev.plimsoll.text.Facet;
import dev.plimsoll.text.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;

class FacetsTest {

  private static List<Facet> facets(String text) {
    return DockerfileModel.of(
            new DockerfileParser().parse(SourceText.of("Dockerfile", text)), new ScriptSource())
        .facets();
  }

  @Test
  void aCommentBetweenContinuedLinesIsNoPartOfTheModel() {
    assertThat(facets("FROM a\nCMD run \\\n# plimsoll: ignore[x]\n  fast\n"))
        .isEqualTo(facets("FROM a\nCMD run \\\n  fast\n"))
        .isNotEqualTo(facets("FROM a\nCMD run \\\n  slow\n"));
  }

  @Test
  void aTriggerWhoseKeywordIsContinuedIsTheSameTrigger() {
    assertThat(facets("FROM a\nONBUILD US\\\n# a comment longer than the line\nER x\n"))
        .isEqualTo(facets("FROM a\nONBUILD USER x\n"))
        .isNotEqualTo(facets("FROM a\nONBUILD USER y\n"));
  }

  @Test
  void aHeredocOfATriggerIsPartOfTheModel() {
    assertThat(facets("FROM a\nONBUILD RUN <<E\nx\nE\n"))
        .isNotEqualTo(facets("FROM a\nONBUILD RUN <<E\ny\nE\n"));
  }
}
