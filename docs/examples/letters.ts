/** In medusa-config.ts: `options: { …, subjectRequest }`. */
export const subjectRequest = {
  templates: {
    receipt: {
      da: {
        subject: "Tak for din henvendelse",
        text: "{{hello}}\n\nVi har {{request}} og svarer senest den {{answer_by}}.\n\n{{sender}}",
      },
      // A function has the facts and the same sentences.
      en: (
        facts: { kind: string },
        parts: { hello: string; answer_by: string; sender: string }
      ) => ({
        subject: facts.kind === "erasure" ? "We are on it" : "Thank you for writing",
        text: `${parts.hello}\n\nWe will answer by ${parts.answer_by}.\n\n${parts.sender}`,
      }),
    },
    refusal: {
      da: {
        subject: "Svar på din henvendelse",
        text: "{{hello}}\n\n{{ground}}\n\n{{reason}}\n\n{{complaint}}\n\n{{sender}}",
      },
    },
  },
}
