import type { Controller, StarterLocale } from "./facts"

const da = ({ name, cvr, address, email }: Controller): string =>
  `[Det her er kun en begyndelse om oplysninger, fortrydelse og reklamation. Det er ikke hele handelsbetingelser: tilføj priser, levering, betaling og det, der er særligt for jeres varer, og slet den her linje.]

${name} (CVR ${cvr}), ${address}, ${email}.

Dine oplysninger
Vi bruger dine oplysninger til at levere og fakturere din ordre. Læs mere i vores privatlivspolitik. Du skal ikke sige ja til den for at købe, og du kan købe uden at få nyhedsbrev.

Fortrydelsesret
Køber du som privat, kan du fortryde købet i 14 dage (forbrugeraftaleloven §§ 18-25). Fristen løber fra den dag, du får varen; køber du flere varer, som kommer hver for sig, løber den fra den sidste.
Giv os besked inden fristen, fx på ${email} eller med standardformularen. Du skal ikke sige hvorfor. Det er ikke nok kun at sende varen tilbage eller lade være med at hente den.
Send varen tilbage senest 14 dage efter din besked til [skriv returadressen]. [Skriv, hvem der betaler for at sende varen tilbage.]
Du får alle pengene igen, også for almindelig levering, senest 14 dage efter din besked. Vi kan vente, til vi har fået varen, eller til du har vist, at den er sendt. Har du brugt varen mere, end man kunne i en butik, kan vi trække det fra, den har tabt i værdi.
[Skriv, hvilke af jeres varer der ikke kan fortrydes, fx varer lavet efter kundens mål, eller slet linjen.]

Reklamation
Køber du som privat, kan du klage over fejl ved varen i to år (købeloven). Skriv til ${email}. Er fejlen der, kan du få den rettet, få en ny vare, et afslag i prisen eller pengene igen efter lovens regler, og vi betaler rimelig fragt.

Klage
Kan vi ikke blive enige, kan du klage til Nævnenes Hus, naevneneshus.dk.`

const en = ({ name, cvr, address, email }: Controller): string =>
  `[This is only a beginning about data, withdrawal and complaints. It is not whole terms of sale: add prices, delivery, payment and what is special about your goods, and delete this line.]

${name} (CVR ${cvr}), ${address}, ${email}.

Your data
We use your data to deliver and invoice your order. Read more in our privacy policy. You need not say yes to it to buy, and you can buy without getting newsletters.

Right of withdrawal
When you buy as a consumer, you can withdraw for 14 days (sections 18-25 of the Danish Consumer Contracts Act). The time runs from the day you get the goods; when you buy several that come separately, from the last one.
Tell us before it is over, by mail to ${email} or with the standard form. You need not say why. It is not enough only to send the goods back or not to collect them.
Send the goods back no later than 14 days after you told us, to [state the address for returns]. [State who pays for sending the goods back.]
You get all the money back, for ordinary delivery too, no later than 14 days after you told us. We can wait until we have the goods, or until you have shown that they are sent. When you have used the goods more than one could in a shop, we can deduct what they have lost in value.
[State which of your goods cannot be withdrawn from, such as goods made to the customer's measure, or delete this line.]

Faulty goods
When you buy as a consumer, you can complain about faults for two years (the Danish Sale of Goods Act). Write to ${email}. If there is a fault, you can have it mended, get a new item, a reduction or your money back by the rules of the law, and we pay reasonable freight.

Complaints
If we cannot agree, you can complain to the Danish House of Appeals (Nævnenes Hus), naevneneshus.dk.`

/** The beginning of terms of sale, about data, withdrawal and faults; it says itself that it is not the whole. */
export const starterTerms = (controller: Controller, locale: StarterLocale): string =>
  (locale === "da" ? da : en)(controller)
