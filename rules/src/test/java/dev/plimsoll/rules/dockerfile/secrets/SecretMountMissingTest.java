package dev.plimsoll.rules.dockerfile.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.config.CommandLineChoices;
import dev.plimsoll.config.ConfigProblem;
import dev.plimsoll.config.Configurations;
import dev.plimsoll.index.AllRules;
import dev.plimsoll.source.MemoryWorkspace;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the option may say of a mount. */
class SecretMountMissingTest {

  private static List<String> problems(String mount) {
    String yaml =
        "rules:\n  dockerfile/secret-mount-missing:\n    commands:\n      pip: '" + mount + "'\n";
    MemoryWorkspace workspace = new MemoryWorkspace().put("plimsoll.yaml", yaml);
    Configurations configurations =
        Configurations.load(workspace, CommandLineChoices.NONE, new AllRules());
    configurations.planFor("Dockerfile");
    return configurations.problems().stream().map(ConfigProblem::toString).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id=pip.conf",
        "id=pip.conf,target=/root/.config/pip/pip.conf",
        "env=PIP_INDEX_URL,id=acme/pip",
        "id=a,target=/a,env=A_1,required,mode=0440,uid=1000,gid=1000",
        "id=a,required=true"
      })
  void takesTheOptionsOfAMount(String mount) {
    assertThat(problems(mount)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip.conf",
        "5",
        "target=/root/.config/pip/pip.conf",
        "id=",
        "id=a b",
        "id=$A",
        "id=a,",
        "id=a,,env=A",
        "id=a,target=pip.conf",
        "id=a,target=/etc/",
        "id=a,taget=/pip.conf",
        "id=a,env=1",
        "id=a,required=yes",
        "requiredid=a",
        "type=secret,id=a"
      })
  void saysWhatToWriteInstead(String mount) {
    assertThat(problems(mount))
        .containsExactly(
            "plimsoll.yaml:4:12: \""
                + mount
                + "\" does not fit \"pip\": write id=NAME,target=/PATH or id=NAME,env=VARIABLE");
  }
}
