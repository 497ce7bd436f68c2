/** Parts of Medusa's store API that a Danish checkout reads. Amounts are kroner. */

export type StorefrontVariant = {
  id: string
  title: string
  calculated_price?: { calculated_amount: number | null; currency_code: string | null } | null
}

export type StorefrontProduct = {
  id: string
  title: string
  handle: string
  description: string | null
  variants: StorefrontVariant[]
}

export type StorefrontLine = {
  id: string
  title: string
  product_title: string | null
  product_handle: string | null
  quantity: number
  unit_price: number
  total: number
}

export type StorefrontAddress = {
  first_name?: string
  last_name?: string
  company?: string
  address_1?: string
  address_2?: string
  postal_code?: string
  city?: string
  country_code?: string
  phone?: string
}

export type StorefrontCart = {
  id: string
  email: string | null
  currency_code: string
  locale: string | null
  completed_at: string | null
  items: StorefrontLine[]
  shipping_methods: { shipping_option_id: string | null; name: string }[]
  shipping_address: StorefrontAddress | null
  item_total: number
  shipping_total: number
  tax_total: number
  total: number
}

export type StorefrontShippingOption = { id: string; name: string; amount: number }

export type StorefrontOrder = {
  id: string
  display_id: number
  email: string
  currency_code: string
  items: StorefrontLine[]
  item_total: number
  shipping_total: number
  tax_total: number
  total: number
}

/** What became of completing a cart: an order, or the cart again with the reason why not yet. */
export type StorefrontCompletion =
  | { type: "order"; order: StorefrontOrder }
  | { type: "cart"; error: { message: string; type: string } }
