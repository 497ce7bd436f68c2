import {
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3"
import type { S3ClientConfig } from "@aws-sdk/client-s3"
import type { LedgerSink } from "medusa-plugin-denmark/personal-data"

const FOLDER = "dk-ledger/"

/** A row's id begins with its time, so the names of the objects are in order; the same row again is the same object. */
const nameOf = (line: string): string => {
  const { id } = JSON.parse(line) as { id: string }
  return `${FOLDER}${id}.json`
}

/** S3 has no lines to append to, so every line is an object of its own. */
export const s3Ledger = (bucket: string, config: S3ClientConfig): LedgerSink => {
  const s3 = new S3Client(config)
  return {
    append: async (line) => {
      await s3.send(new PutObjectCommand({ Bucket: bucket, Key: nameOf(line), Body: line }))
    },
    read: async function* () {
      for (let after: string | undefined; ;) {
        const query = { Bucket: bucket, Prefix: FOLDER, ...(after && { StartAfter: after }) }
        const { Contents: objects = [] } = await s3.send(new ListObjectsV2Command(query))
        if (objects.length === 0) return
        for (const { Key } of objects) {
          const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key }))
          yield (await Body?.transformToString()) ?? ""
          after = Key
        }
      }
    },
  }
}

/** In medusa-config.ts: `options: { …, personalData }`. */
export const personalData = {
  ledger: { sink: s3Ledger("butik-sletteliste", { region: "eu-north-1" }) },
}
