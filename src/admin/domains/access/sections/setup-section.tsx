import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AdminSetupItem } from "../../../../types/http"
import { Section } from "../../../shared/section"
import { setupPlaceOf } from "../overview"

const COLOURS = { done: "green", missing: "orange", not_used: "grey" } as const

/** Points whose missing parts have names that mean something to whoever sets the store up. */
const NAMED: ReadonlySet<AdminSetupItem["item"]> = new Set([
  "secrets",
  "notices",
  "nets",
  "database",
])

const namesOf = ({ item, state, lacking, has }: AdminSetupItem): readonly string[] => {
  if (state !== "missing") return has
  return NAMED.has(item) ? lacking : []
}

const Row = ({ point }: { point: AdminSetupItem }) => {
  const { t } = useTranslation("dkOverview")
  const { item, state } = point
  const place = setupPlaceOf(item)
  const named = namesOf(point)
  return (
    <li
      className="flex flex-col gap-x-6 gap-y-2 px-6 py-3 md:flex-row md:items-center md:justify-between"
      data-testid={`dk-setup-${item}`}
    >
      <div className="max-w-[640px]">
        <Text size="small" leading="compact" weight="plus">
          {t(`setup.item.${item}.title`)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle mt-1">
          {t(`setup.item.${item}.why`)}
        </Text>
        {named.length > 0 && (
          <code className="txt-compact-xsmall text-ui-fg-subtle mt-1 block break-words">
            {named.join(", ")}
          </code>
        )}
        {state === "missing" && place === null && (
          <Text size="small" className="text-ui-fg-subtle mt-1">
            {t(`setup.item.${item}.where`)}
          </Text>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-x-3">
        <StatusBadge color={COLOURS[state]}>{t(`setup.state.${state}`)}</StatusBadge>
        {state === "missing" && place !== null && (
          <Button size="small" variant="secondary" asChild>
            <Link to={place} data-testid={`dk-setup-${item}-go`}>
              {t("setup.go")}
            </Link>
          </Button>
        )}
      </div>
    </li>
  )
}

/** What a store does before it opens, ticked off by the facts; one line once all is done. */
export const SetupSection = ({ setup }: { setup: readonly AdminSetupItem[] }) => {
  const { t } = useTranslation("dkOverview")
  const missing = setup.filter(({ state }) => state === "missing")
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? setup : missing
  const isDone = missing.length === 0
  return (
    <Section
      title={isDone ? t("setup.finished") : t("setup.title")}
      {...(!isDone && {
        text: t("setup.text", { count: missing.length, total: setup.length }),
      })}
      testId="dk-setup"
      actions={
        <Button
          size="small"
          variant="secondary"
          data-testid="dk-setup-more"
          aria-expanded={isWhole}
          onClick={() => {
            setWhole(!isWhole)
          }}
        >
          {isWhole ? t("setup.less") : t("setup.more")}
        </Button>
      }
    >
      {shown.length > 0 && (
        <ul className="divide-y">
          {shown.map((point) => (
            <Row key={point.item} point={point} />
          ))}
        </ul>
      )}
    </Section>
  )
}
