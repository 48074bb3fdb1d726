package dev.plimsoll.rule;

import java.util.List;

/** The options a configuration gives to one rule; the generated decoder asks it by name. */
public interface OptionValues {

  /** No option is set. */
  OptionValues NONE =
      new OptionValues() {
        @Override
        public String text(String name, String byDefault) {
          return byDefault;
        }

        @Override
        public int number(String name, int byDefault) {
          return byDefault;
        }

        @Override
        public boolean flag(String name, boolean byDefault) {
          return byDefault;
        }

        @Override
        public List<String> texts(String name, List<String> byDefault) {
          return byDefault;
        }
      };

  String text(String name, String byDefault);

  int number(String name, int byDefault);

  boolean flag(String name, boolean byDefault);

  List<String> texts(String name, List<String> byDefault);
}
