import escapeHtml from "escape-html"
import { BASE } from "./growth-figures"
import type { Growth } from "./growth-figures"

const WIDTH = 860
const HEIGHT = 460
const PLOT = { left: 70, right: 480, top: 50, bottom: 400 }
const MOST_ORDERS = 1_000_000
const RATIOS = [0.5, 1, 2, 5, 10, 20, 50, 100]
const SIZES = [BASE, 100_000, MOST_ORDERS]
const COLOURS = ["#1d4ed8", "#b45309", "#047857", "#7e22ce", "#be123c", "#334155"]
const LEAST = RATIOS[0] ?? 1
const MOST = RATIOS.at(-1) ?? 1
const LABEL_HEIGHT = 18

type Point = { orders: number; ratio: number }

const number = (value: number): string => value.toLocaleString("en")

const share = (value: number, from: number, to: number): number =>
  Math.log(value / from) / Math.log(to / from)
const x = (orders: number): number =>
  PLOT.left + share(orders, BASE, MOST_ORDERS) * (PLOT.right - PLOT.left)
const y = (ratio: number): number =>
  PLOT.bottom - share(ratio, LEAST, MOST) * (PLOT.bottom - PLOT.top)

const text = (at: [number, number], content: string, more = ""): string =>
  `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" ${more}>${escapeHtml(content)}</text>`

const path = (points: readonly Point[], more: string): string => {
  const places = points.map(({ orders, ratio }) => `${x(orders).toFixed(1)},${y(ratio).toFixed(1)}`)
  return `<polyline points="${places.join(" ")}" fill="none" ${more}/>`
}

const axes = (): string[] => [
  ...RATIOS.flatMap((ratio) => [
    `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(ratio).toFixed(1)}" y2="${y(ratio).toFixed(1)}" stroke="#e2e8f0"/>`,
    text([PLOT.left - 8, y(ratio) + 4], `${ratio} ×`, `text-anchor="end"`),
  ]),
  ...SIZES.map((orders) =>
    text([x(orders), PLOT.bottom + 22], number(orders), `text-anchor="middle"`)
  ),
  text(
    [(PLOT.left + PLOT.right) / 2, PLOT.bottom + 44],
    "orders in the store",
    `text-anchor="middle"`
  ),
]

/** Labels stand below each other, near the ends of their lines. */
const labelPlaces = (ends: readonly number[]): number[] => {
  const placed: number[] = []
  for (const end of ends) {
    placed.push(Math.max(end, (placed.at(-1) ?? -Infinity) + LABEL_HEIGHT))
  }
  return placed
}

/** A line for each thing that was measured, all beginning with 1 in the smallest store; both scales are logarithmic. */
export const drawGrowth = (figures: readonly Growth[]): string => {
  const names = [...new Set(figures.map(({ what }) => what))]
  const lines = names
    .map((what) => {
      const own = figures.filter((figure) => figure.what === what)
      const points = [{ orders: BASE, ratio: 1 }, ...own].sort((a, b) => a.orders - b.orders)
      const last = points.at(-1) ?? { orders: BASE, ratio: 1 }
      return { what, points, last }
    })
    .sort((a, b) => b.last.ratio - a.last.ratio)
  const labels = labelPlaces(lines.map(({ last }) => y(last.ratio) + 4))
  const drawn = lines.flatMap(({ what, points, last }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? ""
    const where = last.orders < MOST_ORDERS ? ` at ${number(last.orders)}` : ""
    const label = `${what}: ${last.ratio} ×${where}`
    return [
      path(points, `stroke="${colour}" stroke-width="2.5"`),
      ...points.map(
        ({ orders, ratio }) =>
          `<circle cx="${x(orders).toFixed(1)}" cy="${y(ratio).toFixed(1)}" r="4" fill="${colour}"/>`
      ),
      text([PLOT.right + 14, labels[index] ?? 0], label, `fill="${colour}"`),
    ]
  })
  const linear = [
    { orders: BASE, ratio: 1 },
    { orders: MOST_ORDERS, ratio: MOST },
  ]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="13" fill="#334155">`,
    `<title id="title">How much longer it takes as the store grows from ${number(BASE)} to ${number(MOST_ORDERS)} orders</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(
      [PLOT.left, 28],
      `Time against a store of ${number(BASE)} orders`,
      `font-size="16" font-weight="600"`
    ),
    ...axes(),
    path(linear, `stroke="#94a3b8" stroke-dasharray="5 5"`),
    text([x(MOST_ORDERS) + 14, y(MOST) + 4], "as fast as the store", `fill="#64748b"`),
    ...drawn,
    "</svg>",
    "",
  ].join("\n")
}
