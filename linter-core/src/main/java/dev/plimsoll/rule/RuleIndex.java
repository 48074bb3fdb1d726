package dev.plimsoll.rule;

import java.util.List;

/**
 * All rules of one index package: the built-in ones, the test kit's, or a user's jar. Each method
 * loads the classes of what it returns and of nothing else.
 */
public interface RuleIndex {

  RuleTable<DockerfileRule> dockerfile();

  RuleTable<ShellRule> shell();

  RuleTable<ComposeRule> compose();

  RuleTable<OpenApiRule> openApi();

  RuleTable<ProjectRule> project();

  RuleTable<IgnoreRule> ignores();

  /** Everything that messages, lists and selectors need, by id; loads no rule. */
  List<RuleMeta> metadata();
}
