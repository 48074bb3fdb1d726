package dev.plimsoll.bench;

/** The baseline of the start-up benchmark: what a JVM costs that does nothing. */
public final class Hello {

  private Hello() {}

  public static void main(String[] arguments) {
    System.out.println("hello");
  }
}
