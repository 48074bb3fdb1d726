package dev.plimsoll.config;

import dev.plimsoll.config.RuleEntry.OptionValue;
import dev.plimsoll.rule.OptionValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options that a configuration sets for one rule; types were checked as it was read. */
final class ConfiguredOptions implements OptionValues {

  private final Map<String, OptionValue> values = new HashMap<>();

  void set(String name, OptionValue value) {
    values.put(name, value);
  }

  @Override
  public String text(String name, String byDefault) {
    OptionValue set = values.get(name);
    return set == null ? byDefault : set.texts().get(0);
  }

  @Override
  public int number(String name, int byDefault) {
    OptionValue set = values.get(name);
    return set == null ? byDefault : Integer.parseInt(set.texts().get(0));
  }

  @Override
  public double decimal(String name, double byDefault) {
    OptionValue set = values.get(name);
    return set == null ? byDefault : Double.parseDouble(set.texts().get(0));
  }

  @Override
  public boolean flag(String name, boolean byDefault) {
    OptionValue set = values.get(name);
    return set == null ? byDefault : set.texts().get(0).equals("true");
  }

  @Override
  public List<String> texts(String name, List<String> byDefault) {
    OptionValue set = values.get(name);
    return set == null ? byDefault : set.texts();
  }

  @Override
  public Map<String, String> entries(String name) {
    OptionValue set = values.get(name);
    return set == null ? Map.of() : set.entries();
  }
}
