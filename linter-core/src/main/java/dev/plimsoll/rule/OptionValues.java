package dev.plimsoll.rule;

import java.util.List;
import java.util.Map;

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
        public double decimal(String name, double byDefault) {
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

        @Override
        public Map<String, String> entries(String name) {
          return Map.of();
        }
      };

  String text(String name, String byDefault);

  int number(String name, int byDefault);

  double decimal(String name, double byDefault);

  boolean flag(String name, boolean byDefault);

  List<String> texts(String name, List<String> byDefault);

  /** The entries of a map in their order; by default there are none. */
  Map<String, String> entries(String name);
}
