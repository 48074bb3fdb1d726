package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeMergeTest {

  private static ComposeFolder.Loaded merged(String base, String over) {
    return ComposeFolder.of("services: {web: {image: i, " + base + "}}\n")
        .with("b.yaml", "services: {web: {" + over + "}}\n")
        .load("a.yaml", "b.yaml");
  }

  @ParameterizedTest(name = "{0} and {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // replaced
        "command: [a, b] | command: [c] | command | [c]",
        "command: a | command: | command | ~",
        "entrypoint: [a] | entrypoint: b c | entrypoint | b c",
        "healthcheck: {test: [CMD, a], retries: 2} | healthcheck: {test: b} | healthcheck"
            + " | {test: b, retries: 2}",
        // names and values, in whichever form
        "environment: [A=1, B=2] | environment: {B: 3, C: } | environment | {A: \"1\", B: 3, C: ~}",
        "environment: {A: 1} | environment: [A] | environment | {A: ~}",
        "labels: {a: b} | labels: [c=d=e] | labels | {a: b, c: d=e}",
        "annotations: [a=1] | annotations: [a=2] | annotations | {a: \"2\"}",
        "sysctls: {a.b: 1} | sysctls: [a.b=2] | sysctls | {a.b: \"2\"}",
        "build: {args: [A=1]} | build: {args: {B: 2}} | build/args | {A: \"1\", B: 2}",
        "build: {labels: [a]} | build: {labels: {a: b}} | build/labels | {a: b}",
        "build: {additional_contexts: [a=./a]} | build: {additional_contexts: {b: ./b}}"
            + " | build/additional_contexts | {a: ./a, b: ./b}",
        "deploy: {labels: [a=1]} | deploy: {labels: [b=2]} | deploy/labels"
            + " | {a: \"1\", b: \"2\"}",
        // short forms of mappings
        "build: ./dir | build: {target: t} | build | {context: ./dir, target: t}",
        "build: {target: t} | build: ./dir | build | {target: t, context: ./dir}",
        "depends_on: [a] | depends_on: {b: {condition: service_healthy}} | depends_on"
            + " | {a: {condition: service_started, required: true},"
            + " b: {condition: service_healthy, required: true}}",
        "networks: [a] | networks: {a: {priority: 1}, b: } | networks | {a: {priority: 1}, b: ~}",
        "models: [a] | models: [b, a] | models | {a: ~, b: ~}",
        // logging
        "logging: {driver: x, options: {a: b}} | logging: {options: {c: d}} | logging"
            + " | {driver: x, options: {a: b, c: d}}",
        "logging: {driver: x, options: {a: b}} | logging: {driver: y} | logging | {driver: y}",
        // lists whose items have a key
        "volumes: [\"aa:/x\", \"bb:/y\"] | volumes: [\"cc:/x:ro\"] | volumes"
            + " | [{type: volume, source: cc, target: /x, read_only: true, volume: {}},"
            + " {type: volume, source: bb, target: /y, volume: {}}]",
        "devices: [/dev/a] | devices: [\"/dev/b:/dev/a:r\"] | devices"
            + " | [{source: /dev/b, target: /dev/a, permissions: r}]",
        "configs: [c] | configs: [{source: d, target: /c}] | configs | [{source: d, target: /c}]",
        "secrets: [s] | secrets: [{source: t, target: /run/secrets/s}] | secrets"
            + " | [{source: t, target: /run/secrets/s}]",
        "tmpfs: /a | tmpfs: [/a, \"/b\"] | tmpfs | [/a, /b]",
        "env_file: a.env | env_file: [b.env, {path: a.env, required: false}] | env_file"
            + " | [{path: a.env, required: false}, {path: b.env, required: true}]",
        // lists that are joined
        "cap_add: [A, B] | cap_add: [B, C] | cap_add | [A, B, C]",
        "expose: [80] | expose: [\"80\", 81] | expose | [\"80\", 81]",
        "profiles: [a] | profiles: [a, b] | profiles | [a, b]",
        "dns: 1.1.1.1 | dns: [8.8.8.8, \"\"] | dns | [1.1.1.1, 8.8.8.8]",
        "security_opt: [a] | security_opt: [a, b] | security_opt | [a, b]",
        "extra_hosts: [\"a:1.1.1.1\"] | extra_hosts: [\"a:2.2.2.2\"] | extra_hosts"
            + " | [a:1.1.1.1, a:2.2.2.2]",
        "extra_hosts: {a: 1.1.1.1} | extra_hosts: [\"b:2.2.2.2\"] | extra_hosts"
            + " | [a=1.1.1.1, b:2.2.2.2]",
        // the rest
        "ulimits: {n: 5} | ulimits: {n: {soft: 1, hard: 2}} | ulimits | {n: {soft: 1, hard: 2}}",
        "ulimits: {n: {soft: 1, hard: 2}} | ulimits: {n: {soft: 3}} | ulimits"
            + " | {n: {soft: 3, hard: 2}}",
        "tty: true | tty: | tty | true",
        "x-a: [1] | x-a: [1, 2] | x-a | [1, 2]",
        "x-a: 1 | x-a: [1] | x-a | [1]",
      })
  void laysOneOverTheOther(String base, String over, String key, String merged) {
    assertThat(merged(base, over).at("services/web/" + key)).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[\"80:80\"] | [\"8080:80\"] | 80:80 8080:80",
        "[\"80:80\"] | [{target: 80, published: \"80\"}] | 80:80",
        "[\"80:80\"] | [\"0.0.0.0:80:80\"] | 80:80",
        "[\"80:80\"] | [\"127.0.0.1:80:80\"] | 80:80 127.0.0.1:80:80",
        "[\"80:80\"] | [\"80:80/udp\"] | 80:80 80:80/udp",
        "[\"8000-8001:80-81\"] | [\"8001:81\"] | 8000:80 8001:81",
      })
  void portsAreOneWhereAllOfThemIs(String base, String over, String merged) {
    ComposeFolder.Loaded loaded = merged("ports: " + base, "ports: " + over);
    StringBuilder ports = new StringBuilder();
    ComposeNode.Items items = (ComposeNode.Items) loaded.find("services/web/ports").orElseThrow();
    for (int i = 0; i < items.items().size(); i++) {
      String port = "services/web/ports/" + i + "/";
      String address = loaded.at(port + "host_ip");
      String protocol = loaded.at(port + "protocol");
      ports
          .append(i > 0 ? " " : "")
          .append(address.equals("-") || address.equals("0.0.0.0") ? "" : address + ":")
          .append(loaded.at(port + "published"))
          .append(':')
          .append(loaded.at(port + "target"))
          .append(protocol.equals("tcp") ? "" : "/" + protocol);
    }
    assertThat(ports.toString().replace("\"", "")).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{subnet: a}] | [{subnet: a, gateway: g}] | [{subnet: a, gateway: g}]",
        "[{subnet: a}] | [{subnet: b}] | [{subnet: b}]",
        "[{subnet: a}, {subnet: b}] | [{subnet: b, gateway: g}]" + " | [{subnet: b, gateway: g}]",
      })
  void subnetsMeetEachOther(String base, String over, String merged) {
    String network = "services: {w: {image: i}}\nnetworks: {n: {ipam: {config: %s}}}\n";
    ComposeFolder.Loaded loaded =
        ComposeFolder.of(String.format(network, base))
            .with("b.yaml", String.format(network, over))
            .load("a.yaml", "b.yaml");
    assertThat(loaded.at("networks/n/ipam/config")).isEqualTo(merged);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "deploy: {} | deploy: [a] | [a] | a list cannot be laid over a mapping",
        "security_opt: [a] | security_opt: b | b | a text cannot be laid over a list",
        "logging: {} | logging: x | x | a text cannot be laid over a mapping",
      })
  void refusesAnotherShape(String base, String over, String place, String message) {
    assertThat(merged(base, over).refused())
        .containsExactly(
            place
                + ": "
                + message
                + " that another file has at services.web."
                + base.substring(0, base.indexOf(':')));
  }

  @Test
  void laterDocumentsAndFilesComeOnTop() {
    ComposeFolder.Loaded loaded =
        ComposeFolder.of("services: {w: {image: a}}\n---\nservices: {w: {image: b, tty: true}}\n")
            .with("b.yaml", "services: {w: {image: c}}\n")
            .load("a.yaml", "b.yaml");
    assertThat(loaded.at("services/w")).isEqualTo("{image: c, tty: true}");
    assertThat(loaded.refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ports: !reset [\"5:5\"] | ports | -",
        "command: !reset x | command | -",
        "environment: {A: !reset x} | environment | {B: 2}",
        "environment: !override {C: 3} | environment | {C: 3}",
        "labels: &l !override {c: d} | labels | {c: d}",
        "<<: {labels: !reset x} | labels | -",
        "<<: {labels: !override {c: d}} | labels | {c: d}",
        "x-a: &r !reset [], labels: *r | labels | -",
        "x-a: &o {l: !override {c: d}}, x-b: *o | x-b | {l: {c: d}}",
        "ports: [!reset \"80:80\"] | ports/0/published | \"80\"",
      })
  void resetsTakeWhatIsBelowAway(String over, String key, String left) {
    String base =
        "command: c, environment: {A: 1, B: 2}, labels: {a: b}, ports: [\"80:80\"],"
            + " x-b: {l: {a: b}}";
    assertThat(merged(base, over).at("services/web/" + key)).isEqualTo(left);
  }

  @Test
  void aWholeServiceOrSectionIsReset() {
    ComposeFolder folder =
        ComposeFolder.of("services: {a: {image: a}, my.b: {image: b}}\nvolumes: {v: }\n")
            .with(
                "b.yaml", "services: {my.b: !override {image: c}, a: !reset }\nvolumes: !reset\n");
    ComposeFolder.Loaded loaded = folder.load("a.yaml", "b.yaml");
    assertThat(loaded.at("services")).isEqualTo("{my.b: {image: c}}");
    assertThat(loaded.at("volumes")).isEqualTo("-");
  }
}
