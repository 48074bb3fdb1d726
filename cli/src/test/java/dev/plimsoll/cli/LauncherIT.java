package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.cli.Installation.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the launcher chooses a JVM and keeps its cache. The JVMs here are scripts that say what they
 * got.
 */
class LauncherIT {

  private final Installation plimsoll;

  /** Installs it, with a JVM newer than any that this machine may have. */
  LauncherIT(@TempDir Path folder) throws IOException {
    plimsoll = new Installation(folder);
    plimsoll.fakeJvm("newest", "900.0.1");
  }

  @AfterEach
  void leavesNoProcess() throws Exception {
    plimsoll.awaitItsProcesses();
  }

  @Test
  void takesTheNewestJvmItFinds() throws Exception {
    plimsoll.fakeJvm("newer-by-an-update", "900.0.12");
    plimsoll.fakeJvm("early-access", "901-ea");
    plimsoll.fakeJvm("early-access-of-ours", "900-ea");
    assertThat(plimsoll.run("--version").out()).startsWith("EARLY-ACCESS\n");
    Files.delete(plimsoll.home.resolve(".jdks/early-access/release"));
    assertThat(plimsoll.run("--version").out()).startsWith("NEWER-BY-AN-UPDATE\n");
  }

  @Test
  void prefersTheJvmItIsTold() throws Exception {
    Path told = plimsoll.fakeJvm("told", "17.0.2");
    assertThat(plimsoll.run("--version").out()).startsWith("NEWEST\n");
    plimsoll.with("PLIMSOLL_JAVA_HOME", told.toString());
    assertThat(plimsoll.run("--version").out()).startsWith("TOLD\n");
  }

  @Test
  void refusesAnOldJvmByNameAndVersion() throws Exception {
    Path old = plimsoll.fakeJvm("old", "1.8.0_402");
    Run run = plimsoll.with("PLIMSOLL_JAVA_HOME", old.toString()).run("--version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(old.toString()).contains("1.8.0_402, older than 17");
  }

  @Test
  void noticesANewerJvmAndTheLossOfItsOwn() throws Exception {
    assertThat(plimsoll.run("--version").out()).startsWith("NEWEST\n");
    Path later = plimsoll.fakeJvm("later", "902");
    assertThat(plimsoll.run("--version").out()).startsWith("LATER\n");
    Files.delete(later.resolve("bin/java"));
    assertThat(plimsoll.run("--version").out()).startsWith("NEWEST\n");
  }

  @Test
  void noticesAnUpdateOfItsJvmThatKeepsTheTimeOfItsFiles() throws Exception {
    Path jvm = plimsoll.fakeJvm("updated", "903.0.1");
    plimsoll.with("PLIMSOLL_ARCHIVE", "wait").run("--version");
    Path release = jvm.resolve("release");
    var time = Files.getLastModifiedTime(release);
    Files.writeString(release, Files.readString(release).replace("903.0.1", "903.0.2"));
    Files.setLastModifiedTime(release, time);
    plimsoll.run("--version");
    assertThat(plimsoll.archives()).hasSize(2);
  }

  @Test
  void endsItsOutputWhileTheArchiveIsStillBeingMade() throws Exception {
    Path gate = Files.createFile(plimsoll.home.resolve("gate"));
    Run run = plimsoll.run("check", "Dockerfile");
    assertThat(run.out()).contains("dev.plimsoll.cli.Main\ncheck\nDockerfile\n");
    assertThat(run.err()).isEmpty();
    assertThat(plimsoll.archives()).isEmpty();
    await("the maker's start", () -> Files.exists(plimsoll.home.resolve("makers")));
    plimsoll.run("--version");
    Files.delete(gate);
    await("the archive", () -> !plimsoll.archives().isEmpty());
    assertThat(plimsoll.run("--version").out())
        .contains("-XX:AOTCache=" + plimsoll.archives().get(0));
    assertThat(Files.readAllLines(plimsoll.home.resolve("makers"))).hasSize(1);
  }

  @Test
  void leavesNoTraceUnderCiOrWithoutTrust() throws Exception {
    plimsoll.with("CI", "true").run("--version");
    plimsoll.without("CI").run("check", "--untrusted", "Dockerfile");
    assertThat(plimsoll.home.resolve(".cache")).doesNotExist();
    plimsoll.run("check", "--", "--untrusted");
    await("the archive", () -> !plimsoll.archives().isEmpty());
  }

  @Test
  void usesNoCacheFolderThatOthersMayEnter() throws Exception {
    assertThat(plimsoll.with("PLIMSOLL_ARCHIVE", "wait").run("--version").out())
        .contains("AOTCache=");
    for (String mode : List.of("rwxrwxrwx", "rwx--x---", "rwx-----x", "rwxr-xr-x")) {
      Files.setPosixFilePermissions(plimsoll.cache(), PosixFilePermissions.fromString(mode));
      assertThat(plimsoll.run("--version").out()).as(mode).doesNotContain("AOTCache");
    }
    Files.setPosixFilePermissions(plimsoll.cache(), PosixFilePermissions.fromString("rwx------"));
    assertThat(plimsoll.run("--version").out()).contains("AOTCache=");
    Path elsewhere = plimsoll.home.resolve("elsewhere");
    Files.move(plimsoll.cache(), elsewhere);
    Files.createSymbolicLink(plimsoll.cache(), elsewhere);
    assertThat(plimsoll.run("--version").out()).doesNotContain("AOTCache");
  }

  @Test
  void findsItselfThroughLinksFromAnyFolder() throws Exception {
    Path link = Files.createSymbolicLink(plimsoll.home.resolve("absolute"), plimsoll.launcher());
    Path relative =
        Files.createSymbolicLink(
            plimsoll.home.resolve("relative"), Path.of("..", "dist", "bin", "plimsoll"));
    plimsoll.with("PLIMSOLL_ARCHIVE", "off");
    String direct = plimsoll.run("--version").out();
    assertThat(plimsoll.runCommand(List.of(link.toString(), "--version")).out()).isEqualTo(direct);
    assertThat(plimsoll.runCommand(List.of(relative.toString(), "--version")).out())
        .isEqualTo(direct);
  }

  @Test
  void passesArgumentsOnUnchangedUnderEveryShell() throws Exception {
    String[] arguments = {"", "a b", "*", "$HOME", "-x", "ü\n\\t", "'"};
    for (String shell : shells()) {
      List<String> command = new ArrayList<>(List.of(shell, plimsoll.launcher().toString()));
      command.addAll(List.of(arguments));
      Run run = plimsoll.with("CI", "1").runCommand(command);
      assertThat(run.out()).as(shell).endsWith("Main\n" + String.join("\n", arguments) + "\n");
      assertThat(run.err()).as(shell).isEmpty();
    }
  }

  @Test
  void leavesTheChoiceOfCollectorToTheUser() throws Exception {
    assertThat(plimsoll.run("--version").out()).contains("-XX:+UseSerialGC");
    plimsoll.with("JAVA_OPTS", "-Xmx1g").with("PLIMSOLL_JAVA_OPTS", "-XX:+UseG1GC");
    assertThat(plimsoll.run("--version").out())
        .contains("-Xmx1g\n-XX:+UseG1GC\n")
        .doesNotContain("SerialGC");
  }

  @Test
  void leavesTheChoiceOfCompilerToTheUser() throws Exception {
    String c1 = "-XX:TieredStopAtLevel=1";
    assertThat(plimsoll.run("check").out()).contains(c1);
    plimsoll.with("PLIMSOLL_JAVA_OPTS", "-XX:TieredStopAtLevel=4");
    assertThat(plimsoll.run("check").out()) // the JVM takes the last of the two
        .containsSubsequence(c1, "-XX:TieredStopAtLevel=4");
  }

  @Test
  void saysWhatIsMissingFromADamagedInstallation() throws Exception {
    Path buildId = plimsoll.dist.resolve("lib/build-id");
    Files.delete(buildId);
    Run run = plimsoll.run("--version");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains(buildId.toString());
  }

  private static List<String> shells() {
    List<String> shells = new ArrayList<>();
    for (String folder :
        System.getenv().getOrDefault("PATH", "/bin").split(File.pathSeparator, -1)) {
      for (String shell : List.of("sh", "dash", "bash", "ash", "ksh", "mksh")) {
        if (Files.isExecutable(Path.of(folder, shell))) {
          shells.add(Path.of(folder, shell).toString());
        }
      }
    }
    return shells;
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(String what, Condition condition)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    while (!condition.holds()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(50);
    }
  }
}
