package dev.plimsoll.model.host;

import dev.plimsoll.text.SortedRows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The table of machines that clouds rent, {@code machine-types.tsv}. */
public final class MachineTypes {

  private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1L << 20);

  private MachineTypes() {}

  /** How much memory a machine has, in bytes; nothing where its type is not known. */
  public static Optional<BigDecimal> memory(String type) {
    for (List<String> cells : SortedRows.of(MachineTypeRows.PARTS, type)) {
      return Optional.of(new BigDecimal(cells.get(1)).multiply(MEBIBYTE));
    }
    return Optional.empty();
  }
}
