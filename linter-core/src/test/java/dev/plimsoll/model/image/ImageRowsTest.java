package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Cells;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks images up in sorted tables. */
class ImageRowsTest {

  private static final String[] TABLE = {
    "\na\t1\na/b\t2\nalpine\t3\nalpine\t4\n", "\nalpine\t5\nalpine-x\t6\nz\t7\n"
  };

  private static List<String> second(String name) {
    List<String> cells = new ArrayList<>();
    for (List<String> row : ImageRows.of(TABLE, name)) {
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

  @Test
  void everyRowOfEachTableIsFound() {
    for (String[] parts :
        List.of(
            BaseImageRows.PARTS,
            BackingImageRows.PARTS,
            ImageFolderRows.PARTS,
            ImageVariableRows.PARTS,
            NeededCapabilityRows.PARTS,
            PrivilegeDropRows.PARTS,
            SecretFileRows.PARTS,
            UnreadVariableRows.PARTS,
            WritableFolderRows.PARTS)) {
      for (String part : parts) {
        for (String row : part.lines().filter(line -> !line.isEmpty()).toList()) {
          List<String> cells = Cells.of(row);
          assertThat(ImageRows.of(parts, cells.get(0))).contains(cells);
        }
      }
    }
  }
}
