package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeNode.Table;
import org.junit.jupiter.api.Test;

class ComposeServiceTest {

  private static ComposeService service(String yaml) {
    Table body = PlainNodes.table(yaml);
    return new ComposeService("web", body.slice(), body);
  }

  @Test
  void profilesPartServices() {
    ComposeService always = service("image: a\n");
    ComposeService debug = service("profiles: [debug, dev]\n");
    ComposeService test = service("profiles: [test]\n");
    assertThat(always.runsBeside(debug)).isTrue();
    assertThat(debug.runsBeside(debug)).isTrue();
    assertThat(debug.runsBeside(test)).isFalse();
    assertThat(debug.profiles()).containsExactly("debug", "dev");
  }

  @Test
  void whatIsScaledToNothingRunsBesideNothing() {
    ComposeService always = service("image: a\n");
    assertThat(always.runsBeside(service("scale: 0\n"))).isFalse();
    assertThat(service("deploy: {replicas: 0}\n").runsBeside(always)).isFalse();
  }

  @Test
  void membersAreThoseOfAMapping() {
    assertThat(service("networks: {a: , b: }\n").members("networks")).containsOnlyKeys("a", "b");
    assertThat(service("networks: [a]\n").members("networks")).isEmpty();
  }
}
