import type { StatusBadge } from "@medusajs/ui"
import type { ComponentProps } from "react"
import type { AdminNetsPaymentState, AdminNetsReceiptState } from "../../../types/http"

type Colour = NonNullable<ComponentProps<typeof StatusBadge>["color"]>

export const PAYMENT_COLOURS: Record<AdminNetsPaymentState, Colour> = {
  unpaid: "grey",
  ended: "grey",
  reserved: "blue",
  partly_charged: "blue",
  charged: "green",
  cancelled: "grey",
  refund_pending: "orange",
  partly_refunded: "green",
  refunded: "green",
}

export const RECEIPT_COLOURS: Record<AdminNetsReceiptState, Colour> = {
  waiting: "blue",
  failed: "red",
  open: "orange",
  done: "green",
}

const REFUND_COLOURS: Readonly<Record<string, Colour>> = {
  pending: "orange",
  completed: "green",
  failed: "red",
  expired: "red",
}

export const refundColour = (state: string): Colour => REFUND_COLOURS[state.toLowerCase()] ?? "grey"
