package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.compose.ComposeNode.Scalar;
import dev.plimsoll.parse.Parsed;
import dev.plimsoll.text.Slice;
import dev.plimsoll.text.SourceText;
import dev.plimsoll.text.Span;
import dev.plimsoll.text.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against what compose-go makes of such files. */
class CastsTest {

  private static final ComposePath PRIVILEGED = ComposePath.of("services.a.privileged");

  private static Slice slice(String text) {
    return SourceText.of("compose.yaml", text).slice(new Span(0, text.length()));
  }

  private static Parsed<Scalar> cast(String path, String text) {
    Scalar scalar = Scalar.of(slice(text), text, ComposeNode.Type.STRING);
    return Casts.cast(ComposePath.of(path), scalar);
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "True,true",
    "tRuE,true",
    "yes,true",
    "YES,true",
    "On,true",
    "y,true",
    "N,false",
    "false,false",
    "no,false",
    "off,false",
    "t,!",
    "f,!",
    "1,!",
    "0,!",
    "'',!",
    "' true',!",
  })
  void booleansAsYaml11HasThem(String text, String expected) {
    check("services.a.privileged", text, ComposeNode.Type.BOOLEAN, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "-1,-1",
    "+5,5",
    "007,7",
    "1.0,!",
    "1e3,!",
    "0x10,!",
    "1_000,!",
    "' 1',!",
    "'',!",
    "+,!",
    "9223372036854775807,9223372036854775807",
    "9223372036854775808,!",
    "-9223372036854775808,-9223372036854775808",
    "\u0663,!",
  })
  void integersAsGoHasThem(String text, String expected) {
    check("services.a.oom_score_adj", text, ComposeNode.Type.INTEGER, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "022,18",
    "0o22,18",
    "0O22,18",
    "77,77",
    "0x1F,31",
    "0b11,3",
    "1_0,10",
    "0_22,18",
    "0,0",
    "4294967295,4294967295",
    "4294967296,!",
    "-1,!",
    "+1,!",
    "08,!",
    "_1,!",
    "0x,!",
    "0x_1f,31",
    "1__0,!",
    "1_,!",
  })
  void masksAsYamlHasThem(String text, String expected) {
    check("services.a.umask", text, ComposeNode.Type.INTEGER, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "0.5,0.5",
    ".5,0.5",
    "5.,5",
    "-1,-1",
    "1e3,1000",
    "1E3,1000",
    "1e-5,1e-05",
    "1000000,1e+06",
    "123456,123456",
    "123456789,1.23456789e+08",
    "0x1p3,8",
    "0x1P-2,0.25",
    "0x10,!",
    "1_000,1000",
    "_1,!",
    "1_,!",
    "inf,!",
    "nan,!",
    "1e400,!",
    "1e,!",
    "e1,!",
    ".,!",
    "'',!",
    "1f,!",
    "1d,!",
    "0.1,0.1",
    "2e-3,0.002",
    "1e23,1e+23",
    "5e-324,5e-324",
    "-0,-0",
    "1e-400,0",
    "4.35,4.35",
    "0.30000000000000004,0.30000000000000004",
    "1e1_0,1e+10",
  })
  void floatsAsGoHasThem(String text, String expected) {
    check("services.a.cpu_percent", text, ComposeNode.Type.FLOAT, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5,0.5",
    "0.1,0.1",
    "16777217,1.6777216e+07",
    "1e39,!",
    "0.3333333333,0.33333334",
    "50m,!"
  })
  void processorsAreFloatsOf32Bits(String text, String expected) {
    check("services.a.cpus", text, ComposeNode.Type.FLOAT, expected);
  }

  private static void check(String path, String text, ComposeNode.Type type, String expected) {
    Parsed<Scalar> made = cast(path, text);
    if (expected.equals("!")) {
      assertThat(made.problems()).hasSize(1);
      assertThat(made.tree().type()).isEqualTo(ComposeNode.Type.STRING);
    } else {
      assertThat(made.problems()).isEmpty();
      assertThat(made.tree().text()).isEqualTo(expected);
      assertThat(made.tree().type()).isEqualTo(type);
      assertThat(((Value.Known) made.tree().value()).text()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networks.n.external", "configs.c.external", "services.a.pre_start.[].init",
        "jobs.j.tty", "services.a.networks.n.use_service_name_alias",
            "services.a.volumes.[].read_only",
        "services.a.volumes.[].volume.nocopy", "services.a.depends_on.b.required",
      })
  void textBecomesABoolean(String path) {
    assertThat(cast(path, "yes").tree().type()).isEqualTo(ComposeNode.Type.BOOLEAN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services.a.ulimits.nofile", "services.a.ulimits.nofile.soft", "services.a.scale",
        "services.a.ports.[].target", "services.a.deploy.replicas",
            "services.a.healthcheck.retries",
        "services.a.deploy.rollback_config.parallelism", "services.a.pre_start.[].ulimits.nofile",
      })
  void textBecomesANumber(String path) {
    assertThat(cast(path, "5").tree().type()).isEqualTo(ComposeNode.Type.INTEGER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "privileged", "services.privileged", "services.a.labels.privileged",
            "services.a.build.privileged",
        "services.a.environment.scale", "x.a.scale", "jobs.j.scale",
            "services.a.ports.[].published",
        "services.a.mem_limit", "services.a.ulimits", "volumes.v.internal",
      })
  void textStaysText(String path) {
    assertThat(cast(path, "yes").tree().type()).isEqualTo(ComposeNode.Type.STRING);
    assertThat(cast(path, "yes").problems()).isEmpty();
  }

  @Test
  void aDotInTheNameOfAServiceChangesNothing() {
    ComposePath path = new ComposePath(List.of("services", "a.b", "tty"));
    Scalar scalar = Scalar.of(slice("on"), "on", ComposeNode.Type.STRING);
    assertThat(Casts.cast(path, scalar).tree().text()).isEqualTo("true");
  }

  @Test
  void whatIsNotYetKnownHasTheRightType() {
    Value unknown = new Value.Unknown("no file says what X is", slice("$X"));
    Scalar scalar = new Scalar(slice("$X"), "", ComposeNode.Type.STRING, unknown);
    Parsed<Scalar> made = Casts.cast(PRIVILEGED, scalar);
    assertThat(made.problems()).isEmpty();
    assertThat(made.tree().type()).isEqualTo(ComposeNode.Type.BOOLEAN);
    assertThat(made.tree().value()).isEqualTo(unknown);
  }

  @Test
  void everyAlternativeIsCast() {
    Value unknown = new Value.Unknown("the environment may set X", slice("$X"));
    Value either = Value.of(List.of(new Value.Known("Yes", slice("Yes")), unknown));
    Scalar scalar = new Scalar(slice("Yes"), "Yes", ComposeNode.Type.STRING, either);
    Value made = Casts.cast(PRIVILEGED, scalar).tree().value();
    assertThat(((Value.Known) made.alternatives().get(0)).text()).isEqualTo("true");
    assertThat(made.alternatives()).hasSize(2);
  }

  @Test
  void whatIsNoTextIsLeftAlone() {
    Scalar number = Scalar.of(slice("5"), "5", ComposeNode.Type.INTEGER);
    assertThat(Casts.cast(PRIVILEGED, number).tree()).isEqualTo(number);
  }
}
