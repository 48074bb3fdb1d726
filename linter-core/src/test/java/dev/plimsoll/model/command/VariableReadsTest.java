package dev.plimsoll.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.shell.ShellReader;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableReadsTest {

  private static String reads(String script) {
    Slice slice = SourceText.of("x.sh", script).slice(new Span(0, script.length()));
    List<Slice> names = VariableReads.of(new ShellReader().read(slice, Dialect.BASH).tree());
    return String.join(" ", names.stream().map(Slice::text).toList());
  }

  @Test
  void areReadWhereverAWordExpands() {
    assertThat(reads("a=$b; c \"x$d/${e}\" > $f; for g in $h; do case $i in $j) k;; esac; done"))
        .isEqualTo("b d e f h i j");
    assertThat(reads("x $(y $a) `z $b`; [[ $c == \"$d\" ]]; f() { g ${h%/*} ${i[0]} ${j:1:2}; }"))
        .isEqualTo("a b c d h i j");
    assertThat(reads("cat <<E\n$a \\$b ${c}\n$(echo $d)\nE\n")).isEqualTo("a c d");
  }

  @Test
  void notWhereTheyAreAskedForOrQuoted() {
    assertThat(reads("a ${b:-x} ${c-x} ${d:+x} ${e+x} ${f:?x} ${g?x} ${h:=x} ${h=x} ${#i} ${!j}"))
        .isEmpty();
    assertThat(reads("a '$b' \\$c $'$d' $1 $@ $? $$ $((e + 1))\ncat <<'E'\n$f\nE\n")).isEmpty();
  }
}
