package dev.plimsoll.config;

/**
 * One line of {@code config show}.
 *
 * @param name as a path into {@code plimsoll.yaml}, such as {@code rules.shell/world-writable-mode}
 * @param value as in YAML, lists in brackets
 * @param origin {@code plimsoll.yaml:3:3}, {@code --profile}, {@code default}
 */
public record Setting(String name, String value, String origin) {}
