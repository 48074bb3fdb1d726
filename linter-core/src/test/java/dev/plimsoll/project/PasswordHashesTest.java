package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.text.Span;
import org.junit.jupiter.api.Test;

class PasswordHashesTest {

  private static final String APACHE = "$apr1$q8eZFHjF$Fvmkk//V6Btlaf2i/ju5n/";

  @Test
  void aHashIsFoundAroundAnyOfItsCharacters() {
    String text = "me:" + APACHE + " you:x";
    assertThat(PasswordHashes.around(text, 3)).contains(new Span(3, 40));
    assertThat(PasswordHashes.around(text, 20)).contains(new Span(3, 40));
    assertThat(PasswordHashes.around(text, 1)).isEmpty();
    assertThat(PasswordHashes.around(text, 43)).isEmpty();
  }

  @Test
  void pathsAndOtherSchemesAreNone() {
    assertThat(PasswordHashes.around("$1/bin/$abcdefghijklmnopqrstuvwxyz", 8)).isEmpty();
    assertThat(PasswordHashes.around("$x$abcdefghijklmnopqrstuvwxyz", 2)).isEmpty();
    assertThat(PasswordHashes.around("$apr1$short", 5)).isEmpty();
    assertThat(PasswordHashes.around("", 0)).isEmpty();
  }

  @Test
  void onlySingleDollarSignsCount() {
    String text = "$$2y$10$$abcdefghijklmnopqrstuvw";
    Span hash = PasswordHashes.around(text, 5).orElseThrow();
    assertThat(PasswordHashes.singleDollars(text, hash)).containsExactly(4);
  }
}
