package dev.plimsoll.model.command;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.command.PackageManager.Action;
import dev.plimsoll.parse.shell.tree.Dialect;
import dev.plimsoll.parse.shell.tree.ShellWord;
import dev.plimsoll.text.Anchor;
import dev.plimsoll.text.Cells;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvocationTest {

  private static Command command(String text) {
    SourceText source = SourceText.of("run.sh", text);
    List<Command> commands =
        new ScriptReader()
            .read(
                Anchor.FILE,
                source.slice(new Span(0, text.length())),
                Dialect.BASH,
                new Shells(Dialect.BASH))
            .commands();
    return commands.get(0);
  }

  private static String options(Invocation invocation) {
    return invocation.options().stream()
        .map(option -> option.name() + option.value().map(value -> "=" + value).orElse(""))
        .collect(joining(" "));
  }

  private static String words(List<ShellWord> words) {
    return words.stream().map(ShellWord::text).collect(joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "apt-get -qqo A::B=1 install -y a=1 b --no-install-recommends"
            + "| q q o=A::B=1 y no-install-recommends | install a=1 b",
        "apt-get -oA=1 install -- -a | o=A=1 | install -a",
        "install -d -o www -m '0777' /a /b | d o=www m=0777 | /a /b",
        "mkdir -pm777 /a | p m=777 | /a",
        "mkdir --mode=\"7\"77 /a | mode=777 | /a",
        "curl -fsSLo /a https://x | f s S L o=/a | https://x",
        "wget -qO- https://x | q O=- | https://x",
        "useradd -r -u 10 --shell /bin/sh -- app | r u=10 shell=/bin/sh | app",
        "go build -o /a -ldflags '-s -w' ./... | o=/a ldflags=-s -w | build ./...",
        "mvn -B -pl a,b -DskipTests package | B pl=a,b DskipTests | package",
        "npm --prefix app ci | prefix=app | ci",
      })
  void tellsOptionsFromOperands(String text, String options, String operands) {
    Invocation invocation = Invocation.of(command(text)).orElseThrow();
    assertThat(options(invocation)).isEqualTo(options);
    assertThat(words(invocation.operands())).isEqualTo(operands);
  }

  @Test
  void everyOptionHasItsPlace() {
    String text = "sudo apt-get -qqo \"A=1\" install '-y' a";
    Invocation invocation = Invocation.of(command(text)).orElseThrow();
    assertThat(
            invocation.options().stream()
                .flatMap(option -> Stream.of(Optional.of(option.slice()), option.value()))
                .flatMap(Optional::stream)
                .map(slice -> slice.place().span()))
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("-q", "q", "o", "A=1", "-y");
  }

  @Test
  void anOptionIsFoundByWhatItIsCalled() {
    Invocation invocation =
        Invocation.of(command("pip install -r a --requirement=b")).orElseThrow();
    assertThat(invocation.options("requirement"))
        .extracting(option -> option.value().orElseThrow().text())
        .containsExactly("a", "b");
    assertThat(invocation.option("no-cache")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "apt-get -y install a=1 b | apt-get | INSTALL | a=1 b",
        "apt update | apt | REFRESH |",
        "apk add --no-cache -t .d a | apk | INSTALL | a",
        "apk cache clean | apk | CLEAN |",
        "microdnf install a | microdnf | INSTALL | a",
        "dnf group install a | dnf | INSTALL | a",
        "pacman -Syu a | pacman | INSTALL | a",
        "pacman -Scc | pacman | CLEAN |",
        "python3 -m pip install -r a.txt b | pip | INSTALL | b",
        "python3.12 -W ignore -m pip install b | pip | INSTALL | b",
        "pip3.11 install b | pip | INSTALL | b",
        "uv pip install --system b | uv | INSTALL | b",
        "npm run build | npm | |",
        "npm i -g a@1 | npm | INSTALL | a@1",
        "go mod download | go | INSTALL |",
        "dotnet nuget locals all --clear | dotnet | CLEAN | all",
        "env A=1 ./mvnw -B package | mvnw | |",
      })
  void knowsWhatAPackageManagerIsAskedFor(
      String text, String manager, Action action, String packages) {
    PackageCall call = PackageCall.of(command(text)).orElseThrow();
    assertThat(call.manager().name()).isEqualTo(manager);
    assertThat(call.action()).isEqualTo(Optional.ofNullable(action));
    assertThat(words(call.packages())).isEqualTo(packages == null ? "" : packages);
  }

  @ParameterizedTest
  @CsvSource({
    "apt-get install a=1:2.3-4, 1:2.3-4",
    "apt-get install a,",
    "npm install @s/a@^1.2, ^1.2",
    "npm install @s/a,",
    "pip install 'a[b]==1.0', 1.0",
    "dnf install a-1.0,"
  })
  void knowsTheVersionThatIsAskedFor(String text, String version) {
    PackageCall call = PackageCall.of(command(text)).orElseThrow();
    assertThat(call.version(call.packages().get(0)).map(Object::toString))
        .isEqualTo(Optional.ofNullable(version));
  }

  @Test
  void everyPackageManagerOfTheTableCanBeRead() throws IOException {
    Path table = Path.of("src/main/tables/dev/plimsoll/model/command/package-managers.tsv");
    List<String> rows =
        Files.readAllLines(table).stream()
            .filter(row -> !row.startsWith("#") && !row.startsWith("programs\t"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(20);
    for (String row : rows) {
      for (String name : Cells.split(row.substring(0, row.indexOf('\t')), ',')) {
        PackageManager manager = PackageManager.of(name).orElseThrow();
        assertThat(manager.phrases()).as(name).hasSize(Action.values().length);
        assertThat(Program.of(name).orElseThrow().kind()).isEqualTo(Program.Kind.PACKAGE_MANAGER);
      }
    }
  }

  @Test
  void aProgramThatNoTableHasIsNotReadAsOne() {
    assertThat(Invocation.of(command("ls -l"))).isEmpty();
    assertThat(PackageCall.of(command("curl -o a b"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "useradd -rms /bin/bash -u 1000 app | app | 1000",
        "useradd app | app | -",
        "adduser -D -S -G www-data -h /srv app | app | -",
        "adduser --system --group --uid=99 --gecos \"\" app | app | 99",
        "sudo adduser --disabled-password \"$NAME\" | \"$NAME\" | -"
      })
  void knowsWhichAccountACommandCreates(String text, String name, String uid) {
    AccountCreation creation = AccountCreation.of(command(text)).orElseThrow();
    assertThat(creation.name().slice().text()).isEqualTo(name);
    assertThat(creation.uid().map(Object::toString).orElse("-")).isEqualTo(uid);
    assertThat(creation.knownName().isPresent()).isEqualTo(name.equals("app"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "adduser app docker",
        "adduser --group staff",
        "useradd -D -s /bin/sh",
        "addgroup app",
        "usermod -u 1 app"
      })
  void otherCommandsOfAccountsCreateNone(String text) {
    assertThat(AccountCreation.of(command(text))).isEmpty();
  }
}
