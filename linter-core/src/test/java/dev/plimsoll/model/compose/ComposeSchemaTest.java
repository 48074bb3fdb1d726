package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeNode.Member;
import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.model.compose.ComposeNode.Table;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeSchemaTest {

  /** A file with one service that has these keys, in flow style. */
  private static String service(String keys) {
    return "services: {web: {" + keys + "}}";
  }

  private static List<Violation> check(String yaml) {
    return new ComposeSchema().check(PlainNodes.table(yaml));
  }

  private static Violation one(String yaml) {
    List<Violation> violations = check(yaml);
    assertThat(violations).hasSize(1);
    return violations.get(0);
  }

  private static String message(Violation violation) {
    String message = violation.template();
    for (Object argument : violation.arguments()) {
      String text = argument instanceof Value.Known known ? known.text() : argument.toString();
      int hole = message.indexOf("%s");
      message = message.substring(0, hole) + text + message.substring(hole + 2);
    }
    return message;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: nginx",
        "x-anything: [1, {a: b}]",
        "build: .",
        "build: {context: ., args: [A=1], x-note: 1}",
        "command:",
        "command: [a, a]",
        "container_name: __web_1",
        "cpu_percent: 0",
        "cpu_percent: 2.0",
        "cpu_percent: '200'",
        "cpus: 0.5",
        "depends_on: [a, b]",
        "depends_on: {a: {condition: service_started, required: false}}",
        "devices: [/dev/a:/dev/b, {source: /dev/a}]",
        "env_file: [a, {path: b, required: false}]",
        "environment: {A: , B: 1, C: true, D: text, E: 1.5}",
        "environment: [A, B=1]",
        "expose: [80, '80', 81.0]",
        "extends: {service: a}",
        "extra_hosts: {a: [1.2.3.4, 1.2.3.4], b: 1.2.3.4}",
        "gpus: all",
        "gpus: [{count: 1, of_my_own: {}}]",
        "logging: {options: {max-size: 10m, n: 3, none: }}",
        "models: {llm: , other: {endpoint_var: A}}",
        "networks: {a: , b: {aliases: [x], priority: 1.5}}",
        "oom_score_adj: -1000",
        "ports: [80, 80.5, '80:80', {target: 80, published: '80-81'}]",
        "pre_start: [{image: a, per_replica: true}]",
        "pull_policy: every_1d12h",
        "storage_opt: {size: [1]}",
        "ulimits: {nofile: 1024, nproc: {soft: 1, hard: 2}, NOFILE: [anything]}",
        "umask: 0o22",
        "volumes: [a:/b, {type: tmpfs, tmpfs: {size: 0}}]"
      })
  void takesWhatComposeTakes(String keys) {
    assertThat(check(service(keys))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{name: a, version: '3', x-a: 1}",
        "networks: {a: , b: {external: {name: c}}}",
        "volumes: {a: {driver_opts: {a: 1, b: c}}}",
        "secrets: {a: {external: {name: b, more: 1}}}",
        "jobs: {a: {image: b, triggers: {schedule: ['@daily']}}}",
        "include: [a, {path: [b, c]}]"
      })
  void takesWhatComposeTakesAtTheTop(String yaml) {
    assertThat(check(yaml)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "imgae: a                 | imgae   | imgae is no key of a service (did you mean \"image\"?)",
        "Image: a                 | Image   | Image is no key of a service (did you mean \"image\"?)",
        "volume: [a]              | volume  | volume is no key of a service (did you mean \"volumes\"?)",
        "replicas: 2              | replicas | replicas is no key of a service but of deploy",
        "limits: {}               | limits  | limits is no key of a service but of deploy.resources",
        "services: {}             | services | services is no key of a service but of a Compose file",
        "build: {ports: [1]}      | ports   | ports is no key of build but of a service",
        "volumes: [{type: bind, ro: true}] | ro | ro is no key of a mount",
        "extends: {service: a, x-b: 1} | x-b | x-b is no key of extends",
        "pre_start: [{ports: [1]}] | ports  | ports is no key of pre_start but of a service",
      })
  void guessesWhatAKeyWasMeantToBe(String keys, String place, String message) {
    Violation violation = one(service(keys));
    assertThat(violation.kind()).isEqualTo(Violation.Kind.UNKNOWN_KEY);
    assertThat(violation.place().text()).isEqualTo(place);
    assertThat(message(violation)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ports: 80                | 80      | ports must be a list, but is a number",
        "ports: {a: b}            | ports   | ports must be a list, but is a mapping",
        "image:                   | image   | image must be a text, but is nothing",
        "image: 1.5               | 1.5     | image must be a text, but is a number; quote it",
        "user: 1000               | 1000    | user must be a text, but is a number; quote it",
        "restart: no              | -       | -",
        "restart: false           | false   | restart must be a text, but is a boolean; quote it",
        "use_api_socket: yes      | yes     | use_api_socket must be a boolean, but is a text",
        "cpu_count: 1.5           | 1.5     | cpu_count must be a whole number or a text, but is a fraction; quote it",
        "gpus: []                 | -       | -",
        "gpus: {}                 | gpus    | gpus must be \"all\" or a list, but is a mapping",
        "environment: [{A: b}]    | {A: b}  | an item of environment must be a text, but is a mapping",
        "environment: {A: [b]}    | A       | A must be a boolean, a number, a text or nothing, but is a list",
        "cap_add: [1]             | 1       | an item of cap_add must be a text, but is a number; quote it",
        "healthcheck: [a]         | healthcheck | healthcheck must be a mapping, but is a list",
        "networks: {a: b}         | b       | a must be a mapping or nothing, but is a text"
      })
  void tellsWhatAValueMayBe(String keys, String place, String message) {
    if (place.equals("-")) {
      assertThat(check(service(keys))).isEmpty();
      return;
    }
    Violation violation = one(service(keys));
    assertThat(violation.kind()).isEqualTo(Violation.Kind.WRONG_TYPE);
    assertThat(violation.place().text()).isEqualTo(place);
    assertThat(message(violation)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "cgroup: hosts            | WRONG_WORD   | hosts | cgroup is hosts, but must be host or private (did you mean \"host\"?)",
        "gpus: some               | WRONG_WORD   | some  | gpus is some, but must be all",
        "pull_policy: every_12    | WRONG_FORMAT | every_12 | pull_policy is every_12, but must be always, never, build, missing, if_not_present, refresh, daily, weekly or a time like every_12h",
        "container_name: _        | WRONG_FORMAT | _     | -",
        "cpus: .inf               | WRONG_FORMAT | .inf  | cpus is +Inf, but must be a number that is finite",
        "cpu_percent: 101         | OUT_OF_RANGE | 101   | cpu_percent is 101, but must be between 0 and 100",
        "cpu_count: -1            | OUT_OF_RANGE | -1    | cpu_count is -1, but must be at least 0",
        "cap_add: [A, B, A]       | DUPLICATE_ITEM | A   | cap_add has this item twice",
        "ports: [{target: 80}, {target: 80.0}] | DUPLICATE_ITEM | {target: 80.0} | ports has this item twice",
        "volumes: [{target: /a}]  | MISSING_KEY  | {target: /a} | a mount must have the key type",
        "provider: {}             | MISSING_KEY  | provider | provider must have the key type",
        "networks: {'a b': }      | WRONG_NAME   | 'a b' | -",
        "environment: {'': a}     | WRONG_NAME   | ''    | '' cannot be a name here, a name must not be empty"
      })
  void findsOtherFaults(String keys, Violation.Kind kind, String place, String message) {
    Violation violation = one(service(keys));
    assertThat(violation.kind()).isEqualTo(kind);
    assertThat(violation.place().text()).isEqualTo(place);
    if (!message.equals("-")) {
      assertThat(message(violation)).isEqualTo(message);
    }
  }

  @Test
  void namesThePath() {
    Violation violation = one(service("volumes: [a, {type: bind, bind: {selinux: x}}]"));
    assertThat(violation.path()).hasToString("services.web.volumes.[].bind.selinux");
    assertThat(violation.kind()).isEqualTo(Violation.Kind.WRONG_WORD);
  }

  @Test
  void aJobNeedsATrigger() {
    Violation violation = one("jobs: {a: {triggers: {x-a: 1}}}");
    assertThat(message(violation)).isEqualTo("triggers must have the key manual or schedule");
    assertThat(violation.path()).hasToString("jobs.a.triggers");
  }

  @Test
  void ofAKeyTheFixIsTheNearest() {
    assertThat(one(service("imgae: a")).meant()).contains("image");
    assertThat(one(service("cgroup: hots")).meant()).contains("host");
    assertThat(one(service("replicas: 1")).meant()).isEmpty();
  }

  @Test
  void pointsAtTheFirstOfTwoItems() {
    Violation violation = one(service("cap_add: [ALL, ALL]"));
    Slice first = violation.first().orElseThrow();
    assertThat(violation.place().span().start()).isGreaterThan(first.span().start());
    assertThat(first.text()).isEqualTo("ALL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cgroup: $MODE",
        "pull_policy: $POLICY",
        "cap_add: ['$A', '$B']",
        "depends_on: {a: {condition: '$C', required: '$R'}}"
      })
  void doesNotAccuseWhatIsNotKnown(String keys) {
    assertThat(check(service(keys))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ports: $PORTS", "cap_add: ['$A', '$A']", "build: {'$A': 1}"})
  void accusesWhatIsWrongHoweverVariablesAreSet(String keys) {
    assertThat(check(service(keys))).hasSize(1);
  }

  @Test
  void ofAlternativesAllMustBeWrong() {
    Table known = PlainNodes.table(service("cgroup: a"));
    Slice place = known.slice();
    Value.Known right = new Value.Known("host", place);
    Value.Known wrong = new Value.Known("hosts", place);
    assertThat(new ComposeSchema().check(cgroup(place, List.of(wrong, right)))).isEmpty();
    Value.Known other = new Value.Known("guest", place);
    assertThat(new ComposeSchema().check(cgroup(place, List.of(wrong, other)))).hasSize(1);
  }

  private static Table cgroup(Slice place, List<Value> values) {
    Value value = Value.of(values);
    Scalar scalar = new Scalar(place, "hosts", ComposeNode.Type.STRING, value);
    return table(place, "services", table(place, "web", table(place, "cgroup", scalar)));
  }

  private static Table table(Slice place, String key, ComposeNode value) {
    Map<String, Member> members = new LinkedHashMap<>();
    members.put(key, new Member(place, value));
    return new Table(place, members);
  }

  @Test
  void theTableNamesOnlyKindsThatItHas() {
    ComposeKinds kinds = new ComposeKinds();
    List<String> missing = new ArrayList<>();
    for (String name : kinds.names()) {
      ComposeKind kind = kinds.get(name);
      for (ComposeKind.Key key : kind.keys().values()) {
        collect(kinds, kinds.shape(key.shape()), missing);
      }
    }
    assertThat(missing).isEmpty();
  }

  private static void collect(ComposeKinds kinds, ComposeShape shape, List<String> missing) {
    Optional<String> mapping = shape.mapping();
    if (mapping.isPresent() && mapping.get().startsWith("{")) {
      collect(kinds, kinds.get(mapping.get()).entries().orElseThrow().value(), missing);
    } else if (mapping.isPresent() && !kinds.names().contains(mapping.get())) {
      missing.add(mapping.get());
    }
    if (shape.list().isPresent()) {
      collect(kinds, shape.list().get().item(), missing);
    }
  }
}
