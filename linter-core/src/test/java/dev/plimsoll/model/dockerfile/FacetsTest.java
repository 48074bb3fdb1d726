package dev.plimsoll.model.dockerfile;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Facet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacetsTest {

  private static List<Facet> facets(String text) {
    return model(text).facets();
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

  @ParameterizedTest
  @ValueSource(strings = {"RUN <<E\nb %s\nc\nE\n", "RUN cat <<E && c\n$(b %s)\nE\n"})
  void aCommandInAHeredocChangesItsOwnFacetAlone(String run) {
    List<Facet> before = facets("FROM a\n" + run.formatted("x"));
    List<Facet> after = facets("FROM a\n" + run.formatted("y"));
    assertThat(before).hasSameSizeAs(after);
    assertThat(before.stream().filter(facet -> !after.contains(facet)))
        .extracting(facet -> facet.anchor().toString())
        .containsExactly("final/RUN/b");
  }

  @Test
  void aHeredocThatNoShellReadsIsPartOfTheModel() {
    assertThat(facets("FROM a\nRUN <<E\n#!/bin/perl\nx\nE\n"))
        .isNotEqualTo(facets("FROM a\nRUN <<E\n#!/bin/perl\ny\nE\n"));
    assertThat(facets("FROM a\nCOPY <<E /b\nx\nE\n"))
        .isNotEqualTo(facets("FROM a\nCOPY <<E /b\ny\nE\n"));
  }
}
