package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.project.HostFirewall.Opening;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostFactsTest {

  private static final String COMPOSE = "services: {web: {image: nginx, ports: [80:80]}}\n";

  private static String memory(String... parts) {
    LinkedFiles files = files(parts);
    Answer<HostMemory> answer = files.view().compose().hosts().memory(files.set("compose.yaml"));
    return answer instanceof Answer.Known<HostMemory> known
        ? known.value().machine() + " " + known.value().bytes().longValue() / (1 << 20)
        : "?";
  }

  private static List<String> firewall(String... parts) {
    LinkedFiles files = files(parts);
    List<String> said = new ArrayList<>();
    if (files.view().compose().hosts().firewall(files.set("compose.yaml"))
        instanceof Answer.Known<HostFirewall> known) {
      said.add(known.value().isOutside() ? "outside" : "inside");
      for (Opening opening : known.value().openings()) {
        said.add(opening.first() + "-" + opening.last() + "/" + opening.protocol());
      }
    }
    return said;
  }

  private static LinkedFiles files(String... parts) {
    List<String> all = new ArrayList<>(List.of("compose.yaml", COMPOSE));
    all.addAll(List.of(parts));
    return LinkedFiles.of(all.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws --region x ec2 run-instances --image-id a --instance-type t3.small",
        "TYPE=t3.small\nID=$(aws ec2 run-instances \\\n  --instance-type \"$TYPE\" --count 1)",
        "docker-machine create --driver amazonec2 --amazonec2-instance-type=t3.small host",
        "for i in 1 2; do aws ec2 run-instances --instance-type t3.small; done",
      })
  void theMachineOfAScriptThatStartsTheSet(String create) {
    assertThat(memory("deploy.sh", create + "\nssh host 'docker compose up -d'\n"))
        .isEqualTo("t3.small 2048");
  }

  @Test
  void machinesOfOtherClouds() {
    String start = "\ndocker compose -f compose.yaml up -d\n";
    assertThat(memory("up.sh", "gcloud compute instances create x --machine-type=e2-small" + start))
        .isEqualTo("e2-small 2048");
    assertThat(memory("up.sh", "hcloud server create --type cx22 --name x" + start))
        .isEqualTo("cx22 4096");
    assertThat(memory("up.sh", "doctl compute droplet create x --size s-1vcpu-1gb" + start))
        .isEqualTo("s-1vcpu-1gb 1024");
    assertThat(memory("up.sh", "az vm create --size Standard_B1s -n x" + start))
        .isEqualTo("Standard_B1s 1024");
  }

  @Test
  void theFileThatANewHostRuns() {
    String create =
        "aws ec2 run-instances --instance-type t3.small --user-data file://cloud/init.sh\n";
    String init = "#!/bin/sh\ngit clone https://example.com/app\ncd app\ndocker compose up -d\n";
    assertThat(memory("scripts/create.sh", create, "cloud/init.sh", init))
        .isEqualTo("t3.small 2048");
    assertThat(memory("scripts/create.sh", create, "cloud/init.sh", "true\n")).isEqualTo("?");
  }

  @Test
  void aFileThatIsCopied() {
    String create = "hcloud server create --type cx22 --name x\n";
    String start = "ssh host 'cd /opt/app && docker compose up -d'\n";
    assertThat(memory("up.sh", create + "scp compose.yaml host:/opt/app/\n" + start))
        .isEqualTo("cx22 4096");
    assertThat(memory("up.sh", create + "scp other.yaml host:/opt/app/\n" + start)).isEqualTo("?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aws ec2 run-instances --instance-type $TYPE",
        "TYPE=${1:-t3.small}\naws ec2 run-instances --instance-type $TYPE",
        "aws ec2 run-instances --instance-type t3.small --count 3",
        "aws ec2 run-instances --instance-type x9.unknown",
        "aws ec2 run-instances --launch-template x",
        "aws ec2 run-instances --instance-type t3.small\ndocker compose up -d web",
        "hcloud server create --type cx22\nhcloud server create --type cx32",
        "ssh admin 'aws ec2 run-instances --instance-type t3.small'",
        "echo aws ec2 run-instances --instance-type t3.small",
        "# aws ec2 run-instances --instance-type t3.small",
      })
  void notWhatIsUnclear(String create) {
    assertThat(memory("deploy.sh", create + "\ndocker compose up -d\n")).isEqualTo("?");
  }

  @Test
  void notWhatScriptsSayDifferently() {
    String one = "hcloud server create --type cx22\ndocker compose up -d\n";
    assertThat(memory("one.sh", one, "two.sh", one)).isEqualTo("cx22 4096");
    assertThat(memory("one.sh", one, "two.sh", one.replace("cx22", "cx32"))).isEqualTo("?");
    assertThat(memory("Makefile", "up:\n\thcloud server create --type cx22\n\tdocker compose up\n"))
        .isEqualTo("?");
    assertThat(memory()).isEqualTo("?");
  }

  @Test
  void aSecurityGroup() {
    String script =
        """
        SG=$(aws ec2 create-security-group --group-name app --query GroupId)
        aws ec2 authorize-security-group-ingress --group-id $SG --protocol tcp --port 22 --cidr 0.0.0.0/0
        aws ec2 authorize-security-group-ingress --group-id $SG --protocol tcp --port 8000-8010 --cidr 0.0.0.0/0
        aws ec2 run-instances --instance-type t3.small --security-group-ids $SG
        docker compose up -d
        """;
    assertThat(firewall("up.sh", script)).containsExactly("outside", "22-22/tcp", "8000-8010/tcp");
    assertThat(firewall("up.sh", script.replace("--port 22", "--port $P"))).isEmpty();
    assertThat(firewall("up.sh", script.replace("--security-group-ids $SG", ""))).isEmpty();
    assertThat(firewall("up.sh", script.replace("-ids $SG", "-ids $SG $OTHER"))).isEmpty();
    assertThat(firewall("up.sh", script.replace("create-security-group", "describe"))).isEmpty();
    assertThat(firewall("up.sh", script.replace("docker compose up -d", ""))).isEmpty();
    assertThat(firewall("up.sh", script.replace("--protocol tcp --port 22", "--protocol all")))
        .contains("0-65535/");
  }

  @Test
  void theFirewallOfTheHost() {
    String script =
        """
        ufw allow OpenSSH
        sudo ufw allow 80,443/tcp
        ufw allow proto udp from 10.0.0.0/8 to any port 53
        ufw allow 60000:60010/udp
        ufw --force enable
        docker compose up -d
        """;
    assertThat(firewall("setup.sh", script))
        .containsExactly(
            "inside", "22-22/tcp", "80-80/tcp", "443-443/tcp", "53-53/udp", "60000-60010/udp");
    assertThat(firewall("setup.sh", script.replace("ufw --force enable", "true"))).isEmpty();
    assertThat(firewall("setup.sh", script.replace("OpenSSH", "Samba"))).isEmpty();
    assertThat(
            firewall(
                "setup.sh",
                "firewall-cmd --add-port=80/tcp --add-port=443/tcp\n" + "docker compose up\n"))
        .containsExactly("inside", "80-80/tcp", "443-443/tcp");
  }
}
