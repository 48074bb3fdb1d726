package dev.plimsoll.rule;

import dev.plimsoll.fix.Safety;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rule's metadata, on its class. The annotation processor checks it against package, class name
 * and page, and writes it into the index; at run time nobody reads it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface RuleInfo {

  /** {@code language/name-of-the-fault}; the class is called the same in camel case. */
  String id();

  /** One line, without a full stop. */
  String title();

  Severity severity();

  Category category();

  Confidence confidence() default Confidence.HIGH;

  Profile profile() default Profile.RECOMMENDED;

  /** The safest kind of fix it offers. */
  Safety fix() default Safety.NONE;

  /** {@code tool:id} of other tools that report the same fault. */
  String[] aliases() default {};

  /** Numbers of the Common Weakness Enumeration. */
  int[] cwe() default {};

  /** A record whose components carry {@link Option}; {@link NoOptions} for none. */
  Class<? extends Record> options() default NoOptions.class;

  /** Fixes of a lower order are picked first; equal ones by file, place and rule id. */
  int fixOrder() default 0;

  /** The options of a rule that has none. */
  record NoOptions() {}
}
