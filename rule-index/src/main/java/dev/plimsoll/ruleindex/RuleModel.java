package dev.plimsoll.ruleindex;

import dev.plimsoll.rule.RuleInfo;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * One rule as the processor sees it.
 *
 * @param group the last segment of its package
 * @param hooks the names of the hooks it overrides
 * @param optionsType the qualified name of its options record
 */
record RuleModel(
    TypeElement element,
    RuleInfo info,
    String group,
    Base base,
    List<String> hooks,
    String optionsType,
    List<OptionModel> options) {

  /**
   * One option.
   *
   * @param type {@code boolean}, {@code integer}, {@code number}, {@code string}, {@code list} or
   *     {@code map}
   */
  record OptionModel(
      String name, String type, List<String> byDefault, String help, String pattern, String form) {}

  String id() {
    return info.id();
  }

  String className() {
    return element.getQualifiedName().toString();
  }
}
