package dev.plimsoll.parse.small;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.parse.small.tree.ProxyFile;
import dev.plimsoll.parse.small.tree.ProxyFile.Target;
import dev.plimsoll.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProxyReadersTest {

  @Test
  void nginxPassesToWhatItsDirectivesName() {
    ProxyFile file =
        nginx(
            "upstream a { server \"b:1\" backup; server unix:/x; } proxy_pass https://c/d; # e\n");
    assertThat(targets(file)).containsExactly("b:1", "c");
    assertThat(file.names()).containsExactly("a");
  }

  @Test
  void bracesOfVariablesOpenNoBlock() {
    assertThat(targets(nginx("location / { proxy_pass http://${A}:1; proxy_pass http://b:2; }")))
        .containsExactly("b:2");
  }

  @Test
  void programTextAndOpenBlocksAreNotRead() {
    assertThat(nginx("content_by_lua_block { proxy_pass http://a; }")).isEqualTo(ProxyFile.EMPTY);
    assertThat(nginx("server { proxy_pass http://a;")).isEqualTo(ProxyFile.EMPTY);
    assertThat(nginx("} proxy_pass http://a;")).isEqualTo(ProxyFile.EMPTY);
    assertThat(nginx("proxy_pass \"http://a")).isEqualTo(ProxyFile.EMPTY);
  }

  @Test
  void caddyHasAMatcherBeforeItsTargets() {
    ProxyFile file =
        ProxyLineReader.caddy(
            SourceText.of("Caddyfile", "reverse_proxy @api a:1 {env.B} # c\nimport d\nto e:1\n"));
    assertThat(targets(file)).containsExactly("a:1");
    assertThat(file.includes()).containsExactly("d");
  }

  @Test
  void traefikSendsToTheServersOfItsLists() {
    String text =
        "servers:\n- url: \"http://a:1\"\n  weight: 2\n- url: 'http://{{ x }}:2'\n"
            + "- address: b:3 # c\nforwardAuth:\n  address: http://d\n- url: http://e\n";
    assertThat(targets(ProxyLineReader.traefik(SourceText.of("shop.yml", text))))
        .containsExactly("a:1", "b:3");
  }

  private static ProxyFile nginx(String text) {
    return NginxReader.read(SourceText.of("nginx.conf", text));
  }

  private static List<String> targets(ProxyFile file) {
    List<String> targets = new ArrayList<>();
    for (Target target : file.targets()) {
      targets.add(
          target.host().text() + (target.port().isEmpty() ? "" : ":" + target.port().get()));
    }
    return targets;
  }
}
