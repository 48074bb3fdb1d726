package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeSet;
import dev.plimsoll.source.MemoryWorkspace;
import java.util.List;
import org.junit.jupiter.api.Test;

class VariableSourcesTest {

  private final MemoryWorkspace workspace = new MemoryWorkspace().put("app/compose.yaml", "");
  private final Inquiry inquiry = new Inquiry();

  private boolean maySet(String variable) {
    ComposeStore store = new ComposeStore(workspace, new StartCommands(workspace));
    ComposeSet set =
        ComposeSet.load("base", List.of("app/compose.yaml"), store.files(inquiry), true);
    return new VariableSources(store, inquiry).maySet(set, variable);
  }

  @Test
  void aScriptThatNamesItMaySetIt() {
    workspace.put("app/deploy.sh", "TAG=1 docker compose up\n");
    workspace.put(".github/workflows/ci.yml", "env:\n  STAGE: test\n");

    assertThat(maySet("TAG")).isTrue();
    assertThat(maySet("STAGE")).isTrue();
    assertThat(maySet("STAG")).isFalse();
    assertThat(maySet("AGE")).isFalse();
  }

  @Test
  void aScriptThatTakesAnotherFileMaySetAny() {
    workspace.put("app/Makefile", "include .env\nup:\n\tdocker compose up\n");
    assertThat(maySet("TAG")).isFalse();

    workspace.put("app/Makefile", "# --env-file\nup:\n\tdocker compose up\n");
    assertThat(maySet("TAG")).isFalse();

    workspace.put("app/Makefile", "include local.mk\nup:\n\techo\n");
    assertThat(maySet("TAG")).isFalse();

    workspace.put("app/Makefile", "include local.mk\nup:\n\tdocker compose up\n");
    assertThat(maySet("TAG")).isTrue();

    workspace.put("app/Makefile", "up:\n\tdocker compose --env-file prod.env up\n");
    assertThat(maySet("TAG")).isTrue();
  }

  @Test
  void otherFilesOfVariablesMaySetIt() {
    workspace.put("app/.env.local", "A=1\n").put("app/prod.env", "B=1\n");
    workspace.put("app/.env.example", "C=1\n").put("app/.env", "D=1\n");

    assertThat(maySet("A")).isTrue();
    assertThat(maySet("B")).isTrue();
    assertThat(maySet("C")).isFalse();
    assertThat(maySet("D")).isFalse();
    assertThat(inquiry.files()).contains("app/prod.env");
  }

  @Test
  void whoeverReadsTheInstructionsMaySetIt() {
    workspace.put("README.md", "Run `REGION=eu docker compose up`.\n");
    workspace.put("app/.envrc", "export KEY=$(pass key)\n");

    assertThat(maySet("REGION")).isTrue();
    assertThat(maySet("KEY")).isTrue();
    assertThat(maySet("REG")).isFalse();
  }
}
