const used = new Set<string>()

/**
 * Gives the page styles, once. A constructed sheet is no inline style, so a content security policy needs no
 * `unsafe-inline`; only browsers without them get a style element.
 */
export const useStyles = (text: string): void => {
  if (used.has(text)) return
  used.add(text)
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
