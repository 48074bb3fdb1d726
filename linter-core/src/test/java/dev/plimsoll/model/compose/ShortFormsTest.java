package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortFormsTest {

  private static ComposeFolder.Loaded load(String key, String list) {
    return ComposeFolder.of("services: {w: {image: i, " + key + ": " + list + "}}\n")
        .load("a.yaml");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "80 | {target: 80, protocol: tcp}",
        "80/udp | {target: 80, protocol: udp}",
        "80/TCP | {target: 80, protocol: tcp}",
        "8080:80 | {target: 80, published: \"8080\", protocol: tcp}",
        "127.0.0.1:8080:80 | {host_ip: 127.0.0.1, target: 80, published: \"8080\", protocol: tcp}",
        "127.0.0.1::80 | {host_ip: 127.0.0.1, target: 80, protocol: tcp}",
        ":80 | {target: 80, protocol: tcp}",
        "[::1]:8080:80 | {host_ip: ::1, target: 80, published: \"8080\", protocol: tcp}",
        "9000-9010:80 | {target: 80, published: 9000-9010, protocol: tcp}",
        "0:80 | {target: 80, published: \"0\", protocol: tcp}",
      })
  void onePort(String text, String port) {
    assertThat(load("ports", "[\"" + text + "\"]").at("services/w/ports"))
        .isEqualTo("[" + port.replace("{", "{mode: ingress, ") + "]");
  }

  @ParameterizedTest
  @CsvSource({"80-82,80 81 82", "8000-8002:80-82,80 81 82", "98-101:98-101,100 101 98 99"})
  void aRangeIsAPortEachInTheOrderOfTexts(String text, String targets) {
    ComposeFolder.Loaded loaded = load("ports", "[\"" + text + "\"]");
    String[] each = targets.split(" ", -1);
    for (int i = 0; i < each.length; i++) {
      assertThat(loaded.at("services/w/ports/" + i + "/target")).isEqualTo(each[i]);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "80: | the container's port is missing",
        "a:80 | the host's port is no number from 0 to 65535 and no range",
        "80:a | the container's port is no number from 0 to 65535 and no range",
        "70000:1 | the host's port is no number from 0 to 65535 and no range",
        "3-1 | the container's port is no number from 0 to 65535 and no range",
        "1-3:5-6 | the two ranges of ports differ in size",
        "80/icmp | the protocol is none of tcp, udp and sctp",
        "::1:80:80 | what stands before the ports is no IP address",
        "host:1:2 | what stands before the ports is no IP address",
        "256.1.1.1:1:2 | what stands before the ports is no IP address",
        "0:0 | the container's port is 0: name one from 1 to 65535",
      })
  void refusedPorts(String text, String message) {
    assertThat(load("ports", "[\"" + text + "\"]").refused())
        .containsExactly("\"" + text + "\": " + message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/aa | {type: volume, target: /aa, volume: {}}",
        "a | {type: volume, target: a}",
        "vol:/a | {type: volume, source: vol, target: /a, volume: {}}",
        "vol:/a/../b/ | {type: volume, source: vol, target: /b, volume: {}}",
        "./x:/a | {type: bind, source: ./x, target: /a, bind: {create_host_path: true}}",
        "~/x:/a | {type: bind, source: ~/x, target: /a, bind: {create_host_path: true}}",
        "/x:/a:ro | {type: bind, source: /x, target: /a, read_only: true,"
            + " bind: {create_host_path: true}}",
        "/x:/a:ro,rw,z,rshared | {type: bind, source: /x, target: /a,"
            + " bind: {selinux: z, propagation: rshared, create_host_path: true}}",
        "vol:/a:nocopy,what | {type: volume, source: vol, target: /a, volume: {nocopy: true}}",
        "c:/x:/y | {type: bind, source: c:/x, target: /y, bind: {create_host_path: true}}",
        "c:/x:d:/y:ro | {type: bind, source: c:/x, target: d:/y, read_only: true,"
            + " bind: {create_host_path: true}}",
        "C:\\x:C:\\y | {type: bind, source: C:\\x, target: C:\\y, bind: {create_host_path: true}}",
        "\\\\.\\pipe\\x:\\\\.\\pipe\\y | {type: bind, source: \\\\.\\pipe\\x,"
            + " target: \\\\.\\pipe\\y, bind: {create_host_path: true}}",
      })
  void oneMount(String text, String mount) {
    assertThat(load("volumes", "['" + text + "']").at("services/w/volumes/0")).isEqualTo(mount);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'' | the mount is empty: write source:/path/in/container",
        "':/a' | nothing stands on one side of a colon: write source:/path/in/container",
        "'ab:' | nothing stands on one side of a colon: write source:/path/in/container",
        "'xx:yy:zz:w' | too many colons: write it with the keys type, source and target",
      })
  void refusedMounts(String text, String message) {
    assertThat(load("volumes", "[" + text + "]").refused()).containsExactly(text + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "volumes | {type: bind, source: .} | the key target is missing here: add it",
        "devices | {source: x} | the key target is missing here: add it",
        "ports | {published: 80} | the key target is missing here: add it",
        "env_file | {required: false} | the key path is missing here: add it",
        "devices | a:b:c:d | too many colons: write it with source and target",
      })
  void refusedLongForms(String key, String item, String message) {
    assertThat(load(key, "[" + item + "]").refused()).contains(item + ": " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "build | ./dir | {context: ./dir}",
        "build | {ssh: [default, k=v]} | {ssh: {default: ~, k: v}, context: .}",
        "build | {provenance: true} | {provenance: \"true\", context: .}",
        "depends_on | [a] | {a: {condition: service_started, required: true}}",
        "devices | [/dev/a] | [{source: /dev/a, target: /dev/a, permissions: rwm}]",
        "env_file | a.env | [{path: a.env, required: true}]",
        "gpus | all | [{count: all}]",
        "gpus | [{capabilities: [x]}] | [{capabilities: [x], count: all}]",
        "networks | [a, b] | {a: ~, b: ~}",
        "secrets | [s] | [{source: s, target: /run/secrets/s}]",
        "configs | [c] | [{source: c}]",
        "label_file | a | [a]",
        "environment | [A=b=c, D, E=] | {A: b=c, D: ~, E: }",
        "x-develop | {watch: []} | -",
      })
  void otherShortForms(String key, String text, String read) {
    assertThat(load(key, text).at("services/w/" + key)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ports | [\"127.0.0.1:8080:80/udp\"] | host_ip=127.0.0.1 published=8080 target=80"
            + " protocol=udp",
        "ports | ['[::1]:8080:80'] | host_ip=::1 published=8080 target=80",
        "ports | [8080:80] | published=8080 target=80",
        "ports | [\"80\\x38\\x30:80\"] | published=8080 target=80",
        "volumes | ['./it''s:/a:ro'] | source=./it's target=/a read_only=ro",
        "volumes | [vol:/a] | source=vol target=/a",
        "devices | ['/dev/a:/dev/b:r'] | source=/dev/a target=/dev/b permissions=r",
      })
  void partsPointAtTheirCharacters(String key, String text, String parts) {
    ComposeFolder.Loaded loaded = load(key, text);
    for (String part : parts.split(" ", -1)) {
      Map.Entry<String, String> pair = Map.entry(part.split("=", -1)[0], part.split("=", -1)[1]);
      String path = "services/w/" + key + "/0/" + pair.getKey();
      assertThat(loaded.slice(path)).as(pair.getKey()).isEqualTo(pair.getValue());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{external: true, name: r} | {external: true, name: r}",
        "{external: {name: r}} | {external: true, name: r}",
        "{name: r, external: {name: r}} | {name: r, external: true}",
      })
  void externalNames(String text, String read) {
    String file = "services: {w: {image: i}}\nvolumes: {v: " + text + "}\n";
    assertThat(ComposeFolder.of(file).load("a.yaml").at("volumes/v")).isEqualTo(read);
  }
}
