package dev.plimsoll.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.SourceText;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class YamlEditsPropertyTest {

  /** Writes documents with all that can stand in them. */
  private static final class Writer {
    private static final String[] FLAT = {
      "1",
      "x y",
      "'it''s # no'",
      "\"q \\\" \uD83D\uDE00\"",
      "",
      "~",
      "x#y",
      "&a%d z",
      "!t v",
      "[]",
      "{}",
      "[a, 'b', [c]]",
      "{a: 1, \"b\": {c: }}",
      "{a: 1, }",
      "[a: 1, b]",
      "- no: list".substring(5)
    };
    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int anchors;

    Writer(Random random) {
      this.random = random;
    }

    String document() {
      comment(0);
      if (random.nextInt(4) == 0) {
        text.append("---\n");
      }
      mapping(0, 0);
      if (random.nextInt(4) == 0) {
        text.append("---\n");
        list(0, 0);
      }
      String made = text.toString();
      if (random.nextInt(5) == 0) {
        made = made.stripTrailing();
      }
      return random.nextInt(3) == 0 ? made.replace("\n", "\r\n") : made;
    }

    private void comment(int indent) {
      if (random.nextInt(5) == 0) {
        text.append(" ".repeat(random.nextBoolean() ? indent : 0))
            .append("# c'\"[")
            .append(random.nextInt(9))
            .append('\n');
      }
      if (random.nextInt(8) == 0) {
        text.append('\n');
      }
    }

    private void lineEnd() {
      text.append(random.nextInt(4) == 0 ? " # end\n" : "\n");
    }

    private void mapping(int indent, int depth) {
      int size = 1 + random.nextInt(4);
      for (int i = 0; i < size; i++) {
        if (i > 0) {
          comment(indent);
          text.append(" ".repeat(indent));
        }
        String[] keys = {"k" + i, "\"k " + i + "\"", "'k" + i + "'", "&a%d k" + i};
        String key = keys[random.nextInt(8) % (random.nextInt(4) == 0 ? 4 : 1)];
        text.append(anchored(key)).append(random.nextInt(9) == 0 ? " :" : ":");
        value(indent, depth);
      }
    }

    private void list(int indent, int depth) {
      int size = 1 + random.nextInt(3);
      for (int i = 0; i < size; i++) {
        if (i > 0) {
          comment(indent);
          text.append(" ".repeat(indent));
        }
        text.append("-");
        int kind = random.nextInt(6);
        if (depth < 4 && kind == 0) {
          text.append(" ");
          mapping(indent + 2, depth + 1);
        } else if (depth < 4 && kind == 1) {
          text.append("   ");
          list(indent + 4, depth + 1);
        } else {
          value(indent, depth);
        }
      }
    }

    private void value(int indent, int depth) {
      int kind = random.nextInt(10);
      if (kind < 3 && depth < 4) {
        text.append(random.nextInt(5) == 0 ? anchored(" &a%d") : "");
        lineEnd();
        int deeper = indent + 1 + random.nextInt(4);
        comment(deeper);
        text.append(" ".repeat(deeper));
        if (random.nextBoolean()) {
          mapping(deeper, depth + 1);
        } else {
          list(deeper, depth + 1);
        }
      } else if (kind == 3) {
        block(indent);
      } else if (kind == 4) {
        lines(indent);
      } else {
        text.append(' ').append(anchored(FLAT[random.nextInt(FLAT.length)]));
        lineEnd();
      }
    }

    private void block(int indent) {
      String[] signs = {"|", ">", "|-", ">-", "|+", ">+", "|2"};
      text.append(' ').append(signs[random.nextInt(signs.length)]);
      lineEnd();
      String blanks = " ".repeat(indent + 2);
      text.append(blanks).append("t # no\n");
      text.append(random.nextBoolean() ? "\n" : "")
          .append(random.nextBoolean() ? blanks + "  u: v\n" : "");
      text.append(random.nextInt(4) == 0 ? "\n\n" : "");
    }

    private void lines(int indent) {
      String blanks = " ".repeat(indent + 1 + random.nextInt(3));
      String[] spread = {
        " x\n" + blanks + "y",
        " 'x\n\n" + blanks + "# no'",
        " \"x \\\n" + blanks + "y\"",
        " [\n" + blanks + "a, # c\n" + blanks + "b\n" + blanks + "]",
        " {\n" + blanks + "a: 1,\n" + blanks + "\"b\": 2, # c\n" + blanks + "}",
        " {\n" + blanks + "a: 1,\n" + blanks + "b: 2\n" + blanks + "}",
        " [ # c\n" + blanks + "]",
      };
      text.append(spread[random.nextInt(spread.length)]);
      lineEnd();
    }

    private String anchored(String words) {
      return words.contains("%d") ? words.replace("%d", Integer.toString(anchors++)) : words;
    }
  }

  @Property(tries = 150)
  void editsDoWhatTheySayAndNoMore(@ForAll long seed) {
    String text = new Writer(new Random(seed)).document();
    assertThat(YamlEditsCheck.check(SourceText.of("a.yaml", text))).as(text).isEmpty();
  }
}
