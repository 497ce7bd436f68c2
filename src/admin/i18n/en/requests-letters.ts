export const letters = {
  title: "Letters",
  text: "What the person is told. The text is not kept; a digest shows later that a letter is the same.",
  empty: "There are no letters yet.",
  noMail:
    "The store has no mail provider, so letters wait. Set one up in Medusa, or send them yourself.",
  template: {
    receipt: "Receipt",
    identity: "Question about who it is",
    extension: "Extended deadline",
    refusal: "Refusal",
    planned: "Plan",
    completed: "Answer",
    partly_completed: "Answer, in part",
    withdrawn: "Confirmation that it was taken back",
  },
  state: {
    waiting: "Waiting",
    sent: "Sent",
    failed: "Not sent",
    by_hand: "Send it yourself",
  },
  mailed: "Mailed {{moment}}",
  sentByHand: "Sent {{moment}} by {{name}}",
  interrupted:
    "The server stopped meanwhile. Nobody knows whether the mail arrived; send it yourself if in doubt.",
  attempts_one: "{{count}} attempt",
  attempts_other: "{{count}} attempts",
  digest: "Digest {{digest}}",
  print: "Print",
  markSent: "I have sent it",
  marked: "Noted.",
}
