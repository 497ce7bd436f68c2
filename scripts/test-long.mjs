/**
 * The big runs in their full size, one after the other; `npm test` has the same ones small. Their figures go into the
 * README files beside them. Takes an hour or more and about 60 GB of disk; everything it makes goes away with it.
 */
import { spawnSync } from "node:child_process"

const jest = ["--experimental-vm-modules", "node_modules/jest/bin/jest.js", "--runInBand"]

const stages = [
  {
    name: "ten lives, of which five are erased",
    args: jest,
    env: { TEST_TYPE: "http", SUITE: "everything-life", LIFE_SUBJECTS: "10" },
  },
  {
    name: "every journey through Medusa Admin in Danish and English",
    args: [...jest, "e2e/admin"],
    env: { TEST_TYPE: "e2e", E2E_WHOLE: "1" },
  },
  {
    name: "a thousand payments in a storm at Nets",
    args: jest,
    env: { TEST_TYPE: "http", SUITE: "nets-storm", NETS_STORM: "1000" },
  },
  {
    name: "fifty thousand requests that nobody would send",
    args: jest,
    env: { TEST_TYPE: "http", SUITE: "everything-fuzz", FUZZ_REQUESTS: "50000" },
  },
  {
    name: "half an hour of traffic on two servers and a worker, with a fault every twenty seconds",
    args: jest,
    env: { TEST_TYPE: "machines", MACHINES_SECONDS: "1800", MACHINES_FAULT_EVERY: "20" },
  },
  {
    name: "ten thousand people told of a breach by two servers, of which one is killed",
    args: jest,
    env: { TEST_TYPE: "http", SUITE: "breach-servers", BREACH_PEOPLE: "10000" },
  },
  {
    name: "five hundred orders as e-invoices, judged by the whole official rule sets",
    args: [...jest, "official-rules"],
    env: { TEST_TYPE: "unit", EINVOICE_ORDERS: "500" },
  },
  {
    name: "build, of which the next measures",
    command: "npm",
    args: ["run", "--silent", "build"],
  },
  {
    name: "the store with the plugin against the same store without it",
    args: ["-r", "ts-node/register", "benchmarks/whole.ts", "full"],
  },
  {
    name: "export and erasure at a million orders",
    args: ["-r", "ts-node/register", "benchmarks/personal-data.ts", "full"],
  },
]

let failed = 0
for (const { name, command = process.execPath, args, env } of stages) {
  const started = Date.now()
  console.log(`\n── ${name}`)
  const { status } = spawnSync(command, args, {
    stdio: "inherit",
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
  })
  if (status !== 0) failed += 1
  console.log(
    `── ${name}: ${status === 0 ? "done" : "failed"} (${Math.round((Date.now() - started) / 1000)} s)`
  )
}
process.exitCode = failed > 0 ? 1 : 0
