package dev.plimsoll.policy;

/** One thing that a policy asks of a file. */
public interface Check {

  void judge(PolicySubject subject, Verdicts verdicts);
}
