import { startEmulator } from "."

/** `NETS_PORT` and `NETS_SEED` choose port and chance; everything else is switched under `/emulator`. */
const port = Number(process.env.NETS_PORT ?? "4010")
const seed = Number(process.env.NETS_SEED ?? "1")

startEmulator({ port, seed })
  .then(({ url, stop }) => {
    process.stdout.write(`Nets-emulator: ${url}\n`)
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        void stop().then(() => process.exit(0))
      })
    }
  })
  .catch((error: unknown) => {
    const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE"
    process.stderr.write(
      taken
        ? `Port ${port.toString()} is taken; set NETS_PORT to another one.\n`
        : `The Nets emulator did not start.\n`
    )
    process.exit(1)
  })
