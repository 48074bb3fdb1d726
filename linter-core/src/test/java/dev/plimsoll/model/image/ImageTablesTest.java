package dev.plimsoll.model.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SortedRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageTablesTest {

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
          assertThat(SortedRows.of(parts, cells.get(0))).contains(cells);
        }
      }
    }
  }
}
