import base from "vanilla-cookieconsent/dist/css-components/base.css"
import light from "vanilla-cookieconsent/dist/css-components/light-scheme.css"
import dialog from "vanilla-cookieconsent/dist/css-components/preferences-modal.css"
import own from "./choice.css"

let isUsed = false

/**
 * Gives the page the styles of the dialog, once. A constructed sheet is no inline style, so a content security policy needs no
 * `unsafe-inline`; only browsers without them get a style element.
 */
export const useStyles = (): void => {
  if (isUsed) return
  isUsed = true
  const text = base + light + dialog + own
  if ("adoptedStyleSheets" in document) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(text)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    return
  }
  const style = (document as Document).createElement("style")
  style.textContent = text
  ;(document as Document).head.append(style)
}
