package dev.plimsoll.cli;

/** The entry point. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("plimsoll 0.1.0");
  }
}
