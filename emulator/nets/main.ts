import { parseArgs } from "node:util"
import { startEmulator } from "."

const USAGE = "usage: nets-emulator [--port 4010] [--seed 1] [--keep-in folder]\n"

/** A whole number from 0 on; null for anything else. */
const wholeNumber = (text: string): number | null => (/^\d{1,10}$/.test(text) ? Number(text) : null)

type Chosen = { port: number; seed: number; keepIn?: string }

/**
 * `--port` and `--seed`, or `NETS_PORT` and `NETS_SEED`, choose port and chance; null when they are no numbers.
 * `--keep-in` is a folder that keeps the payments.
 */
const chosen = (args: string[]): Chosen | null => {
  try {
    const { values } = parseArgs({
      args,
      options: {
        ...{ port: { type: "string" }, seed: { type: "string" } },
        "keep-in": { type: "string" },
      },
    })
    const port = wholeNumber(values.port ?? process.env.NETS_PORT ?? "4010")
    const seed = wholeNumber(values.seed ?? process.env.NETS_SEED ?? "1")
    if (port === null || port > 65_535 || seed === null) return null
    const keepIn = values["keep-in"]
    return { port, seed, ...(keepIn !== undefined && { keepIn }) }
  } catch {
    return null
  }
}

const serve = async (options: Chosen): Promise<void> => {
  const { url, stop } = await startEmulator(options)
  process.stdout.write(`Nets-emulator: ${url}\n`)
  // A terminal sends it to every process of the command: the second one is the same wish.
  const end = (): void => void stop().then(() => process.exit(0))
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, end)
}

const options = chosen(process.argv.slice(2))
if (options === null) {
  process.stderr.write(USAGE)
  process.exitCode = 2
} else {
  serve(options).catch((error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE"
    process.stderr.write(
      taken
        ? `Port ${options.port.toString()} is taken; choose another one with --port.\n`
        : "The Nets emulator did not start.\n"
    )
    process.exit(1)
  })
}
