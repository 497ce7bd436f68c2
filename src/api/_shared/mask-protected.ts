import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import {
  findMaskedField,
  findPersonKeys,
  findProtected,
  maskAddresses,
  maySeeAddress,
} from "../../modules/access"
import { postgres } from "../../shared/postgres"

/** Answers that staff asked for with a button, which are logged. */
const shown = new WeakSet<MedusaResponse>()

/** Answers with addresses as they are: only for routes that exist to show them. */
export const answerUnmasked = (res: MedusaResponse, body: object): void => {
  shown.add(res)
  res.set("Cache-Control", "no-store").json(body)
}

/** The path may be the only thing that names the person. */
const pathOf = ({ originalUrl }: MedusaRequest): string[] => originalUrl.split(/[/?]/)

/** Wraps `res.json` once: the answer goes out when it is known who in it is protected, and never when that fails. */
const maskProtected = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
  const send = res.json.bind(res)
  const mask = async (body: unknown): Promise<unknown> => {
    const path = pathOf(req)
    const keys = findPersonKeys([path, body])
    if (keys === null || (await maySeeAddress(req))) return body
    const ids = await findProtected(postgres(req.scope), keys)
    return maskAddresses(body, ids, path)
  }
  res.json = (body) => {
    res.json = send
    if (shown.has(res)) return send(body)
    mask(body).then(send, next)
    return res
  }
  next()
}

/** Admin's forms are filled with what was answered: the mask must not come back as an address. */
const refuseMask = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void => {
  const field = findMaskedField(req.body)
  if (field === null) {
    next()
    return
  }
  res.status(422).json({
    type: "invalid_data",
    code: "address_is_masked",
    message: `${field}: holds the mark that stands for an address that is not shown. Write the address, or leave the field out.`,
  })
}

export const maskProtectedMiddlewares: MiddlewareRoute[] = [
  { matcher: "/admin*", middlewares: [maskProtected, refuseMask] },
]
