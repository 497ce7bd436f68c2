import { live, openShop } from "../helpers/life/live"
import type { Life } from "../helpers/life/live"
import { judge, tryAdmin, tryErasure, tryExport } from "../helpers/life/trial"
import type { Findings } from "../helpers/life/trial"
import { staff } from "../helpers/shop"
import type { Suite } from "../helpers/suite"

/** Each name holds a letter that no id has, and none begins like another. */
const NAMES = "olga ulla emil ida liv louis otto holger lilli viggo".split(" ")

/** How many people live, of whom every other one is erased; `npm run test:long` asks for ten. */
const SUBJECTS = Math.min(Number(process.env.LIFE_SUBJECTS ?? "2"), NAMES.length)

const CALLS = 150

const expectNothing = (findings: Findings): void => {
  const wrong = Object.entries(findings).filter(([, list]) => list.length > 0)
  expect(Object.fromEntries(wrong)).toEqual({})
}

export default (suite: Suite): void => {
  describe("whole lives in a store with every module", () => {
    it(
      "are exported whole; erased ones leave no trace, change no other life, and staff works on",
      async () => {
        const shop = await openShop(suite, await staff(suite))
        const lives: Life[] = []
        for (const who of NAMES.slice(0, SUBJECTS)) lives.push(await live(shop, who))
        await suite.settle()
        const diaries = lives.flatMap(({ diary, bystander }) => [diary, bystander])
        expect(diaries.flatMap(({ calls }) => calls).length).toBeGreaterThanOrEqual(CALLS)

        expectNothing(await judge(shop, lives))
        const isErased = (index: number) => index % 2 === 0
        for (const [index, life] of lives.entries()) {
          if (!isErased(index)) continue
          expectNothing(await tryErasure(shop, life, lives))
          expectNothing(await tryAdmin(shop, life))
        }
        for (const [index, life] of lives.entries()) {
          if (!isErased(index)) expectNothing((await tryExport(shop, life, lives)).findings)
        }
      },
      200_000 + SUBJECTS * 100_000
    )
  })
}
