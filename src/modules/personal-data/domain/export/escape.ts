/**
 * JSON text that may stand inside a `<script>` of a page. `<` occurs in JSON only inside strings, so it can be
 * written as an escape everywhere; then neither `</script>` nor `<!--` can end or hide the block. The two line
 * separators are legal in JSON and were not in older JavaScript.
 */
export const jsonInHtml = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(4, "0")
    return `\\u${code}`
  })
