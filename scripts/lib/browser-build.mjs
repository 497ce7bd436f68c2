/** How the entries for browsers are built, and the Nets emulator. */
export const browserEntries = ["src/rules/index.ts", "src/storefront/index.ts"]

export const browserBuild = {
  entryPoints: browserEntries,
  outbase: "src",
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  // What a page asks for when it needs it is a file of its own.
  splitting: true,
  chunkNames: "storefront/[name]-[hash]",
  platform: "neutral",
  mainFields: ["module", "main"],
  // Styles are given to the page by the code.
  loader: { ".css": "text" },
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "inline",
  target: "es2021",
  sourcemap: true,
}

export const dashboardEntry = "src/admin/dashboard-da/index.ts"

/** The dashboard in Danish. A store's own build takes it in; the texts are a file of their own there too. */
export const dashboardBuild = {
  ...browserBuild,
  entryPoints: [dashboardEntry],
  chunkNames: "admin/dashboard-da/[name]-[hash]",
  charset: "utf8",
  // The first that waits at the top of a module; Medusa's dashboard asks for newer browsers.
  target: "es2022",
}

/** The local Nets as one file, for `medusa-plugin-denmark nets-emulator`. */
export const emulatorBuild = {
  entryPoints: ["emulator/nets/main.ts"],
  outfile: "dist/nets-emulator.cjs",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  legalComments: "inline",
}
