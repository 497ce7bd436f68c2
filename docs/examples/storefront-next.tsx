"use client"
// app/checkout/buyer-form.tsx, shown by a page as <BuyerForm cartId={…} />
import { useState } from "react"
import type { FormEvent } from "react"
import { createStorefrontClient, StorefrontError } from "medusa-plugin-denmark/storefront"

const client = createStorefrontClient({
  medusaUrl: process.env.NEXT_PUBLIC_MEDUSA_URL ?? "http://localhost:9000",
  publishableKey: process.env.NEXT_PUBLIC_MEDUSA_KEY ?? "",
})

const SENTENCES: Record<string, string> = {
  check_digit: "Tallet er ikke et CVR-nummer. Se efter, om to cifre er byttet om.",
  buyer_locked: "Du er i gang med at betale. Annullér betalingen for at ændre, hvem der køber.",
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}

/** Asks a company who it is, and goes to the payment. The store checks; the page says what is wrong beside the field. */
export const BuyerForm = ({ cartId }: { cartId: string }) => {
  const [error, setError] = useState<StorefrontError | null>(null)

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    try {
      await client.setBuyer(cartId, {
        type: "business",
        cvr: textOf(form, "cvr"),
        company_name: textOf(form, "company_name"),
      })
      const payment = await client.startPayment(cartId, "pp_nets_nets", "da-DK")
      if (payment.type === "page") location.assign(payment.page)
    } catch (refused) {
      if (!(refused instanceof StorefrontError)) throw refused
      setError(refused)
    }
  }

  const sentence = error && (SENTENCES[error.code] ?? error.message)
  const isCvr = error?.field === "cvr"
  return (
    <form onSubmit={(event) => void save(event)}>
      <label htmlFor="cvr">CVR-nummer</label>
      <input id="cvr" name="cvr" required aria-invalid={isCvr} aria-describedby="cvr-error" />
      <p id="cvr-error">{isCvr && sentence}</p>
      <label htmlFor="company_name">Virksomhedens navn</label>
      <input id="company_name" name="company_name" required />
      <button>Gå til betaling</button>
      <p role="alert">{!isCvr && sentence}</p>
    </form>
  )
}
