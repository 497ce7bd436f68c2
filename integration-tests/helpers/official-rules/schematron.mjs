/**
 * Official rules as one XSLT stylesheet. ISO Schematron, as far as the rule sets of Peppol, CEN and OIOUBL use it:
 * includes, abstract rules from any pattern, phases ignored, the first rule of a pattern that fits a node wins.
 * Warnings are left out: they refuse nothing.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { XmlDocument, XmlElement, XmlText } from "libxml2-wasm"

const SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"
const XSLT = "http://www.w3.org/1999/XSL/Transform"

const isElement = (node, name, uri = SCHEMATRON) =>
  node.kind === "element" && node.uri === uri && (name === undefined || node.name === name)

const childrenOf = (element) => {
  const children = []
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) children.push(toNode(node))
    else if (node instanceof XmlText) children.push({ kind: "text", text: node.content })
  }
  return children
}

const toNode = (element) => ({
  kind: "element",
  name: element.name,
  uri: element.namespaceUri,
  attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
  children: childrenOf(element),
})

const parse = (path) => {
  const document = XmlDocument.fromBuffer(readFileSync(path))
  const root = toNode(document.root)
  document.dispose()
  return root
}

/** The file with its includes in place. An included schema stands for what it holds. */
const readSchema = (path) => {
  const resolve = (node) => {
    if (!isElement(node)) return [node]
    if (node.name !== "include") return [{ ...node, children: node.children.flatMap(resolve) }]
    const included = readSchema(join(dirname(path), node.attributes.href))
    return [included]
  }
  const [root] = resolve(parse(path))
  return root
}

const escape = (text) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")

const serialize = (node) => {
  if (node.kind === "text") return escape(node.text)
  const prefix = node.uri === XSLT ? "xsl:" : ""
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escape(value)}"`)
    .join("")
  return `<${prefix}${node.name}${attributes}>${node.children.map(serialize).join("")}</${prefix}${node.name}>`
}

const textOf = (node) => (node.kind === "text" ? node.text : node.children.map(textOf).join(""))

/** Splits an XPath at a character that stands outside brackets and quotes. */
const splitOutside = (path, separator) => {
  const parts = [""]
  let depth = 0
  let quote = null
  for (const character of path) {
    if (quote !== null) quote = character === quote ? null : quote
    else if (character === "'" || character === '"') quote = character
    else if ("[(".includes(character)) depth += 1
    else if ("])".includes(character)) depth -= 1
    if (character === separator && depth === 0 && quote === null) parts.push("")
    else parts[parts.length - 1] += character
  }
  return parts
}

/** Whether a path of a context can lead to an element when only these names occur. */
const canMatch = (path, vocabulary) =>
  splitOutside(path, "/").every((step) => {
    const name = /^\s*(?:[\w-]+:)?([A-Za-z][\w.-]*)\s*(?:\[|$)/.exec(step)?.[1]
    return name === undefined || vocabulary.has(name)
  })

const fittingContext = (context, vocabulary) =>
  splitOutside(context, "|")
    .filter((path) => vocabulary === undefined || canMatch(path.trim(), vocabulary))
    .join(" | ")

const codeOf = (check) =>
  check.attributes.id ?? /\[([\w-]+)\]/.exec(textOf(check))?.[1] ?? "unnamed"

const isWarning = (check) => check.attributes.flag === "warning" || codeOf(check).startsWith("W-")

const writeCheck = (check) => {
  if (isWarning(check)) return ""
  const { test } = check.attributes
  const fails = check.name === "assert" ? `not(${test})` : test
  return `<xsl:if test="${escape(fails)}"><xsl:text>-${escape(codeOf(check))}&#10;</xsl:text></xsl:if>`
}

const writeLet = ({ attributes: { name, value } }) =>
  `<xsl:variable name="${name}" select="${escape(value)}"/>`

const writeBody = (rule, abstract) =>
  rule.children
    .map((node) => {
      if (isElement(node, "let")) return writeLet(node)
      if (isElement(node, "assert") || isElement(node, "report")) return writeCheck(node)
      if (isElement(node, "variable", XSLT)) return serialize(node)
      if (!isElement(node, "extends")) return ""
      const base = abstract.get(node.attributes.rule)
      return base ? writeBody(base, abstract) : ""
    })
    .join("")

const WALK = '<xsl:apply-templates select="*" mode="MODE"/>'

const writePattern = (pattern, index, { abstract, vocabulary }) => {
  const mode = `m${index}`
  const walk = WALK.replace("MODE", mode)
  const rules = pattern.children
    .filter((node) => isElement(node, "rule") && node.attributes.abstract !== "true")
    .map((rule, position) => {
      const context = fittingContext(rule.attributes.context, vocabulary)
      if (context === "") return ""
      return `<xsl:template match="${escape(context)}" mode="${mode}" priority="${100000 - position}"><xsl:text>+&#10;</xsl:text>${writeBody(rule, abstract)}${walk}</xsl:template>`
    })
    .join("")
  return `<xsl:template match="*|/" mode="${mode}" priority="-1">${walk}</xsl:template>${rules}`
}

const patternsOf = (node) =>
  node.kind !== "element"
    ? []
    : isElement(node, "pattern")
      ? [node]
      : node.children.flatMap(patternsOf)

/** Variables of the whole schema that something uses. */
const usedLets = (schema, patterns, rest) => {
  const lets = [schema, ...patterns]
    .flatMap(({ children }) => children)
    .flatMap((node) => (isElement(node, "schema") ? node.children : [node]))
    .filter((node) => isElement(node, "let"))
  const isUsed = ({ attributes: { name } }, text) => text.includes(`$${name}`)
  let used = lets.filter((node) => isUsed(node, rest))
  for (let before = -1; before !== used.length;) {
    before = used.length
    const text = rest + used.map(({ attributes }) => attributes.value).join(" ")
    used = lets.filter((node) => isUsed(node, text))
  }
  return used
}

/**
 * The stylesheet of a Schematron file. Its output is a line `+` for each rule that fitted a node and a line with `-`
 * and the rule's code for each breach.
 *
 * @param vocabulary names of the elements in the documents to be judged: rules that can fit none of them are left
 * out, which changes no answer; undefined keeps all
 */
export const toXslt = (path, vocabulary) => {
  const schema = readSchema(path)
  const patterns = patternsOf(schema)
  const abstract = new Map(
    patterns
      .flatMap(({ children }) => children)
      .filter((node) => isElement(node, "rule") && node.attributes.abstract === "true")
      .map((rule) => [rule.attributes.id, rule])
  )
  const namespaces = new Map(
    schema.children
      .filter((node) => isElement(node, "ns"))
      .map(({ attributes: { prefix, uri } }) => [prefix, uri])
  )
  namespaces.set("xs", "http://www.w3.org/2001/XMLSchema").set("xsl", XSLT)
  const templates = patterns
    .map((pattern, index) => writePattern(pattern, index, { abstract, vocabulary }))
    .join("\n")
  const functions = schema.children
    .filter((node) => isElement(node, "function", XSLT))
    .map(serialize)
    .join("")
  const variables = usedLets(schema, patterns, templates).map(writeLet).join("\n")
  const declared = [...namespaces].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("")
  const start = patterns.map((_, index) => `<xsl:apply-templates select="/" mode="m${index}"/>`)
  return `<xsl:stylesheet version="3.0"${declared}><xsl:output method="text"/>${functions}${variables}
<xsl:template match="/">${start.join("")}</xsl:template>
${templates}</xsl:stylesheet>`
}
