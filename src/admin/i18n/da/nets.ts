export const nets = {
  title: "Betaling hos Nets",
  environment: { test: "Test", emulator: "Emulator", live: "Drift" },
  paymentId: "Nets' nummer",
  method: "Betalt med",
  methodUnknown: "Ikke oplyst endnu",
  checkedAt: "Sidst tjekket",
  neverChecked: "Ikke endnu",
  check: "Tjek nu",
  checked: "Betalingen er tjekket hos Nets.",
  portal: "Åbn Nets' portal",
  seen: "Jeg har set det",
  seenDone: "Markeret som set.",
  manual: {
    open: "Registrér en betalt refundering",
    title: "Registrér en refundering, du har betalt",
    text: "Brug det, når du har sendt pengene til kunden på en anden måde end kortet. Nets bliver ikke spurgt. Ordren og kreditnotaen følger med, som ved en almindelig refundering.",
    amount: "Beløb i {{currency}}",
    amountHint: "Højst {{left}}",
    noAmount: "Skriv et beløb, fx 138,50.",
    tooMuch: "Det er mere end det, der er trukket og ikke refunderet.",
    reason: "Hvordan er pengene betalt?",
    reasonHint: "Fx: overført til kundens bankkonto den 25.11. Skriv ikke kontonummeret.",
    submit: "Registrér",
    done: "Refunderingen er registreret.",
  },
  link: {
    text: "Der mangler at blive betalt noget på ordren. Lav en betalingsside hos Nets, og send linket til kunden. Den, der har linket, kan se, hvad der er købt, og betale det.",
    make: "Lav betalingslink",
    terms: "{{amount}} kan betales til {{until}}.",
  },
  amounts: {
    reserved: "Reserveret",
    charged: "Trukket",
    refunded: "Refunderet",
    cancelled: "Frigivet",
  },
  charges: "Trækninger",
  refunds: "Refunderinger",
  byHand: "Betalt tilbage uden om Nets",
  refundState: {
    pending: "På vej",
    completed: "Gennemført",
    failed: "Mislykkedes",
    cancelled: "Annulleret",
    expired: "Udløbet",
  },
  state: {
    unpaid: "Ikke betalt endnu",
    ended: "Udløbet uden betaling",
    reserved: "Reserveret",
    partly_charged: "Delvist trukket",
    charged: "Trukket",
    cancelled: "Frigivet",
    refund_pending: "Refundering på vej",
    partly_refunded: "Delvist refunderet",
    refunded: "Refunderet",
  },
  stateText: {
    unpaid: "Betalingssiden er åben, men kunden har ikke betalt.",
    ended: "Betalingssiden er lukket. Der er ikke reserveret eller trukket noget.",
    reserved:
      "Pengene er reserveret hos kunden, men ikke trukket. De trækkes, når varerne er sendt, hvis butikken er sat op til det; ellers trækker du dem her på ordren.",
    partly_charged: "En del er trukket. Resten er stadig reserveret.",
    charged: "Pengene er trukket.",
    cancelled: "Reservationen er frigivet. Kunden betaler ikke noget.",
    refund_pending: "Nets har taget imod refunderingen. Pengene er på vej til kunden.",
    partly_refunded: "En del af det, der er trukket, er sendt tilbage til kunden.",
    refunded: "Alt, der er trukket, er sendt tilbage til kunden.",
  },
  problem: {
    unknown: "Der er noget, du skal se på.",
    paid_without_order: "Kunden har betalt, men der er ingen ordre.",
    amount_mismatch: "Kunden betalte et andet beløb end det, der skal betales.",
    second_payment: "Kunden har betalt to gange.",
    paid_without_session: "Kunden betalte på en betalingsside, der ikke gælder længere.",
    order_cancelled: "Kunden betalte, efter at ordren blev annulleret.",
    charged_elsewhere: "Pengene er trukket uden om butikken.",
    refunded_elsewhere: "Pengene er refunderet uden om butikken.",
    cancelled_elsewhere: "Reservationen er frigivet uden om butikken.",
    charge_failed: "Pengene blev ikke trukket.",
    refund_failed: "Refunderingen mislykkedes. Kunden har ikke fået pengene.",
    refund_unreachable: "Pengene kan ikke komme tilbage på kundens kort.",
    reservation_expiring: "Reservationen udløber snart.",
    reservation_expired: "Reservationen er udløbet. Pengene kan ikke trækkes.",
    outcome_unknown: "Vi ved ikke, om pengene blev flyttet.",
    totals_differ: "Ordren og Nets er ikke enige om beløbet.",
  },
  todo: {
    unknown: "Se betalingen i Nets' portal, og sammenlign med ordren.",
    paid_without_order:
      'Systemet prøver selv at oprette ordren. Tryk på "Tjek nu" for at prøve med det samme. Bliver det ved, så se i portalen, om pengene skal sendes tilbage.',
    amount_mismatch:
      "Kurven blev ændret, mens kunden betalte. Systemet sender pengene tilbage. Bed kunden om at bestille igen.",
    second_payment:
      "Ordren er allerede betalt. Systemet sender pengene fra denne betaling tilbage; du skal ikke gøre noget.",
    paid_without_session:
      "Systemet sender pengene tilbage. Kontakt kunden, hvis varerne stadig skal sendes.",
    order_cancelled: "Systemet sender pengene tilbage; du skal ikke gøre noget.",
    charged_elsewhere:
      "Nogen har trukket dem i Nets' portal. Det er bogført på ordren. Se efter, om varerne er sendt.",
    refunded_elsewhere:
      "Nogen har refunderet i Nets' portal. Det er bogført på ordren. Se efter, om kreditnotaen passer.",
    cancelled_elsewhere:
      "Nogen har frigivet den i Nets' portal. Send ikke varerne, før kunden har betalt igen.",
    charge_failed:
      "Butikken gik ned, før Nets blev spurgt. Det er taget af ordren igen, og pengene er stadig reserveret. Træk dem en gang til.",
    refund_failed:
      "Refunderingen er taget af ordren igen. Refundér en gang til, eller overfør pengene til kundens bankkonto og registrér det på ordren.",
    refund_unreachable:
      "Nets kan ikke refundere betalingen længere, fx fordi kortet er lukket. Overfør pengene til kundens bankkonto, og registrér det her bagefter. Kreditnotaen bliver udstedt, som den plejer.",
    reservation_expiring:
      "Den er seks dage gammel. Send varerne og træk pengene nu, eller annuller ordren, så de bliver frigivet.",
    reservation_expired:
      "Send kunden et nyt betalingslink, og vent med varerne, til der er betalt igen.",
    outcome_unknown:
      'Nets svarede ikke, mens pengene blev trukket eller refunderet. Tryk på "Tjek nu", før du prøver igen.',
    totals_differ:
      "Ordren viser mere trukket eller refunderet, end Nets gør. Se betalingen i Nets' portal, før du gør mere.",
  },
}
