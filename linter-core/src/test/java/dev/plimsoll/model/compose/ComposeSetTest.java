package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeSetTest {

  private static ComposeSet set(ComposeFolder folder, String... files) {
    return ComposeSet.load("set", List.of(files), folder, true);
  }

  private static List<String> names(List<ComposeService> services) {
    List<String> names = new ArrayList<>();
    for (ComposeService service : services) {
      names.add(service.name());
    }
    return names;
  }

  @Test
  void whatSettledManyFilesAgoIsStillLaidOver() {
    ComposeFolder folder =
        ComposeFolder.of("services: {a: {image: a, ports: [\"1:1\"]}, b: {image: b}}\n");
    for (String name : List.of("c", "d", "e", "f")) {
      folder.with(name + ".yaml", "services: {" + name + ": {image: " + name + "}}\n");
    }
    folder.with("g.yaml", "services: {a: {ports: [\"2:2\"]}, b: {nonsense: 1}}\n");

    ComposeSet set = set(folder, "a.yaml", "c.yaml", "d.yaml", "e.yaml", "f.yaml", "g.yaml");

    assertThat(names(set.services())).containsExactly("a", "b", "c", "d", "e", "f");
    assertThat(set.service("a").orElseThrow().items("ports")).hasSize(2);
    assertThat(set.violations()).hasSize(1);
    assertThat(set.violations().get(0).place().text()).isEqualTo("nonsense");
  }

  @Test
  void aServiceIsInEachFileThatSaysSomethingOfIt() {
    ComposeFolder folder =
        ComposeFolder.of("services: {a: {image: a}, b: {image: b}}\n")
            .with("c.yaml", "services: {a: {ports: [80]}, c: {image: c}}\n");

    ComposeSet set = set(folder, "a.yaml", "c.yaml");

    assertThat(names(set.servicesIn("a.yaml"))).containsExactly("a", "b");
    assertThat(names(set.servicesIn("c.yaml"))).containsExactly("a", "c");
    assertThat(set.servicesIn("d.yaml")).isEmpty();
  }

  @Test
  void aVariableIsInTheFileInWhichItStands() {
    ComposeFolder folder =
        ComposeFolder.of("services: {a: {image: \"$X:$Y\"}}\n")
            .with("b.yaml", "services: {a: {user: $Z}}\n");

    ComposeSet set = set(folder, "a.yaml", "b.yaml");

    assertThat(set.variables()).hasSize(3);
    assertThat(set.variablesIn("a.yaml")).extracting(use -> use.name().text()).contains("X", "Y");
    assertThat(set.variablesIn("b.yaml")).extracting(use -> use.name().text()).containsOnly("Z");
    assertThat(set.variablesIn("c.yaml")).isEmpty();
  }

  @Test
  void namesThatServicesUse() {
    ComposeFolder folder =
        ComposeFolder.of(
            """
            services:
              a:
                image: a
                volumes: [data:/v, ./w:/w, cache:/x]
                secrets: [s]
                build: {context: ., secrets: [b]}
                configs: [c]
              b: {image: b, networks: [n]}
            """);
    ComposeSet set = set(folder, "a.yaml");

    assertThat(set.refusals()).isEmpty();
    UsedNames used = set.usedNames();

    assertThat(used.of("volumes")).containsExactlyInAnyOrder("data", "cache");
    assertThat(used.of("networks")).containsExactlyInAnyOrder("default", "n");
    assertThat(used.of("secrets")).containsExactlyInAnyOrder("s", "b");
    assertThat(used.of("configs")).containsExactly("c");
    assertThat(used.isKnown("volumes")).isTrue();
  }

  @Test
  void aNameWithAVariableLeavesItOpenWhatIsUsed() {
    ComposeSet set = set(ComposeFolder.of("services: {a: {image: a, secrets: [$S]}}\n"), "a.yaml");

    assertThat(set.usedNames().isKnown("secrets")).isFalse();
    assertThat(set.usedNames().isKnown("configs")).isTrue();
  }
}
