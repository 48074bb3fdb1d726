package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Cells;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnreadVariableTest {

  private static Optional<UnreadVariable> of(String image, String variable) {
    return UnreadVariable.of(ImageReference.parse(image).orElseThrow(), variable);
  }

  @Test
  void aSettingHasAnOption() {
    assertThat(of("docker.io/library/postgres:17", "POSTGRES_WORK_MEM"))
        .contains(new UnreadVariable("postgres", "--work_mem="));
  }

  @Test
  void anotherBuildsNameHasTheOwnOne() {
    assertThat(of("postgres", "POSTGRESQL_DATABASE"))
        .contains(new UnreadVariable("", "POSTGRES_DB"));
  }

  @Test
  void whatMayBeReadIsNotKnown() {
    assertThat(of("postgres", "POSTGRES_USER")).isEmpty();
    assertThat(of("bitnami/postgresql", "POSTGRESQL_DATABASE")).isEmpty();
  }

  @Test
  void eachRowStandsOnce() {
    Set<String> seen = new HashSet<>();
    for (String rows : UnreadVariableRows.PARTS) {
      for (String row : rows.strip().split("\n", -1)) {
        List<String> cells = Cells.of(row);
        if (cells.size() > 1) {
          assertThat(cells).hasSizeGreaterThanOrEqualTo(4);
          assertThat(seen.add(cells.get(0) + ' ' + cells.get(1))).as(row).isTrue();
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(100);
  }
}
