/** Somebody who shops, and what the shop has said of them. */
export type Person = {
  /** Stands in every field of theirs and in nobody else's. */
  mark: string
  email: string
  kind: "nets" | "on_account" | "leaver"
  /** Whether the shop is asked to erase them. */
  erase: boolean
  cartId?: string
  paymentId?: string
  /** Orders that the store has told the shopper of. */
  orderIds: string[]
  customerId?: string
  token?: string
  /** Erasures that the store has answered about. */
  erasureIds: string[]
  /** Exports that were answered whole. */
  exports: number
}

/** Letters that no id of Medusa's holds, so that a mark found is the person's. */
export const markOf = (seed: number, index: number): string =>
  `zqlu${seed.toString()}o${index.toString().padStart(6, "0")}il`

/** The shape of every mark, as a regular expression. */
export const MARK_SHAPE = "zqlu[0-9]+o[0-9]{6}il"

export const personOf = (seed: number, index: number, chance: () => number): Person => {
  const mark = markOf(seed, index)
  const drawn = chance()
  const kind = drawn < 0.6 ? "nets" : drawn < 0.85 ? "on_account" : "leaver"
  return {
    ...{ mark, kind, email: `${mark}@kunde.example` },
    ...{ erase: chance() < 0.4, orderIds: [], erasureIds: [], exports: 0 },
  }
}
