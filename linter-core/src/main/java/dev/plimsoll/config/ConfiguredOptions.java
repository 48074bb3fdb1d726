package dev.plimsoll.config;

import dev.plimsoll.rule.OptionValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options that a configuration sets for one rule; types were checked as it was read. */
final class ConfiguredOptions implements OptionValues {

  private final Map<String, List<String>> values = new HashMap<>();

  void set(String name, List<String> value) {
    values.put(name, value);
  }

  @Override
  public String text(String name, String byDefault) {
    List<String> set = values.get(name);
    return set == null ? byDefault : set.get(0);
  }

  @Override
  public int number(String name, int byDefault) {
    List<String> set = values.get(name);
    return set == null ? byDefault : Integer.parseInt(set.get(0));
  }

  @Override
  public boolean flag(String name, boolean byDefault) {
    List<String> set = values.get(name);
    return set == null ? byDefault : set.get(0).equals("true");
  }

  @Override
  public List<String> texts(String name, List<String> byDefault) {
    return values.getOrDefault(name, byDefault);
  }
}
