import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { putIntoFolder } from "./file"

const parcel = {
  deliveryId: "dkidel_1",
  number: "F-4711",
  format: "oioubl",
  receiver: "0088:5798000420526",
  bytes: Buffer.from("<Invoice>Åstrup</Invoice>"),
} as const

describe("putIntoFolder", () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "dk-einvoices-"))
  })

  afterEach(() => rm(folder, { recursive: true, force: true }))

  it("leaves one whole file, however often it is repeated", async () => {
    for (let time = 0; time < 3; time++) {
      expect(await putIntoFolder(folder, parcel)).toMatchObject({ result: "delivered" })
    }
    expect(await readdir(folder)).toEqual(["F-4711-oioubl-dkidel_1.xml"])
    expect(await readFile(join(folder, "F-4711-oioubl-dkidel_1.xml"))).toEqual(parcel.bytes)
  })

  it("is tried again where there is no folder, and leaves nothing", async () => {
    const missing = join(folder, "missing")
    expect(await putIntoFolder(missing, parcel)).toEqual({ result: "later", code: "file_enoent" })
    expect(await readdir(folder)).toEqual([])
  })
})
