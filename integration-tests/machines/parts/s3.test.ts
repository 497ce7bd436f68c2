import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import { startFileStore } from "./s3"
import type { FileStore } from "./s3"

const Bucket = "butik-filer"

describe("as much of S3 as the machines need", () => {
  let store: FileStore
  let s3: S3Client

  const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket, Key, Body }))
  const read = async (Key: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }))
    return Body?.transformToString()
  }
  const list = async (query: { Prefix?: string; StartAfter?: string }) => {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, ...query }))
    return Contents.map(({ Key }) => Key)
  }

  beforeEach(async () => {
    store = await startFileStore()
    s3 = new S3Client({
      ...{ region: "eu-north-1", forcePathStyle: true, maxAttempts: 1 },
      endpoint: `http://127.0.0.1:${store.port.toString()}`,
      credentials: { accessKeyId: "key", secretAccessKey: "secret" },
    })
  })

  afterEach(async () => {
    s3.destroy()
    await store.stop()
  })

  it("gives back what was put, lists it in order, and forgets what is deleted", async () => {
    for (const name of ["b/2", "a/1", "b/1", "b/3"]) await put(name, `æøå ${name}`)
    expect(await read("b/1")).toBe("æøå b/1")
    expect(await list({ Prefix: "b/" })).toEqual(["b/1", "b/2", "b/3"])
    expect(await list({ Prefix: "b/", StartAfter: "b/1" })).toEqual(["b/2", "b/3"])
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "b/1" }))
    const Objects = [{ Key: "b/2" }, { Key: "a/1" }]
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
    expect(await list({})).toEqual(["b/3"])
    await expect(read("b/1")).rejects.toMatchObject({ name: "NoSuchKey" })
  })

  it("takes nothing while it is full, and still gives", async () => {
    await put("a", "kept")
    store.full(true)
    await expect(put("b", "lost")).rejects.toMatchObject({ name: "SlowDown" })
    expect(await read("a")).toBe("kept")
    store.full(false)
    await put("b", "taken")
    expect([...store.objects.keys()].sort()).toEqual([`${Bucket}/a`, `${Bucket}/b`])
  })
})
