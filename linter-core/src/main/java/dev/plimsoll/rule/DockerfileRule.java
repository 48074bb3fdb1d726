package dev.plimsoll.rule;

import dev.plimsoll.model.dockerfile.ContainerCommand;
import dev.plimsoll.model.dockerfile.Copy;
import dev.plimsoll.model.dockerfile.DockerfileModel;
import dev.plimsoll.model.dockerfile.KeyValues;
import dev.plimsoll.model.dockerfile.Plain;
import dev.plimsoll.model.dockerfile.Run;
import dev.plimsoll.model.dockerfile.Stage;
import dev.plimsoll.model.dockerfile.UnknownInstruction;
import dev.plimsoll.parse.Problem;

/** A rule over one Dockerfile. Hooks are called in the order of the text. */
public abstract class DockerfileRule extends Rule {

  /** Once a file, before everything else. */
  public void file(DockerfileModel file, RuleContext context) {}

  /** Something BuildKit would refuse. */
  public void problem(Problem problem, RuleContext context) {}

  public void stage(Stage stage, RuleContext context) {}

  public void run(Run run, RuleContext context) {}

  /** COPY and ADD. */
  public void copy(Copy copy, RuleContext context) {}

  /** ENV and LABEL. */
  public void keyValues(KeyValues keyValues, RuleContext context) {}

  /** CMD, ENTRYPOINT and HEALTHCHECK. */
  public void containerCommand(ContainerCommand command, RuleContext context) {}

  /** Every instruction that has no hook of its own: ARG, USER, WORKDIR, MAINTAINER and so on. */
  public void instruction(Plain instruction, RuleContext context) {}

  public void unknown(UnknownInstruction instruction, RuleContext context) {}
}
