import { createHmac } from "node:crypto"
import { errorName } from "../../../../shared/errors"
import type { Attempt } from "../../domain/delivery/delivery"
import {
  attemptOfError,
  attemptOfInquiry,
  attemptOfStatus,
} from "../../domain/delivery/provider-answer"
import type { Parcel } from "./parcel"

/** `timeoutSeconds` is well inside the time a delivery is claimed for. */
export type Provider = { url: string; secret: string; timeoutSeconds: number }

/** Why `fetch` failed stands in its error's cause. */
const codeOf = (error: unknown): string | undefined =>
  typeof error === "object" && error !== null && "cause" in error
    ? errorName(error.cause)
    : undefined

/** What a provider computes over the bytes it received, to know who sent them. */
export const signatureOf = (secret: string, bytes: Buffer): string =>
  `sha256=${createHmac("sha256", secret).update(bytes).digest("hex")}`

/**
 * Posts the e-invoice to a provider: the XML's bytes, signed, with the delivery's id as idempotency key. Never throws.
 * Whatever may have reached the provider without an answer is `uncertain`.
 */
export const postToProvider = async (
  { url, secret, timeoutSeconds }: Provider,
  { deliveryId, number, format, receiver, bytes }: Parcel
): Promise<Attempt> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      headers: {
        "content-type": "application/xml; charset=utf-8",
        "idempotency-key": deliveryId,
        "x-dk-signature": signatureOf(secret, bytes),
        "x-dk-document": number,
        "x-dk-format": format,
        "x-dk-receiver": receiver,
      },
      body: new Uint8Array(bytes),
    })
    await response.body?.cancel()
    return attemptOfStatus(response.status)
  } catch (error) {
    return attemptOfError(codeOf(error))
  }
}

/**
 * Asks a provider what became of an e-invoice that it was posted without an answer. The delivery's id is signed as the bytes
 * were. Never throws.
 */
export const askProvider = async (
  { secret, timeoutSeconds }: Omit<Provider, "url">,
  statusUrl: string,
  deliveryId: string
): Promise<Attempt> => {
  try {
    const response = await fetch(`${statusUrl.replace(/\/$/, "")}/${deliveryId}`, {
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutSeconds * 1_000),
      headers: { "x-dk-signature": signatureOf(secret, Buffer.from(deliveryId)) },
    })
    await response.body?.cancel()
    return attemptOfInquiry(response.status)
  } catch {
    return { result: "uncertain", code: "no_answer" }
  }
}
