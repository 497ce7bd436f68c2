import { z } from "@medusajs/framework/zod"
import { lazy } from "../../../../shared/lazy"

export const doctorQuery = lazy(() => z.object({ locale: z.enum(["da", "en"]).default("da") }))

export type DoctorQuery = z.infer<ReturnType<typeof doctorQuery>>
