export const nets = {
  title: "Payment at Nets",
  environment: { test: "Test", emulator: "Emulator", live: "Live" },
  paymentId: "Number at Nets",
  method: "Paid with",
  methodUnknown: "Not known yet",
  checkedAt: "Last checked",
  neverChecked: "Not yet",
  check: "Check now",
  checked: "The payment was checked at Nets.",
  portal: "Open Nets' portal",
  seen: "I have seen it",
  seenDone: "Marked as seen.",
  manual: {
    open: "Register a refund you have paid",
    title: "Register a refund you have paid",
    text: "Use it when you have sent the money to the customer by another way than the card. Nets is not asked. The order and the credit note follow, as with an ordinary refund.",
    amount: "Amount in {{currency}}",
    amountHint: "At most {{left}}",
    noAmount: "Write an amount, for example 138.50.",
    tooMuch: "That is more than what was charged and not refunded.",
    reason: "How was the money paid?",
    reasonHint:
      "For example: transferred to the customer's bank account on 25 Nov. Do not write the account number.",
    submit: "Register",
    done: "The refund is registered.",
  },
  link: {
    text: "Something is left to pay on the order. Make a payment page at Nets and send the link to the customer. Whoever has the link can see what was bought, and pay it.",
    make: "Make payment link",
    terms: "{{amount}}. Can be paid until {{until}}.",
  },
  amounts: {
    reserved: "Reserved",
    charged: "Charged",
    refunded: "Refunded",
    cancelled: "Released",
  },
  charges: "Charges",
  refunds: "Refunds",
  byHand: "Paid back by another way than Nets",
  refundState: {
    pending: "On its way",
    completed: "Completed",
    failed: "Failed",
    cancelled: "Cancelled",
    expired: "Expired",
  },
  state: {
    unpaid: "Not paid yet",
    ended: "Ended without payment",
    reserved: "Reserved",
    partly_charged: "Partly charged",
    charged: "Charged",
    cancelled: "Released",
    refund_pending: "Refund on its way",
    partly_refunded: "Partly refunded",
    refunded: "Refunded",
  },
  stateText: {
    unpaid: "The payment page is open, but the customer has not paid.",
    ended: "The payment page is closed. Nothing was reserved or charged.",
    reserved:
      "The money is reserved with the customer, but not charged. It is charged when the goods are sent if the shop is set up so; else you charge it here on the order.",
    partly_charged: "A part is charged. The rest is still reserved.",
    charged: "The money is charged.",
    cancelled: "The reservation is released. The customer pays nothing.",
    refund_pending: "Nets has accepted the refund. The money is on its way to the customer.",
    partly_refunded: "A part of what was charged was sent back to the customer.",
    refunded: "All that was charged was sent back to the customer.",
  },
  problem: {
    unknown: "There is something you have to look at.",
    paid_without_order: "The customer has paid, but there is no order.",
    amount_mismatch: "The customer paid another amount than the one to pay.",
    second_payment: "The customer has paid twice.",
    paid_without_session: "The customer paid on a payment page that is no longer valid.",
    order_cancelled: "The customer paid after the order was cancelled.",
    charged_elsewhere: "The money was charged outside the shop.",
    refunded_elsewhere: "The money was refunded outside the shop.",
    cancelled_elsewhere: "The reservation was released outside the shop.",
    charge_failed: "The money was not charged.",
    refund_failed: "The refund failed. The customer has not got the money.",
    refund_unreachable: "The money cannot go back to the customer's card.",
    reservation_expiring: "The reservation expires soon.",
    reservation_expired: "The reservation has expired. The money cannot be charged.",
    outcome_unknown: "We do not know whether the money was moved.",
    totals_differ: "The order and Nets do not agree on the amount.",
  },
  todo: {
    unknown: "Look at the payment in Nets' portal and compare it with the order.",
    paid_without_order:
      'The system keeps trying to place the order. Press "Check now" to try at once. If it does not help, see in the portal whether the money has to be sent back.',
    amount_mismatch:
      "The cart was changed while the customer paid. The system sends the money back. Ask the customer to order again.",
    second_payment:
      "The order is already paid. The system sends the money of this payment back; you need not do anything.",
    paid_without_session:
      "The system sends the money back. Contact the customer if the goods are still to be sent.",
    order_cancelled: "The system sends the money back; you need not do anything.",
    charged_elsewhere:
      "Somebody charged it in Nets' portal. It is booked on the order. See whether the goods have been sent.",
    refunded_elsewhere:
      "Somebody refunded it in Nets' portal. It is booked on the order. See whether the credit note is right.",
    cancelled_elsewhere:
      "Somebody released it in Nets' portal. Do not send the goods before the customer has paid again.",
    charge_failed:
      "The shop went down before Nets was asked. It was taken off the order again, and the money is still reserved. Charge it once more.",
    refund_failed:
      "The refund was taken off the order again. Refund once more, or transfer the money to the customer's bank account and register it on the order.",
    refund_unreachable:
      "Nets can no longer refund the payment, for example because the card is closed. Transfer the money to the customer's bank account and register it here afterwards. The credit note is issued as usual.",
    reservation_expiring:
      "It is six days old. Send the goods and charge the money now, or cancel the order so that it is released.",
    reservation_expired:
      "Send the customer a new payment link, and hold the goods until it is paid again.",
    outcome_unknown:
      'Nets did not answer while the money was charged or refunded. Press "Check now" before you try again.',
    totals_differ:
      "The order shows more charged or refunded than Nets does. Look at the payment in Nets' portal before you do more.",
  },
}
