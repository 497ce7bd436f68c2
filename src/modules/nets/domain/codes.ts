/** What a code of the payment API means, in words staff understands. */
export type CodeWords = { da: string; en: string }

/** Source of numbers and names: Nets' own PHP SDK, list of error codes. */
const CODES: Readonly<Record<number, CodeWords>> = {
  1000: {
    da: "Nets melder en ukendt fejl. Tjek betalingen, før du prøver igen.",
    en: "Nets reports an unknown error. Check the payment before you try again.",
  },
  1001: {
    da: "Beløbet er større end det, der er tilbage af reservationen.",
    en: "The amount is more than what is left of the reservation.",
  },
  1002: {
    da: "Beløbet er nul. Der er ikke noget at trække.",
    en: "The amount is zero. There is nothing to charge.",
  },
  1003: {
    da: "Der er ikke reserveret penge. Kunden har ikke betalt endnu.",
    en: "No money is reserved. The customer has not paid yet.",
  },
  1004: {
    da: "Pengene er allerede reserveret.",
    en: "The money is already reserved.",
  },
  1005: {
    da: "Beløbet passer ikke med ordrelinjerne.",
    en: "The amount does not match the order lines.",
  },
  1006: {
    da: "Kunden har ikke gjort betalingen færdig.",
    en: "The customer has not completed the payment.",
  },
  1007: {
    da: "Med denne betalingsmåde kan kun hele reservationen annulleres.",
    en: "With this payment method only the whole reservation can be cancelled.",
  },
  1008: {
    da: "Betalingen er allerede trukket.",
    en: "The payment is already charged.",
  },
  1009: {
    da: "Beløbet kan ikke refunderes.",
    en: "This amount cannot be refunded.",
  },
  1010: {
    da: "Reservationen er udløbet. Kunden skal betale igen.",
    en: "The reservation has expired. The customer has to pay again.",
  },
  1011: {
    da: "Nets kan ikke finde trækningen.",
    en: "Nets cannot find the charge.",
  },
  1012: {
    da: "Refunderingen er annulleret. Kunden får ikke pengene på denne måde.",
    en: "The refund was cancelled. The customer does not get the money this way.",
  },
  1013: {
    da: "Refunderingen er udløbet. Kunden har ikke fået pengene.",
    en: "The refund has expired. The customer has not got the money.",
  },
  1014: {
    da: "Refunderingen mislykkedes. Kunden har ikke fået pengene.",
    en: "The refund failed. The customer has not got the money.",
  },
  1015: {
    da: "Der mangler ordrelinjer. Det skal der være, når kun en del af beløbet trækkes eller refunderes.",
    en: "Order lines are missing. They are needed when only a part is charged or refunded.",
  },
  1016: {
    da: "Ordrenummeret er allerede sat hos Nets.",
    en: "The order number is already set at Nets.",
  },
  1017: {
    da: "Betalingssidens adresse må ikke ændres.",
    en: "The address of the payment page must not change.",
  },
  1018: {
    da: "Betalingen mangler et ordrenummer hos Nets.",
    en: "The payment has no order number at Nets.",
  },
  1019: {
    da: "Betalingen er allerede annulleret.",
    en: "The payment is already cancelled.",
  },
  1020: {
    da: "Betalingsmåden afviste trækningen.",
    en: "The payment method refused the charge.",
  },
  1021: {
    da: "Fragtprisen er ikke oplyst, så kunden kan ikke betale.",
    en: "The cost of shipping is not given, so the customer cannot pay.",
  },
  1022: {
    da: "Betalingsmåden afviste reservationen.",
    en: "The payment method refused the reservation.",
  },
  1023: {
    da: "Betalingen er allerede refunderet.",
    en: "The payment is already refunded.",
  },
  1024: {
    da: "Med denne betalingsmåde kan kun hele beløbet trækkes.",
    en: "With this payment method only the whole amount can be charged.",
  },
  1025: {
    da: "Refunderingen kan ikke stoppes længere.",
    en: "The refund cannot be stopped any more.",
  },
  1026: {
    da: "Samme trækning er prøvet før med et andet beløb.",
    en: "The same charge was tried before with another amount.",
  },
  1027: {
    da: "Samme refundering er prøvet før med et andet beløb.",
    en: "The same refund was tried before with another amount.",
  },
  1028: {
    da: "Riverty kunne ikke opdatere ordren.",
    en: "Riverty could not update the order.",
  },
  1029: {
    da: "Kortet er endeligt afvist. Prøv ikke igen; kunden skal bruge et andet.",
    en: "The card was finally declined. Do not try again; the customer has to use another.",
  },
  1030: {
    da: "Den gemte betalingsaftale er udløbet. Bed kunden om et nyt kort.",
    en: "The saved payment agreement has expired. Ask the customer for a new card.",
  },
  1031: {
    da: "Den gemte betalingsaftale er ugyldig. Bed kunden om et nyt kort.",
    en: "The saved payment agreement is not valid. Ask the customer for a new card.",
  },
  1032: {
    da: "Banken kender ikke den gemte betalingsaftale. Bed kunden om et nyt kort.",
    en: "The bank does not know the saved payment agreement. Ask the customer for a new card.",
  },
}

/** Plain words for a numeric code; undefined for one that is not documented. */
export const codeWords = (code: number): CodeWords | undefined => CODES[code]
