import type { Store } from "./store-process"

export type Format = "application/json" | "application/zip"

/** Downloads an export and throws it away. Gives its size in bytes, or null when the store has no such format. */
export const download = async (
  store: Store,
  customerId: string,
  format: Format
): Promise<number | null> => {
  const response = await fetch(`${store.baseUrl}/admin/privacy/exports`, {
    method: "POST",
    headers: { ...store.staff, "content-type": "application/json", accept: format },
    body: JSON.stringify({ customer_id: customerId, profile: "access" }),
  })
  if (!response.ok || !response.body) {
    throw new Error(`Export: ${response.status.toString()} ${await response.text()}`)
  }
  const isAsked = response.headers.get("content-type")?.startsWith(format) === true
  let bytes = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    bytes += value.byteLength
  }
  return isAsked ? bytes : null
}

/** Megabytes by which the server's memory grows at most while it exports. */
export const memoryGrowth = async (
  store: Store,
  customerId: string,
  format: Format
): Promise<number> => {
  const before = await store.settleMemory()
  await download(store, customerId, format)
  return store.peakMemory() - before
}
