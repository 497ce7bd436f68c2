import type { MedusaContainer } from "@medusajs/framework/types"
import { CONSENT_MODULE } from "../../src/modules/consent"
import type { ConsentModuleService } from "../../src/modules/consent"
import { cookieNotices } from "./cookie-notices"

const notices = {
  da: `Nordlys Papir ApS (CVR 14277137, Prøvegade 12, 5000 Odense C, kontakt@butik.example) er ansvarlig for de oplysninger, du giver os.

Hvad vi bruger dem til
Vi bruger navn, adresse, e-mail og telefon til at levere og fakturere din ordre. Det er nødvendigt for at opfylde aftalen med dig (GDPR artikel 6, stk. 1, litra b). Fakturaer gemmer vi, fordi bogføringsloven kræver det (litra c).

Hvem der får dem
Nets behandler betalingen og får beløb, varelinjer og land fra os, og det, du selv skriver på betalingssiden. Med kort og MobilePay får Nets ikke navn, adresse, telefon eller e-mail fra os. Fragtmanden får navn, adresse og telefon. Vi sælger dem ikke.

Hvor længe vi gemmer dem
Fakturaer gemmes fem år efter udgangen af regnskabsåret. Resten sletter vi, når du beder om det, og ordren er afsluttet.

Dine rettigheder
Du kan bede om indsigt, rettelse, sletning, begrænsning og dataportabilitet, og du kan gøre indsigelse. Skriv til kontakt@butik.example. Du kan klage til Datatilsynet (datatilsynet.dk).`,
  en: `Nordlys Papir ApS (CVR 14277137, Prøvegade 12, 5000 Odense C, kontakt@butik.example) is responsible for the data you give us.

What we use it for
We use name, address, e-mail and phone to deliver and invoice your order. It is necessary for the contract with you (GDPR Article 6(1)(b)). Invoices are kept because the Danish Bookkeeping Act demands it (point (c)).

Who receives it
Nets handles the payment. It gets amount, order lines and country from us, and what you write on the payment page. With cards and MobilePay, Nets does not get name, address, phone or e-mail from us. The carrier gets name, address and phone. We do not sell it.

How long we keep it
Invoices are kept for five years after the end of the financial year. The rest is erased when you ask for it and the order is finished.

Your rights
You can ask for access, rectification, erasure, restriction and portability, and you can object. Write to kontakt@butik.example. You can complain to Datatilsynet (datatilsynet.dk).`,
}

/** What stands beside the boxes of the checkout: yes to the newsletter, no to offers for customers. */
const boxes = [
  {
    purpose: "newsletter",
    basis: "consent",
    da: "Ja tak til nyhedsbrev på e-mail fra Nordlys Papir ApS om papir, skriveredskaber og kontorartikler. Du kan altid afmelde dig.",
    en: "Yes, please send me the newsletter by e-mail from Nordlys Papir ApS about paper, pens and office supplies. You can unsubscribe at any time.",
  },
  {
    purpose: "similar_products",
    basis: "soft_opt_in",
    da: "Vi sender dig tilbud på lignende varer på e-mail. Du kan sige nej her og i hver mail.",
    en: "We send you offers for similar goods by e-mail. You can say no here and in every mail.",
  },
] as const

type Text = Parameters<ConsentModuleService["draftNotice"]>[0]

const common = { purpose: null, channel: null, material: false }

/** The shop's privacy and cookie notices and the texts of its boxes in Danish and English. */
const texts: Text[] = [
  ...Object.entries(notices).map(([locale, body]) => ({
    ...common,
    kind: "privacy" as const,
    locale,
    body,
    data: null,
  })),
  ...Object.entries(cookieNotices).map(([locale, { body, cookies }]) => ({
    ...common,
    kind: "cookies" as const,
    locale,
    body,
    data: { cookies },
  })),
  ...boxes.flatMap(({ purpose, basis, ...bodies }) =>
    Object.entries(bodies).map(([locale, body]) => ({
      ...common,
      kind: "marketing" as const,
      purpose,
      channel: "email" as const,
      locale,
      body,
      data: { basis },
    }))
  ),
]

/** Publishes the shop's notices, unless it has them. */
export const seedNotices = async (container: MedusaContainer): Promise<void> => {
  const consent = container.resolve<ConsentModuleService>(CONSENT_MODULE)
  for (const text of texts) {
    const { kind, locale, purpose } = text
    const about = { kind, locale, purpose: purpose ?? undefined }
    const filters = { ...about, published: true, limit: 1, offset: 0 }
    if ((await consent.findNotices(filters)).count > 0) continue
    const { id } = await consent.draftNotice(text)
    await consent.publishNotice(id)
  }
}
