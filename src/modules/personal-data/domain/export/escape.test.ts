import fc from "fast-check"
import { jsonInHtml } from "./escape"
import { html } from "../../../../shared/html"

describe("escaping", () => {
  it("keeps JSON inside its script block, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom("</script>", "<!--", "\u2028", "]]>"), (json, bad) => {
        const value = [JSON.parse(json), bad] as unknown
        const written = jsonInHtml(JSON.stringify(value))
        expect(written).not.toMatch(/[<\u2028\u2029]/)
        expect(JSON.parse(written)).toEqual(value)
      })
    )
  })

  it("lets no value become markup", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "a", "=") }),
        (text) => {
          const written = html`<p title="${text}">${text}</p>`.html
          expect(written.replace(/^<p title="|">|<\/p>$/g, "")).not.toMatch(/[<>"]/)
        }
      )
    )
  })
})
