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

type Listed = { name: string; description: string; lifetime: string }

/**
 * What Medusa's own storefront sets, and what this plugin's choice of cookies does: it keeps nothing else in a browser. A shop
 * changes the list to what it really sets.
 */
const LIST: Record<StarterLocale, Listed[]> = {
  da: [
    {
      name: "_medusa_cart_id",
      description: "Husker, hvilken kurv der er din.",
      lifetime: "7 dage",
    },
    { name: "_medusa_jwt", description: "Holder dig logget ind.", lifetime: "7 dage" },
    {
      name: "dk_cookie_choice",
      description:
        "Husker, hvad du har valgt om cookies, og et tilfældigt tal, som kun din browser kender. Med tallet kan vi finde beviset for dit valg. Sættes, når du har valgt.",
      lifetime: "12 måneder",
    },
  ],
  en: [
    {
      name: "_medusa_cart_id",
      description: "Remembers which cart is yours.",
      lifetime: "7 days",
    },
    { name: "_medusa_jwt", description: "Keeps you logged in.", lifetime: "7 days" },
    {
      name: "dk_cookie_choice",
      description:
        "Remembers what you have chosen about cookies, and a random number that only your browser knows. With it we can find the proof of your choice. Set once you have chosen.",
      lifetime: "12 months",
    },
  ],
}

/** A cookie policy with the necessary cookies of Medusa's own storefront and of this plugin as its list. */
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
    })),
  },
})
