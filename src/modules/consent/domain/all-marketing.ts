/** The purpose of an objection: it is about all direct marketing (GDPR Art. 21(2)-(3)). */
export const ALL_MARKETING = "direct_marketing"
