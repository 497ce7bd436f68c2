import { readFileSync } from "node:fs"

type Loaded = { contents: string; loader: "js" }

type EsbuildPlugin = {
  name: string
  setup: (build: {
    onLoad: (
      options: { filter: RegExp },
      load: (file: { path: string }) => Loaded | undefined
    ) => void
  }) => void
}

/** The part of a Vite plugin that is used here; Medusa brings Vite. */
type VitePlugin = {
  name: string
  config: () => { optimizeDeps: { esbuildOptions: { plugins: EsbuildPlugin[] } } }
  transform: (code: string, id: string) => { code: string; map: null } | undefined
  generateBundle: () => void
}

const FILES = /@medusajs[\\/]dashboard[\\/]dist[\\/][\w-]+\.m?js$/
const LIST = /^var languages = \[$/m
const DANISH = `
import { da as danishDates } from "date-fns/locale";
languages.push({ code: "da", display_name: "Dansk", ltr: true, date_locale: danishDates });
`

const withDanish = (code: string): string | undefined =>
  LIST.test(code) && code.includes("date_locale") ? code + DANISH : undefined

/** The development server bundles the dashboard by esbuild before any plugin of Vite sees it. */
const inDevelopment: EsbuildPlugin = {
  name: "medusa-plugin-denmark:danish-language",
  setup: (build) => {
    build.onLoad({ filter: FILES }, ({ path }) => {
      const contents = withDanish(readFileSync(path, "utf8"))
      return contents === undefined ? undefined : { contents, loader: "js" }
    })
  },
}

/**
 * Adds Danish to the languages Medusa's dashboard knows: to the list on the profile page, and with it Danish dates, calendars
 * and the page's `lang`. For `admin.vite` in `medusa-config.ts`: `() => ({ plugins: [danishLanguage()] })`. The list has
 * no door for plugins, so the line is added to the dashboard's file when it is bundled; when a later version keeps its list
 * elsewhere, the build says so and all else works as before.
 */
export const danishLanguage = (): VitePlugin => {
  let found = false
  return {
    name: inDevelopment.name,
    config: () => ({ optimizeDeps: { esbuildOptions: { plugins: [inDevelopment] } } }),
    transform: (code, id) => {
      const danish = FILES.test(id.split("?")[0] ?? "") ? withDanish(code) : undefined
      if (danish === undefined) return undefined
      found = true
      return { code: danish, map: null }
    },
    generateBundle: () => {
      if (found) return
      process.emitWarning(
        "medusa-plugin-denmark: this dashboard's list of languages was not found, so dates stay English and the profile page's list has no Danish."
      )
    },
  }
}
