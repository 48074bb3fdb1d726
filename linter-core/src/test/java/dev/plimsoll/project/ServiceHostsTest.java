package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.plimsoll.model.compose.ComposeService;
import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.model.compose.HostUse;
import dev.plimsoll.source.MemoryWorkspace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceHostsTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace();
  private final LinkedFiles files = new LinkedFiles(workspace);
  private final ProjectView view = files.view();

  private ComposeSet set(String text) {
    workspace.put("compose.yaml", text);
    return files.set("compose.yaml");
  }

  /** The hosts of the service {@code api} that has some variables, with port and place. */
  private List<String> hosts(String... lines) {
    StringBuilder text = new StringBuilder("services:\n  api:\n    image: a\n    environment:\n");
    for (String line : lines) {
      text.append("      ").append(line).append('\n');
    }
    ComposeSet set = set(text.toString());
    List<String> hosts = new ArrayList<>();
    for (HostUse use : view.compose().network().hosts(set, set.service("api").orElseThrow())) {
      String port = use.port().isPresent() ? ":" + use.port().get() : "";
      hosts.add(use.host().text() + port + " in " + use.host().slice().text());
    }
    return hosts;
  }

  private String peers(String compose, String host) {
    ComposeSet set = set(compose);
    ComposeService api = set.service("api").orElseThrow();
    return view.compose().network().peers(set, api, host) instanceof Answer.Known<Peers> known
        ? known.value().answering() + "/" + known.value().apart()
        : "unknown";
  }

  @Test
  void urlsNameHostsAndPorts() {
    assertThat(hosts("A: postgres://u:p@ss@db:5432/app", "B: http://web/x?y=http://inner:1"))
        .containsExactly("db:5432 in db", "web in web", "inner:1 in inner");
    assertThat(hosts("A: 'mongodb://one:1,two:2/x'", "B: jdbc:postgresql://db/app"))
        .containsExactly("one:1 in one", "two:2 in two", "db in db");
    assertThat(hosts("A: 'user:pw@tcp(mysql:3306)/app'")).containsExactly("mysql:3306 in mysql");
  }

  @Test
  void bucketsFilesAndOwnAddressesAreNoHosts() {
    assertThat(hosts("A: s3://profiles?endpoint=x", "B: 'file://data/db'", "C: 'gs://b/c'"))
        .isEmpty();
    assertThat(hosts("A: 's3://key:word@minio:9000/logs'")).containsExactly("minio:9000 in minio");
    assertThat(hosts("A_LISTENERS: 'PLAINTEXT://0.0.0.0:9092,HOST://kafka:1'"))
        .containsExactly("kafka:1 in kafka");
    assertThat(hosts("ONLY_MAIL_HOSTNAME: ${ONLY:-n}", "B_HOST: 'Off'")).isEmpty();
  }

  @Test
  void variablesBesideHostDoNotHideIt() {
    assertThat(hosts("A: postgres://u:${PW}@db:${PORT}/app")).containsExactly("db in db");
    assertThat(hosts("A: \"redis://:$PW@cache:6379\"")).containsExactly("cache:6379 in cache");
  }

  @Test
  void hostThatVariableBringsIsKnownByItsDefault() {
    assertThat(hosts("DB_HOST: ${DB_HOST:-db}")).containsExactly("db in ${DB_HOST:-db}");
    assertThat(hosts("DB_HOST: ${DB_HOST}")).isEmpty();
  }

  @Test
  void namesOfVariablesTellHosts() {
    assertThat(hosts("DB_HOST: db", "KAFKA_BROKERS: 'k1:9092,k2:9092'", "DB_NAME: app"))
        .containsExactly("db in db", "k1:9092 in k1", "k2:9092 in k2");
    assertThat(hosts("HOST: db", "LISTEN_ADDR: all", "VIRTUAL_HOST: app", "DB_HOST: 'true'"))
        .isEmpty();
  }

  @Test
  void keywordsNameHosts() {
    assertThat(hosts("DSN: host=db port=5432 user=app", "MS: 'Server=sql,1433;Database=app'"))
        .containsExactly("db in db", "sql in sql");
  }

  @Test
  void fileOfVariablesCounts() {
    workspace.put("api.env", "CACHE_URL=redis://cache:6379\n");
    ComposeSet set = set("services:\n  api:\n    image: a\n    env_file: api.env\n");

    List<HostUse> hosts = view.compose().network().hosts(set, set.service("api").orElseThrow());

    assertThat(hosts).hasSize(1);
    assertThat(hosts.get(0).host().slice().place().file()).isEqualTo("api.env");
    assertThat(files.inquiry.files()).contains("api.env");
  }

  @Test
  void bareNameHidesWhatAFileOfVariablesSays() {
    workspace.put("api.env", "CACHE_URL=redis://cache:6379\n");
    ComposeSet set =
        set(
            "services:\n  api:\n    image: a\n    env_file: api.env\n"
                + "    environment: [CACHE_URL]\n");

    assertThat(view.compose().network().hosts(set, set.service("api").orElseThrow())).isEmpty();
  }

  @Test
  void longTextsAreReadInOneGo() {
    for (String part : List.of("x ", "://x ", "a,", "a@", "a:")) {
      String line = "A_HOSTS: '" + part.repeat(200_000 / part.length()) + "'";
      assertTimeout(Duration.ofSeconds(10), () -> hosts(line));
    }
  }

  @Test
  void commandLinesNameHosts() {
    ComposeSet set =
        set(
            "services:\n  api:\n    image: a\n    command: [wait, 'http://web:80']\n"
                + "    healthcheck:\n      test: curl -f http://localhost:8080/health\n");

    List<String> hosts = new ArrayList<>();
    for (HostUse use : view.compose().network().hosts(set, set.service("api").orElseThrow())) {
      hosts.add(use.host().text());
    }

    assertThat(hosts).containsExactly("web", "localhost");
  }

  @Test
  void servicesOfSharedNetworkAnswer() {
    String services =
        "services:\n  api:\n    image: a\n    networks: [front]\n"
            + "  web:\n    image: w\n    networks:\n      front:\n        aliases: [www]\n"
            + "  db:\n    image: d\n    container_name: base\n    networks: [back]\n"
            + "networks:\n  front:\n  back:\n";
    assertThat(peers(services, "web")).isEqualTo("[web]/[]");
    assertThat(peers(services, "WWW")).isEqualTo("[web]/[]");
    assertThat(peers(services, "base")).isEqualTo("[]/[db]");
    assertThat(peers(services, "nobody")).isEqualTo("[]/[]");
    assertThat(peers(services, "localhost")).isEqualTo("[api]/[]");
    assertThat(peers(services, "app-web-1")).isEqualTo("[web]/[]");
  }

  @Test
  void whatMayAnswerFromOutsideIsUnknown() {
    String plain = "services:\n  api:\n    image: a\n";
    assertThat(peers(plain, "example.org")).isEqualTo("unknown");
    assertThat(peers(plain, "host.docker.internal")).isEqualTo("unknown");
    assertThat(peers(plain, "other")).isEqualTo("[]/[]");
    assertThat(peers(plain + "    network_mode: host\n", "other")).isEqualTo("unknown");
    assertThat(peers(plain + "    extra_hosts: ['other:10.0.0.1']\n", "other"))
        .isEqualTo("unknown");
    assertThat(peers(plain + "    external_links: ['x:other']\n", "other")).isEqualTo("unknown");
    String outer = "    networks: [outer]\nnetworks:\n  outer:\n    external: true\n";
    assertThat(peers(plain + outer, "other")).isEqualTo("unknown");
  }

  @Test
  void networkOfAnotherServiceIsShared() {
    assertThat(
            peers(
                "services:\n  api:\n    image: a\n    network_mode: service:vpn\n"
                    + "  vpn:\n    image: v\n  db:\n    image: d\n",
                "db"))
        .isEqualTo("[db]/[]");
  }

  @Test
  void linkGivesName() {
    assertThat(
            peers(
                "services:\n  api:\n    image: a\n    links: ['db:database']\n"
                    + "  db:\n    image: d\n",
                "database"))
        .isEqualTo("[db]/[]");
  }
}
