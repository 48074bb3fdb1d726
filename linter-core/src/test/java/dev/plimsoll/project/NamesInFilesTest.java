package dev.plimsoll.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesInFilesTest {

  private static boolean isNamed(String name, String... files) {
    return LinkedFiles.of(files).view().compose().files().isNamed("app", name)
            instanceof Answer.Known<Boolean> known
        && known.value();
  }

  @Test
  void standInProgramsHoweverTheyAreSpelled() {
    assertThat(isNamed("DB_HOST", "app/src/a.py", "x = env('DB_HOST')")).isTrue();
    assertThat(isNamed("DB_HOST", "app/src/a.java", "String dbHost;")).isTrue();
    assertThat(isNamed("DB_HOST", "app/src/a.go", "viper.Get(\"db.host\")")).isTrue();
    assertThat(isNamed("DB_HOST", "app/src/a.py", "key.startswith('DB_')")).isTrue();
    assertThat(isNamed("DB_HOST", "app/src/a.py", "DB_HOSTS = db, host")).isFalse();
  }

  @Test
  void countNeitherElsewhereNorInFilesOfVariables() {
    assertThat(isNamed("A", "app/.env", "A=1", "app/compose.yaml", "A: 1", "b/a.sh", "A"))
        .isFalse();
    assertThat(isNamed("A", "app/README.md", "A", "app/node_modules/a.js", "A")).isFalse();
  }

  @Test
  void areNotKnownWhereTooManyFilesLie() {
    String[] files = new String[2200];
    for (int i = 0; i < files.length; i += 2) {
      files[i] = "app/" + i + ".txt";
      files[i + 1] = "";
    }
    assertThat(LinkedFiles.of(files).view().compose().files().isNamed("app", "A"))
        .isInstanceOf(Answer.Unknown.class);
  }
}
