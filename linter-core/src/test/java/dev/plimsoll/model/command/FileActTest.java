package dev.plimsoll.model.command;

import static dev.plimsoll.model.dockerfile.DockerfileModels.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileActTest {

  private static List<FileAct> acts(String run) {
    String text = "FROM debian:13\nARG V=1.2\nARG X\nWORKDIR /srv\nRUN " + run + "\n";
    List<FileAct> acts = new ArrayList<>();
    for (Step step : model(text).steps()) {
      if (step instanceof Run each) {
        acts.addAll(FileAct.of(each));
      }
    }
    return acts;
  }

  private static List<String> say(String run) {
    return acts(run).stream().map(act -> act.kind() + " " + act.path()).toList();
  }

  @Test
  void downloadsTakeTheirNameFromAnOptionOrTheAddress() {
    assertThat(say("curl -fsSLo /tmp/a.tgz https://x.org/b && wget -qO - https://x.org/c | sh"))
        .containsExactly("DOWNLOAD /tmp/a.tgz");
    assertThat(say("curl -LO https://x.org/a-$V.tgz && wget -P /opt https://x.org/${V}/b.zip"))
        .containsExactly("DOWNLOAD /srv/a-1.2.tgz", "DOWNLOAD /opt/b.zip");
    assertThat(say("wget https://x.org && wget https://x.org/get?a=b && curl https://x.org/a"))
        .isEmpty();
  }

  @Test
  void commandsKeepToTheirFolder() {
    assertThat(say("cd /tmp && git clone --depth 1 https://x.org/a/b.git && cd b && rm -rf ../c"))
        .containsExactly("CLONE /tmp/b", "REMOVE /tmp/c");
    assertThat(say("cd $X && touch a /b")).containsExactly("WRITE /b");
  }

  @Test
  void filesAreWrittenCopiedAndMoved() {
    assertThat(say("echo a > b && cp b /c/ && mv b d && echo > /dev/null"))
        .containsExactly("WRITE /srv/b", "WRITE /c/b", "REMOVE /srv/b", "WRITE /srv/d");
    assertThat(say("mkdir -p -m 755 /a b/c && rm -rf -- -d"))
        .containsExactly("WRITE /a", "WRITE /srv/b/c", "REMOVE /srv/-d");
  }

  @Test
  void whatOnlyARunTellsIsNone() {
    assertThat(say("rm $X /tmp/$(ls) ~/a && V=2 && touch /a-$V")).isEmpty();
  }

  @Test
  void removalCoversWhatLiesBelow() {
    FileAct folder = acts("rm -r /tmp/a").get(0);
    assertThat(folder.removes("/tmp/a/b/c")).isTrue();
    assertThat(folder.removes("/tmp/ab")).isFalse();
    FileAct stars = acts("rm -r /tmp/*.tgz").get(0);
    assertThat(stars.removes("/tmp/a.tgz")).isTrue();
    assertThat(stars.removes("/tmp/a.zip")).isFalse();
    assertThat(acts("rm -r /tmp/*").get(0).removes("/tmp/a/b")).isTrue();
    assertThat(acts("rm -r /tmp/*").get(0).removes("/tmp/.a")).isFalse();
  }
}
