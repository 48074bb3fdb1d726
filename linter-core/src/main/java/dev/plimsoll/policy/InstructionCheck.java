package dev.plimsoll.policy;

import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.Step;
import dev.plimsoll.parse.dockerfile.tree.Instruction;
import dev.plimsoll.rule.Message;
import dev.plimsoll.text.Slice;
import java.util.List;
import java.util.Optional;

/**
 * Says which instructions must not be used, also behind ONBUILD.
 *
 * @param keywords in upper case
 */
public record InstructionCheck(List<String> keywords) implements Check {

  public InstructionCheck {
    keywords = List.copyOf(keywords);
  }

  @Override
  public void judge(PolicySubject subject, Verdicts verdicts) {
    Optional<DockerfileModel> model = subject.dockerfile();
    if (model.isEmpty()) {
      return;
    }
    for (Step step : model.get().steps()) {
      Instruction tree = step.tree();
      judge(tree, verdicts);
      if (tree instanceof Instruction.Onbuild onbuild) {
        judge(onbuild.trigger(), verdicts);
      }
    }
  }

  private void judge(Instruction tree, Verdicts verdicts) {
    if (keywords.contains(tree.name())) {
      Slice keyword = tree.keyword().slice();
      verdicts.add(keyword, keyword, keyword, Message.of("is not allowed"));
    }
  }
}
