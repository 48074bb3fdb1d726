package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.Parsed;
import dev.plimsoll.parse.small.tree.IgnoreFile;
import dev.plimsoll.parse.small.tree.IgnorePattern;
import dev.plimsoll.parse.small.tree.IgnoreSyntax;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

class IgnoreFilePropertiesTest {

  @Property(tries = 500)
  void readsAnyTextAndKeepsItsPatternsInOrderWithinTheFile(
      @ForAll @StringLength(max = 60) @Chars({'a', '*', '/', '!', '[', ']', '\\', '\n', ' ', '\r'})
          String content,
      @ForAll @StringLength(min = 1, max = 12) @Chars({'a', '/', ' ', ']'}) String path,
      @ForAll IgnoreSyntax syntax) {
    Parsed<IgnoreFile> parsed = IgnoreFileParser.parse(SourceText.of("ignore", content), syntax);
    int end = 0;
    for (IgnorePattern pattern : parsed.tree().patterns()) {
      Span span = pattern.slice().span();
      assertThat(span.start()).isGreaterThanOrEqualTo(end);
      assertThat(pattern.slice().text()).isNotEmpty().doesNotContain("\n");
      end = span.end();
    }
    assertThat(end).isLessThanOrEqualTo(content.length());
    parsed
        .tree()
        .decidingFile(path)
        .ifPresent(p -> assertThat(parsed.tree().patterns()).contains(p));
  }
}
