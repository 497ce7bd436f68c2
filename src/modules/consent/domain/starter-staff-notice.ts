type Controller = { name: string; address: string; email: string }

const da = ({
  name,
  address,
  email,
}: Controller): string => `Information til medarbejdere om log over opslag i kundeoplysninger

${name}, ${address}, er dataansvarlig. Spørgsmål: ${email}.

Når du åbner kundeoplysninger i butikkens administration, gemmer systemet: hvem du er, din rolle, hvilken side det var, hvorfor siden findes, hvilke kunder den viste, hvor mange, og hvornår. Det, du så, gemmes ikke.

Vi gør det for at beskytte kundernes oplysninger, for at kunne opdage misbrug og for at kunne svare en kunde, der spørger, om nogen har set deres oplysninger. Grundlaget er databeskyttelsesforordningens artikel 5, stk. 1, litra f, og artikel 32 samt artikel 6, stk. 1, litra f (vores legitime interesse i at passe på kundernes oplysninger). Loggen bruges ikke til at måle, hvor meget du arbejder.

En kunde, der beder om indsigt, får at vide hvornår, i hvilken rolle og til hvilket formål, men ikke dit navn. Loggen kan ses af butikkens ejere, og det bliver også logget, når de ser i den. Den slettes efter 12 måneder.

Du har ret til indsigt i det, der er gemt om dig, og til at gøre indsigelse. Du kan klage til Datatilsynet (datatilsynet.dk).`

const en = ({
  name,
  address,
  email,
}: Controller): string => `Information for staff about the log of who looks up customers

${name}, ${address}, is the controller. Questions: ${email}.

When you open customers' data in the shop's administration, the system stores: who you are, your role, which page it was, what the page is for, which customers it showed, how many, and when. What you saw is not stored.

We do so to protect customers' data, to be able to discover misuse, and to be able to answer a customer who asks whether anybody has seen their data. The basis is Article 5(1)(f) and Article 32 of the GDPR and Article 6(1)(f) (our legitimate interest in taking care of customers' data). The log is not used to measure how much you work.

A customer who asks for access is told when, in which role and for what purpose, but not your name. The shop's owners can see the log, and it is logged when they do. It is deleted after 12 months.

You have the right of access to what is stored about you, and to object. You can complain to the Danish Data Protection Agency (datatilsynet.dk).`

/**
 * What staff is told before reads are logged: logging is monitoring of staff, and they are told first (GDPR Art. 13). The
 * shop reads it, changes what is different at its place, and publishes it.
 */
export const starterStaffNotice = (controller: Controller, locale: "da" | "en"): string =>
  (locale === "da" ? da : en)(controller)
