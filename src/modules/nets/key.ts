/** Key of the module in Medusa's container. */
export const NETS_MODULE = "dk_nets"

/** Purpose of the token that every webhook of a payment session must carry. */
export const WEBHOOK_PURPOSE = "nets_webhook"
