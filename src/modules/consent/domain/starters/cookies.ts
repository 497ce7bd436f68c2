import type { NoticeData } from "../notice-data"
import type { Controller, StarterLocale } from "./facts"

const da = ({ name, email }: Controller): string =>
  `Hvad cookies er
Cookies er små filer, som en hjemmeside gemmer i din browser. Det samme gælder andet, der gemmes dér, fx i localStorage. Reglerne står i cookiebekendtgørelsen (nr. 1148 af 9. december 2011, § 3).

Hvad du vælger
Vi sætter kun de nødvendige, før du har valgt: dem, butikken ikke kan virke uden. Resten sætter vi kun, hvis du siger ja til det, de skal bruges til: funktioner, statistik eller markedsføring. Nej er lige så let som ja, og du kan købe uden at sige ja til noget.

Når du ombestemmer dig
Brug linket Cookies nederst på siden. Så sletter vi det, vi selv har sat, og stopper resten. Vi spørger igen efter 12 måneder, eller når der kommer et nyt formål til.

Hvem der står bag
${name}. Skriv til ${email}. Listen viser hver cookie, hvem der sætter den, hvorfor, og hvor længe den bliver. Hvad vi ellers bruger oplysninger til, står i vores privatlivspolitik.`

const en = ({ name, email }: Controller): string =>
  `What cookies are
Cookies are small files that a website stores in your browser. The same goes for other things that are stored there, such as in localStorage. The rules are in the Danish Cookie Order (no. 1148 of 9 December 2011, section 3).

What you choose
We only set the necessary ones before you have chosen: those the shop cannot work without. The rest we set only when you say yes to what they are used for: functions, statistics or marketing. No is as easy as yes, and you can buy without saying yes to anything.

When you change your mind
Use the link Cookies at the bottom of the page. Then we delete what we have set ourselves, and stop the rest. We ask again after 12 months, or when there is a new purpose.

Who is behind it
${name}. Write to ${email}. The list shows each cookie, who sets it, why, and how long it stays. What else we use data for is in our privacy policy.`

const days: Record<StarterLocale, string> = { da: "7 dage", en: "7 days" }

/** What Medusa's own storefront sets; a shop changes the list to what it really sets. */
const LIST: Record<StarterLocale, { name: string; description: string }[]> = {
  da: [
    { name: "_medusa_cart_id", description: "Husker, hvilken kurv der er din." },
    { name: "_medusa_jwt", description: "Holder dig logget ind." },
  ],
  en: [
    { name: "_medusa_cart_id", description: "Remembers which cart is yours." },
    { name: "_medusa_jwt", description: "Keeps you logged in." },
  ],
}

/** A cookie policy with the necessary cookies of Medusa's own storefront as its list. */
export const starterCookies = (
  controller: Controller,
  locale: StarterLocale
): { body: string; data: NoticeData } => ({
  body: (locale === "da" ? da : en)(controller),
  data: {
    cookies: LIST[locale].map((cookie) => ({
      ...cookie,
      provider: controller.name,
      purpose: "necessary" as const,
      lifetime: days[locale],
    })),
  },
})
