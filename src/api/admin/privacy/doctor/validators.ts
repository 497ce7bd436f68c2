import { z } from "@medusajs/framework/zod"

export const doctorQuery = z.object({ locale: z.enum(["da", "en"]).default("da") })

export type DoctorQuery = z.infer<typeof doctorQuery>
