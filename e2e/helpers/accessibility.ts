import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright-core"

/** Waits until nothing moves or fades that ends by itself: a colour half way of its fade is no colour of the page. */
export const settled = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const ending = (): Animation[] =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === "running" && effect?.getComputedTiming().endTime !== Infinity
        )
    for (let left = ending(); left.length > 0; left = ending())
      await Promise.allSettled(left.map(({ finished }) => finished))
  })
}

/** A drawer hears Esc a moment after it has the focus, once it has come to rest: sooner than a person, later than a machine. */
export const pressEscape = async (page: Page): Promise<void> => {
  await settled(page)
  await page.keyboard.press("Escape")
}

/** What is in order is not described, which takes most of the time. */
const axe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ["violations"] })

/**
 * The plugin's own part of a page of the dashboard; the head of a dialog, with its cross, is Medusa's. No frame of another site is in
 * it, for which axe would open a tab of its own.
 */
const ownPart = (page: Page): AxeBuilder =>
  axe(page)
    .setLegacyMode()
    .include("[data-testid^='dk-']")
    .exclude("[role='dialog'] > div:first-child")

/** Rules of accessibility that a page breaks, serious ones only, with where: the whole page, or the plugin's part of it; all rules unless told which. */
export const seriousViolationsOf = async (
  page: Page,
  part: "own" | "whole" = "own",
  rules?: string[]
): Promise<string[]> => {
  await settled(page)
  const builder = part === "own" ? ownPart(page) : axe(page)
  const { violations } = await (rules ? builder.withRules(rules) : builder).analyze()
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`)
}
