/** `static identifier` of the provider; with the id of the same name it is `pp_ean-invoice_ean-invoice`. */
export const ON_ACCOUNT_IDENTIFIER = "ean-invoice"

const PREFIX = `pp_${ON_ACCOUNT_IDENTIFIER}`

/** True for the payment provider of purchases on invoice, whatever id the store gave it. */
export const isOnAccount = (providerId: string): boolean =>
  providerId === PREFIX || providerId.startsWith(`${PREFIX}_`)

/** The same as SQL over a row `p` of `payment`. */
export const IS_ON_ACCOUNT = `(p.provider_id = '${PREFIX}' OR p.provider_id LIKE '${PREFIX}\\_%')`
