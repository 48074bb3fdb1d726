package dev.plimsoll.model.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Cells;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MachineTypesTest {

  @Test
  void memoryOfMachines() {
    assertThat(MachineTypes.memory("t3.micro")).contains(BigDecimal.valueOf(1L << 30));
    assertThat(MachineTypes.memory("n1-standard-1")).contains(BigDecimal.valueOf(3840L << 20));
    assertThat(MachineTypes.memory("t3.micr")).isEmpty();
    assertThat(MachineTypes.memory("")).isEmpty();
  }

  @Test
  void everyRowIsFound() {
    for (String part : MachineTypeRows.PARTS) {
      for (String row : part.lines().filter(line -> !line.isEmpty()).toList()) {
        assertThat(MachineTypes.memory(Cells.of(row).get(0))).isPresent();
      }
    }
  }
}
