import { rmSync } from "node:fs"
import { join } from "node:path"
import { onDemo } from "../helpers/demo"
import type { Stage } from "../helpers/demo"
import { takeAdmin } from "./admin-pages"
import { openCamera, weigh } from "./camera"
import type { Camera } from "./camera"
import { fill } from "./contents"
import { writeIndex } from "./index-page"
import { takeShop } from "./shop-pages"

/** Of a store that nobody has used before. */
const DIRECTORY = join(__dirname, "..", "..", ".demo", "pictures")

const takePictures = (stage: Stage): void => {
  let camera: Camera

  it("shows every page, in two languages, light and dark, wide and narrow", async () => {
    const { demo, browser } = stage()
    camera = await openCamera(browser)
    const contents = await fill(demo)
    await Promise.all(
      (["da", "en"] as const).map(async (language) => {
        await takeAdmin({ demo, browser }, { camera, contents, language })
        await takeShop({ demo, browser }, { camera, language })
      })
    )
    writeIndex(camera.subjects)
    weigh()
  })

  it("keeps nobody out", () => {
    expect(camera.problems).toEqual([])
  })
}

rmSync(DIRECTORY, { recursive: true, force: true })
onDemo("pictures of every page", [takePictures], {
  DEMO_DIR: DIRECTORY,
  DEMO_MAILS: join(DIRECTORY, "mails"),
})

// A second try would begin in a store that is filled already.
jest.retryTimes(0)
