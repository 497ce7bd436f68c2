/** How the entries for browsers are built. */
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
