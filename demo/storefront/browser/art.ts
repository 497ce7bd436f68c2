/** Drawings of the goods, so that the shop needs no pictures. Each is a path in a box of 48 × 48. */
const SHAPES: [RegExp, string][] = [
  [/notesbog|haefte/, "M14 8h22v32H14zM14 14h-4M14 20h-4M14 26h-4M14 32h-4M20 16h10M20 21h10"],
  [/kalender/, "M10 12h28v26H10zM10 20h28M17 8v7M31 8v7M16 26h4M24 26h4M32 26h2M16 32h4M24 32h4"],
  [/pen\b|tusser/, "M12 36l3-9L31 11l6 6-16 16zM28 14l6 6M15 27l6 6M12 36l5-5"],
  [/blaek/, "M18 10h12v6H18zM14 20c0-3 3-4 4-4h12c1 0 4 1 4 4v18H14zM14 28h20"],
  [/konvolut/, "M8 14h32v22H8zM8 14l16 13 16-13"],
  [/papir/, "M12 14h22v26H12zM16 14v-4h22v26h-4M17 21h12M17 26h12M17 31h8"],
  [/aeske/, "M10 18h28v20H10zM8 12h32v6H8zM20 25h8"],
  [/underlag/, "M7 16h34v18H7zM12 21h24v8H12z"],
  [/stol/, "M17 8h14v16H17zM13 24h22v5H13zM24 29v7M24 36l-8 4M24 36l8 4M24 36v5"],
]
const ANY = "M12 12h24v24H12z"
const HUES = [165, 205, 35, 345, 265, 95]

/** A drawing for a product, always the same for its handle. Says nothing to screen readers. */
export const productArt = (handle: string): HTMLElement => {
  const shape = SHAPES.find(([pattern]) => pattern.test(handle))?.[1] ?? ANY
  const sum = Array.from(handle).reduce((total, letter) => total + letter.charCodeAt(0), 0)
  const frame = document.createElement("div")
  frame.className = "art"
  frame.style.setProperty("--hue", String(HUES[sum % HUES.length]))
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg")
  svg.setAttribute("viewBox", "0 0 48 48")
  svg.setAttribute("aria-hidden", "true")
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
  path.setAttribute("d", shape)
  svg.append(path)
  frame.append(svg)
  return frame
}
