import { html, trusted } from "../../../../shared/html"
import type { Html } from "../../../../shared/html"
import { sha256 } from "../../../../shared/sha256"

export type Locale = "da" | "en"

/** The shop as a page names it. */
export type Shop = { name: string; email: string }

/** A page and the policy it is sent with. */
export type Page = { html: string; policy: string }

/** Readable on a phone and a screen, in light and dark, without a file from elsewhere. */
const STYLE = `
:root { color-scheme: light dark; --ink: #1d2430; --muted: #4e596b; --line: #cfd5df; --ground: #f3f4f7; --card: #fff; --act: #1d4fa3; --on-act: #fff; }
@media (prefers-color-scheme: dark) { :root { --ink: #eceff4; --muted: #b3bccb; --line: #3a4250; --ground: #12161d; --card: #1c222c; --act: #9dc0ff; --on-act: #10151d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; overflow-wrap: anywhere; }
main { max-width: 38rem; margin: 8vh auto 4rem; padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 0.9rem; }
main.wide { max-width: 60rem; margin-top: 2rem; }
h1 { margin: 0 0 0.8rem; font-size: clamp(1.5rem, 5vw, 1.9rem); line-height: 1.2; }
h2 { margin: 1.8rem 0 0.5rem; font-size: 1.15rem; }
p { margin: 0 0 1rem; }
form { margin: 0; }
button { width: 100%; font: inherit; font-weight: 600; padding: 0.75rem 1rem; border-radius: 0.55rem; border: 2px solid var(--act); background: var(--act); color: var(--on-act); cursor: pointer; }
button.plain { background: transparent; color: var(--act); }
button:focus-visible, a:focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
a { color: var(--act); }
.apart { border-top: 1px solid var(--line); margin-top: 1.8rem; padding-top: 1.5rem; }
footer { border-top: 1px solid var(--line); margin-top: 1.8rem; padding-top: 1rem; color: var(--muted); font-size: 0.92rem; }
footer p { margin: 0 0 0.3rem; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; padding: 0.4rem 0.7rem 0.4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: normal; }
.scroll { overflow-x: auto; }
pre { white-space: pre-wrap; font: inherit; background: var(--ground); border-radius: 0.5rem; padding: 0.8rem 1rem; margin: 0 0 0.5rem; }
code { font-size: 0.8rem; }
@media (max-width: 34rem) { main, main.wide { margin: 0; border: 0; border-radius: 0; min-height: 100vh; padding: 1.5rem 1.1rem; } }
@media print { body { background: #fff; } main, main.wide { max-width: none; margin: 0; border: 0; padding: 0; } }
`

const hashOf = (text: string): string => Buffer.from(sha256(text), "hex").toString("base64")

/** Nothing but this page's own style and script runs, nothing is fetched, and no other page may show it in a frame. */
const policyOf = (script: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${hashOf(STYLE)}'`,
    ...(script === "" ? [] : [`script-src 'sha256-${hashOf(script)}'`]),
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ")

type Parts = {
  locale: Locale
  title: string
  body: Html
  shop: Shop
  script?: string
  isWide?: boolean
}

/** A page of the shop. Everything in it is escaped but the markup of this project. */
export const layout = ({ locale, title, body, shop, script = "", isWide = false }: Parts): Page => {
  const head = html`<meta charset="utf-8" /><meta
      name="viewport"
      content="width=device-width, initial-scale=1"
    /><meta name="robots" content="noindex" /><title>${title}</title
    >${trusted(`<style>${STYLE}</style>`)}`
  const run = trusted(script === "" ? "" : `<script>${script}</script>`)
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        ${head}
      </head>
      <body>
        <main class="${isWide ? "wide" : "narrow"}">
          <h1>${title}</h1>
          ${body}
          <footer>
            <p>${shop.name}</p>
            <p>${shop.email}</p>
          </footer>
        </main>
        ${run}
      </body>
    </html>`
  return { html: page.html, policy: policyOf(script) }
}
