export const shared = {
  retry: "Try again",
  close: "Close",
  cancel: "Cancel",
  save: "Save",
  edit: "Edit",
  paging: {
    of: "of",
    results: "in all",
    pages: "pages",
    previous: "Previous",
    next: "Next",
  },
  forbidden: {
    title: "Your user may not do this.",
    text: "Only staff appointed to work with personal data can see, hand out and erase it. Ask whoever runs the store to add your e-mail to the plugin option:",
    option: 'access: { operators: ["you@example.com"] }',
  },
  errors: {
    unknown_error: "Something went wrong on the server. Nothing has changed. Try again shortly.",
    refused: "The server did not accept it. Check that everything is right and try again.",
    network: "The server did not answer. Check that you are online and try again.",
    not_found: "It no longer exists. Reload the page.",
    unauthorized: "You are logged out. Log in again.",
    export_busy: "Two other exports are running. Try again in half a minute.",
    erasure_started: "The erasure has begun and cannot be cancelled.",
    erasure_cancelled: "The erasure has already been cancelled.",
    buyer_locked: "The buyer is locked while a payment is under way. Try again when it has ended.",
    buyer_invoiced:
      "The invoice has been issued. Correct the buyer with a credit note and a new invoice instead.",
    invoicing_off: "This store does not issue invoices here.",
  },
}
