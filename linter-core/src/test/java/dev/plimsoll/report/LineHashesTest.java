package dev.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected hashes are those that GitHub's uploader gives. */
class LineHashesTest {

  @Test
  void hashesTheEmptyFile() {
    assertThat(LineHashes.of("")).containsExactly("c129715d7a2bc9a3:1");
  }

  @Test
  void leavesOutBlanksAndTabs() {
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d"))
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
  }

  @Test
  void takesEveryLineEndingForTheSame() {
    String lines = " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n";
    assertThat(LineHashes.of(lines))
        .containsExactly(
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1")
        .isEqualTo(LineHashes.of(lines.replace("\n", "\r\n")))
        .isEqualTo(LineHashes.of(lines.replace("\n", "\r")));
  }

  @Test
  void countsEqualHashes() {
    assertThat(LineHashes.of("x\n".repeat(120)).subList(0, 3))
        .extracting(hash -> hash.substring(hash.indexOf(':')))
        .containsExactly(":1", ":2", ":3");
  }
}
