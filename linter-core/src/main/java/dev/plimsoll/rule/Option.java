package dev.plimsoll.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a component of an options record: its default and one line of help. Component types: {@code
 * boolean}, {@code int}, {@code double}, {@code String}, {@code List<String>}, {@code Map<String,
 * String>}.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.CLASS)
public @interface Option {

  /** What it does, one line without a full stop. */
  String help();

  /** The default, spelled as in YAML; several for a list, none for an empty list or a map. */
  String[] byDefault() default {};

  /**
   * A regular expression that a text must match, an item of a list, a value of a map; empty where
   * any will do.
   */
  String pattern() default "";

  /** What the pattern wants, as a message says it after "write". */
  String form() default "";
}
