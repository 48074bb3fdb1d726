package dev.plimsoll.model.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextsTest {

  private static List<Refusal> refusals(String service) {
    List<Refusal> refusals = new ArrayList<>();
    new TypedTexts(refusals).check(PlainNodes.table("services: {web: {" + service + "}}\n"));
    return refusals;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stop_grace_period: \"0\"",
        "stop_grace_period: 1d",
        "stop_grace_period: -1.5h30m",
        "stop_grace_period: .5s",
        "mem_limit: 5 m",
        "mem_limit: 5KiB",
        "mem_limit: 1e3m",
        "mem_limit: +5g",
        "memswap_limit: \"-1\"",
        "shm_size: 64",
        "build: {no_cache: \"Yes\"}",
        "configs: [{source: a, mode: \"0444\"}]",
        "gpus: [{count: ALL}, {count: \"-1\"}, {count: 2}]",
        "blkio_config: {weight: 5}",
        "deploy: {replicas: 0, resources: {limits: {cpus: \"0.5\", pids: \"5\"}}}",
        "extra_hosts: [\"a=\", \"a:1.1.1.1\"]",
        "extra_hosts: {a: 1.1.1.1}",
        "environment: {\"A \": b}",
        "develop: {watch: [{action: rebuild}, {action: restart}, {action: sync, target: /x}]}",
        "ports: [{target: 80, host_ip: \"::1\"}]",
      })
  void takesWhatComposeReads(String service) {
    assertThat(refusals(service)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stop_grace_period: 1h5 | 1h5",
        "stop_grace_period: \"\" | \"\"",
        "stop_grace_period: 5S | 5S",
        "stop_grace_period: 1..5s | 1..5s",
        "mem_limit: 5bb | 5bb",
        "mem_limit: \" 5m\" | \" 5m\"",
        "mem_limit: \"5m \" | \"5m \"",
        "mem_limit: -5m | -5m",
        "shm_size: 5e | 5e",
        "build: {no_cache: \"1\"} | \"1\"",
        "configs: [{source: a, mode: \"0o4\"}] | \"0o4\"",
        "gpus: [{count: some}] | some",
        "blkio_config: {weight: \"5\"} | \"5\"",
        "deploy: {replicas: -1} | -1",
        "deploy: {resources: {limits: {cpus: half}}} | half",
        "deploy: {resources: {limits: {pids: 1.5x}}} | 1.5x",
        "extra_hosts: [=1.1.1.1] | =1.1.1.1",
        "build: {extra_hosts: [a]} | a",
        "develop: {watch: [{action: sync+restart}]} | sync+restart",
        "ports: [{target: 80, host_ip: here}] | here",
      })
  void refusesWhatComposeCannotRead(String service, String slice) {
    List<Refusal> refusals = refusals(service);
    assertThat(refusals).hasSize(1);
    assertThat(refusals.get(0).slice().text()).isEqualTo(slice);
  }
}
