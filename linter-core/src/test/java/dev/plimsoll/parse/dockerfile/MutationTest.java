package dev.plimsoll.parse.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.ScriptReader;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.image.BaseImages;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.dockerfile.tree.DockerfileTree;
import dev.plimsoll.text.SourceText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files cut, spliced, repeated and sprinkled: no exception, and the leaves still tile. */
@Tag("slow")
class MutationTest {

  private static final long SEED = 20_260_115;

  private static final List<String> SEEDS =
      List.of(
          "# syntax=docker/dockerfile:1\nFROM a AS b\nRUN x \\\n # c\n && y <<E\n1\nE\n",
          "# escape=`\nFROM a\nCOPY [\"a\", \"b\"] `\r\n c\r\nENV a b c\nLABEL a=\"b c\" d='e'\n",
          "FROM a\nRUN <<A cat <<-'B' > c\n\ta\nA\n\tb\n\tB\nCOPY --chmod=777 a b\nUSER x\n",
          "\uFEFFFROM a\nRUN chmod -R a+rwx \"$x\" 'y z' && sudo mkdir -m 0777 /d; a | b > c 2>&1\n");

  private static final String SPICE = "\n\r\t \\`'\"<>$#=[]{}()|&;-\u0000\u00E9\uD83D\uDE00\uFEFF";

  @Test
  void aHundredThousandMutantsAreReadWithoutAnException() {
    Random random = new Random(SEED);
    DockerfileParser parser = new DockerfileParser();
    ScriptReader scripts = new ScriptReader();
    BaseImages images = new BaseImages();
    for (int i = 0; i < 100_000; i++) {
      SourceText source = SourceText.of("Dockerfile", mutant(random));
      Parsed<DockerfileTree> parsed = parser.parse(source);
      assertThat(parsed.tree().print())
          .as("mutant %d of seed %d", i, SEED)
          .isEqualTo(source.content());
      DockerfileModel model = DockerfileModel.of(parsed, scripts, images);
      assertThat(model.facets()).hasSizeGreaterThanOrEqualTo(model.steps().size());
    }
  }

  private static String mutant(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int change = random.nextInt(6); change >= 0; change--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.setLength(Math.max(1, at));
        case 1 -> {
          String other = SEEDS.get(random.nextInt(SEEDS.size()));
          text.insert(at, other.substring(random.nextInt(other.length())));
        }
        case 2 -> text.insert(at, text.substring(at / 2, at).repeat(1 + random.nextInt(3)));
        default -> text.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
      }
      text.setLength(Math.min(text.length(), 4_000));
    }
    return text.toString();
  }
}
