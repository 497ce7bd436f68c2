import { remembersDanish } from "./remembered-language"

/** The namespace that tells the language section on the profile page that the store offers Danish. */
const offered = { dkDanish: { offered: "yes" } }

/** Waited for, so that no screen is drawn in English first. A browser that cannot fetch the texts gets English. */
const translation: object = remembersDanish()
  ? await import("./texts").then(
      ({ texts }) => texts,
      () => ({})
    )
  : {}

if (remembersDanish()) {
  // The dashboard names a language outside its own list as the first one in it.
  const html = document.documentElement
  new MutationObserver(() => {
    if (remembersDanish() && html.lang !== "da") html.lang = "da"
  }).observe(html, { attributeFilter: ["lang"] })
}

/**
 * What `src/admin/i18n/index.ts` of a store exports so that Medusa's dashboard speaks Danish:
 * `export { default } from "medusa-plugin-denmark/dashboard-da"`. The texts are a file of their own that only a browser which
 * remembers Danish asks for.
 */
const resources: Record<string, Record<string, object>> = { da: { translation, ...offered } }

export default resources
