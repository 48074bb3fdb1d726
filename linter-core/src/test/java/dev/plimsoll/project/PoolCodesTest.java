package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.MemoryWorkspace;
import org.junit.jupiter.api.Test;

class PoolCodesTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final PoolCodes codes = new PoolCodes(workspace);

  @Test
  void aFolderIsReadOnceAndEveryInquiryRestsOnItsFiles() {
    workspace.put("app/db.py", "engine = create_engine(url, poolclass=NullPool)\n");
    Inquiry first = new Inquiry();
    Inquiry second = new Inquiry();

    PoolCode code = codes.below("app", first).orElseThrow();
    workspace.put("app/more.py", "engine = create_engine(url)\n");

    assertThat(code.unpooled()).isPresent();
    assertThat(codes.below("app", second)).containsSame(code);
    assertThat(first.files()).containsExactly("app/db.py");
    assertThat(second.files()).containsExactly("app/db.py");
  }

  @Test
  void nothingOfAFolderThatIsTooLargeIsRead() {
    for (int i = 0; i < 301; i++) {
      workspace.put("app/part" + i + ".py", "pass\n");
    }
    Inquiry inquiry = new Inquiry();

    assertThat(codes.below("app", inquiry)).isEmpty();
    assertThat(inquiry.files()).isEmpty();
  }
}
