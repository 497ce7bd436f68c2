import type { TaskWords } from "./task-words"

export const en: TaskWords = {
  "breaches.overdue": [
    "1 breach is past the deadline for reporting it",
    "{count} breaches are past the deadline for reporting them",
  ],
  "breaches.clock": [
    "A breach is to be reported to the authority",
    "{count} breaches are to be reported to the authority",
  ],
  "breaches.open": ["1 breach is open", "{count} breaches are open"],
  "breaches.tips": ["1 new report of a breach", "{count} new reports of breaches"],
  "requests.overdue": ["1 request is overdue", "{count} requests are overdue"],
  "requests.due": ["1 request is due within 7 days", "{count} requests are due within 7 days"],
  "requests.by_hand": ["1 letter is yours to send", "{count} letters are yours to send"],
  "requests.waiting": [
    "1 letter waits for a mail provider",
    "{count} letters wait for a mail provider",
  ],
  "nets.problems": ["1 payment at Nets has a problem", "{count} payments at Nets have a problem"],
  "nets.receipts_failed": [
    "1 message from Nets could not be worked off",
    "{count} messages from Nets could not be worked off",
  ],
  "nets.webhooks_late": [
    "Messages from Nets have waited for 1 minute",
    "Messages from Nets have waited for {count} minutes",
  ],
  "nets.sweep_late": [
    "The look at payments is 1 minute behind",
    "The look at payments is {count} minutes behind",
  ],
  "invoices.lacking": [
    "1 order lacks something before its invoice can be issued",
    "{count} orders lack something before their invoice can be issued",
  ],
  "invoices.undelivered": [
    "1 invoice has not reached its buyer",
    "{count} invoices have not reached their buyers",
  ],
  "invoices.requested": [
    "1 invoice waits for a number from the bookkeeping",
    "{count} invoices wait for a number from the bookkeeping",
  ],
  "recipients.escalated": [
    "1 recipient has not confirmed what it was told",
    "{count} messages were not confirmed by their recipient",
  ],
  "recipients.reviews": [
    "1 agreement with a recipient is to be looked at again",
    "{count} agreements with recipients are to be looked at again",
  ],
  "erasures.proposed": [
    "1 proposed erasure waits for you",
    "{count} proposed erasures wait for you",
  ],
  "sweeps.parked": ["1 thing could not be erased", "{count} things could not be erased"],
  "findings.open": [
    "1 CPR or card number stands in the database",
    "{count} CPR and card numbers stand in the database",
  ],
  "data_map.drift": ["1 deviation from the data map", "{count} deviations from the data map"],
  "retention.without_rule": [
    "1 column with personal data has no term",
    "{count} columns with personal data have no term",
  ],
  "retention.stopped": ["Erasing is stopped", "Erasing is stopped"],
  "access.unlimited": [
    "Access is not limited: 1 member of staff can see all customers",
    "Access is not limited: {count} members of staff can see all customers",
  ],
  "staff_checks.asking": [
    "1 criminal record certificate is to be seen again",
    "{count} criminal record certificates are to be seen again",
  ],
  "notices.fallbacks": [
    "1 text is missing in a language",
    "{count} texts are missing in a language",
  ],
  "doctor.problems": [
    "1 problem with how the store is set up",
    "{count} problems with how the store is set up",
  ],
}
