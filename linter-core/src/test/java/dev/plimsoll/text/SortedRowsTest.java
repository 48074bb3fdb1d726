package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SortedRowsTest {

  private static final String[] TABLE = {
    "\na\t1\na/b\t2\nalpine\t3\nalpine\t4\n", "\nalpine\t5\nalpine-x\t6\nz\t7\n"
  };

  private static List<String> second(String name) {
    List<String> cells = new ArrayList<>();
    for (List<String> row : SortedRows.of(TABLE, name)) {
      cells.add(row.get(1));
    }
    return cells;
  }

  @Test
  void findsTheRowsOfANameInAllPartsInTheirOrder() {
    assertThat(second("alpine")).containsExactly("3", "4", "5");
    assertThat(second("a")).containsExactly("1");
    assertThat(second("a/b")).containsExactly("2");
    assertThat(second("alpine-x")).containsExactly("6");
    assertThat(second("z")).containsExactly("7");
  }

  @Test
  void findsNothingBeforeBetweenAndBehind() {
    assertThat(second("A")).isEmpty();
    assertThat(second("al")).isEmpty();
    assertThat(second("alpine-")).isEmpty();
    assertThat(second("zz")).isEmpty();
    assertThat(second("")).isEmpty();
  }
}
