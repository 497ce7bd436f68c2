#!/usr/bin/env node
/**
 * Commands for the developer of a store, run in its folder: `npx medusa-plugin-denmark drift`. Each is a script that
 * Medusa's own `exec` runs with the store's container; more words are handed to it. `nets-emulator` needs no store.
 */
const { spawn } = require("node:child_process")
const { existsSync } = require("node:fs")
const { join } = require("node:path")

/** Name, the module whose `commands/<name>` it is, and what it does. The emulator is no module's. */
const COMMANDS = {
  drift: {
    module: "personal-data",
    what: "what the database has that the map of personal data has not; exit code 1 when there is any",
  },
  indexes: {
    module: "personal-data",
    what: "indexes that make one person quick to find in a large store; --create makes them",
  },
  classify: {
    module: "personal-data",
    what: "declarations of those columns, ready to paste and decide",
  },
  replay: {
    module: "personal-data",
    what: "erases again what a restored backup brought back; --preview only says what, --copy and --continues <id> which installation this is; exit code 1 with a problem",
  },
  "scan-numbers": {
    module: "access",
    what: "looks for CPR and card numbers in everything stored; exit code 1 when findings are open",
  },
  doctor: {
    module: "access",
    what: "how the store is set up and run; --locale da|en, --json; exit code 1 with a problem",
  },
  "verify-invoices": {
    module: "invoice",
    what: "the first invoice number that is not as it was sealed; exit code 1 when there is one",
  },
  "nets-emulator": {
    module: null,
    what: "a local stand-in for Nets, until Ctrl+C; --port 4010, --seed 1, --keep-in folder that outlives it",
  },
}

const packageRoot = join(__dirname, "..")

/** The sources are there in this package's own repository only. */
const scriptOf = (name) => {
  const path = join("src", "modules", COMMANDS[name].module, "commands", name)
  const source = join(packageRoot, `${path}.ts`)
  return existsSync(source) ? source : join(packageRoot, ".medusa", "server", `${path}.js`)
}

const usage = () =>
  [
    "usage: medusa-plugin-denmark <command>",
    ...Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(17)}${what}`),
    "",
  ].join("\n")

const run = (name, args) => {
  const cli = require.resolve("@medusajs/cli/cli.js", { paths: [process.cwd(), packageRoot] })
  // Medusa's own command line keeps options to itself and hands on words only.
  const words = args.map((word) => word.replace(/^--/, ""))
  const child = spawn(process.execPath, [cli, "exec", scriptOf(name), ...words], {
    stdio: "inherit",
    // What the command prints is its answer; the log of the start is not.
    env: { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? "error" },
  })
  child.on("exit", (code) => {
    process.exitCode = code ?? 1
  })
}

const emulate = (args) => {
  const source = join(packageRoot, "emulator", "nets", "main.ts")
  const script = existsSync(source)
    ? ["-r", "ts-node/register", source]
    : [join(packageRoot, "dist", "nets-emulator.cjs")]
  const child = spawn(process.execPath, [...script, ...args], { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code) => {
    process.exitCode = code ?? 1
  })
}

const [name = "", ...args] = process.argv.slice(2)
if (!Object.hasOwn(COMMANDS, name)) {
  process.stderr.write(usage())
  process.exitCode = 2
} else if (COMMANDS[name].module === null) {
  emulate(args)
} else {
  run(name, args)
}
