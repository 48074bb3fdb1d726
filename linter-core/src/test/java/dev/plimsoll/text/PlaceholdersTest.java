package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  @Test
  void namesOfProductsStandInTextsForOtherReasonsToo() {
    for (String name : new String[] {"postgres", "Gitea", "mariadb", "wordpress"}) {
      assertThat(Placeholders.isCommon(name)).as(name).isTrue();
    }
  }

  @Test
  void whatIsMoreThanSuchANameIsHiddenWhereverItStands() {
    for (String secret : new String[] {"gitea1", "s3cr3t", "minioadmin", "my-grafana"}) {
      assertThat(Placeholders.isCommon(secret)).as(secret).isFalse();
    }
  }
}
