import { cac, cbc, ublDocument } from "./xml"

describe("the XML writer", () => {
  it("escapes text and attributes", () => {
    expect(cbc("Name", `Pap & "papir" <A4>`, { schemeID: `"&<` })).toBe(
      `<cbc:Name schemeID="&quot;&amp;&lt;">Pap &amp; &quot;papir&quot; &lt;A4&gt;</cbc:Name>`
    )
  })

  it("leaves out what XML has no place for, and keeps what it has", () => {
    expect(cbc("Name", "a\u0000\u0007\ufffe\ud800b 😀")).toBe("<cbc:Name>ab 😀</cbc:Name>")
  })

  it.each([null, "", "  \n", "\u0007"])("has no empty elements: %j", (text) => {
    expect(cbc("Name", text, { schemeID: "x" })).toBe("")
    expect(cac("PartyName", cbc("Name", text), cac("Nested", cbc("ID", text)))).toBe("")
  })

  it("writes a document of its type", () => {
    expect(ublDocument("CreditNote", [cbc("ID", "1")])).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8"\?>\n<CreditNote xmlns="[^"]*:CreditNote-2" .*<cbc:ID>1<\/cbc:ID><\/CreditNote>\n$/
    )
  })
})
