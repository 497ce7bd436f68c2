import escapeHtml from "escape-html"

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; background: #f3f4f6; color: #111 }
  header { background: #7c2d12; color: #fff; padding: .75rem 1rem; text-align: center; font-weight: 600 }
  main { max-width: 26rem; margin: 2rem auto; background: #fff; padding: 1.5rem; border-radius: .5rem }
  main.wide { max-width: 60rem }
  li { display: flex; justify-content: space-between; gap: 1rem }
  ul { list-style: none; padding: 0 }
  .total { font-weight: 700; border-top: 1px solid #6b7280 }
  .bad { color: #991b1b; font-weight: 600 }
  table { border-collapse: collapse; width: 100% }
  td, th { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #d1d5db }
  button { display: block; width: 100%; padding: .75rem; margin-top: .75rem; font: inherit; cursor: pointer;
    border: 1px solid #1f2937; border-radius: .375rem; background: #1f2937; color: #fff }
  button.plain { background: #fff; color: #1f2937 }
  button:disabled { opacity: .5; cursor: default }
`

/** An amount of minor units as people read it. */
export const money = (minor: number, currency: string, lang: string): string =>
  new Intl.NumberFormat(lang, { style: "currency", currency }).format(minor / 100)

type Page = { lang: string; title: string; banner: string; main: string; style?: string }

/** A page under the emulator's banner. `main` and `style` are HTML and CSS; the rest is escaped. */
export const layout = ({ lang, title, banner, main, style = "" }: Page): string => `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Nets-emulator</title><style>${STYLE}${style}</style>
</head>
<body>
<header role="banner">${escapeHtml(banner)}</header>
${main}
</body>
</html>`
