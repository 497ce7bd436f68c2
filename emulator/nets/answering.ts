import type { IncomingMessage, ServerResponse } from "node:http"
import { answerApi } from "./api"
import { answerControl } from "./control"
import { answerEmbedded } from "./embedded"
import { Refusal } from "./errors"
import { answerAfter, answerBefore, takeFault } from "./faults"
import { beginReply, readCall, sendReply } from "./http"
import type { Call, Reply } from "./http"
import { answerPage } from "./page"
import { answerPortal } from "./portal"
import { settleDueRefunds } from "./refunds"
import type { World } from "./world"

type Handler = (world: World, call: Call) => Reply | Promise<Reply>

const HANDLERS: readonly (readonly [prefix: string, handler: Handler])[] = [
  ["/v1/checkout.js", answerEmbedded],
  ["/embedded/", answerEmbedded],
  ["/v1/", answerApi],
  ["/pay/", answerPage],
  ["/portal", answerPortal],
  ["/emulator", answerControl],
]

const answer = async (world: World, call: Call): Promise<Reply> => {
  const found = HANDLERS.find(([prefix]) => call.path.startsWith(prefix))
  if (!found) return { status: 404 }
  try {
    settleDueRefunds(world)
    const reply = await found[1](world, call)
    world.keepTouched(call)
    return reply
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

const SLOW_PARTS = 20

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const sendSlowly = async (response: ServerResponse, reply: Reply, ms: number): Promise<void> => {
  const body = beginReply(response, reply)
  response.flushHeaders()
  const size = Math.max(1, Math.ceil(body.length / SLOW_PARTS))
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    await wait(ms / SLOW_PARTS)
    response.write(body.slice(at, at + size))
  }
  response.end()
}

const sendHalf = (response: ServerResponse, reply: Reply): void => {
  const body = beginReply(response, reply)
  response.end(body.slice(0, Math.ceil(body.length / 2)))
}

/** Says nothing until the caller gives up, or for so long. */
const keepSilent = (response: ServerResponse, ms: number): void => {
  const timer = setTimeout(() => response.destroy(), ms)
  response.once("close", () => {
    clearTimeout(timer)
  })
}

/** With `webhook_before_answer`, what the call told the shop arrives first. */
const answerAndTell = async (world: World, call: Call): Promise<Reply> => {
  if (!world.switches.webhook_before_answer) return answer(world, call)
  const before = world.sender.emitted()
  const reply = await answer(world, call)
  await world.sender.triedOnce(before)
  return reply
}

/** Answers one request, the payment API with the faults that are due. */
export const serve = async (
  world: World,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> => {
  const call = await readCall(request)
  const isApi = call.path.startsWith("/v1/") && call.path !== "/v1/checkout.js"
  const fault = isApi ? takeFault(world.faults, world.random, call) : undefined
  if (fault?.kind === "reset") {
    request.socket.resetAndDestroy()
    return
  }
  if (!fault) {
    sendReply(response, await (isApi ? answerAndTell(world, call) : answer(world, call)))
    return
  }
  const refused = answerBefore(fault)
  if (refused) {
    sendReply(response, refused)
    return
  }
  const reply = answerAfter(fault, await answerAndTell(world, call))
  if (fault.kind === "answer_lost") response.destroy()
  else if (fault.kind === "timeout") keepSilent(response, fault.ms)
  else if (fault.kind === "slow_body") await sendSlowly(response, reply, fault.ms)
  else if (fault.kind === "truncated") sendHalf(response, reply)
  else sendReply(response, reply)
}
