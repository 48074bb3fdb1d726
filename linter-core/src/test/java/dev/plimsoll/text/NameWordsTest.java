package dev.plimsoll.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {

  @ParameterizedTest
  @CsvSource({
    "listOrders, list Orders",
    "ListHTTPErrors2, List HTTP Errors2",
    "list_orders-by.id, list orders by id",
    "userIDs, user IDs",
    "oauth2Token, oauth2 Token",
    "__x__, x",
    "--, ''",
    "ABC, ABC",
  })
  void words(String name, String words) {
    assertThat(String.join(" ", NameWords.of(name))).isEqualTo(words);
  }
}
