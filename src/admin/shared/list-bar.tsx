import { Button, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { SelectField } from "./select-field"
import type { List } from "./use-list"

type Option = { value: string; label: string }

export type ListControls = {
  /** What can be searched for. */
  search?: { label: string; maxLength?: number } | undefined
  /** What can be chosen: the filter's name, what it is for screen readers, and its values, which say of what they are. */
  choices?: readonly { name: string; label: string; options: readonly Option[] }[] | undefined
  orders?: readonly Option[] | undefined
}

type SearchProps = { id: string; list: List; search: { label: string; maxLength?: number } }

const Search = ({ id, list, search: { label, maxLength = 200 } }: SearchProps) => {
  const { t } = useTranslation("dkShared")
  const [typed, setTyped] = useState(list.q)
  const [searched, setSearched] = useState(list.q)
  if (searched !== list.q) {
    setSearched(list.q)
    setTyped(list.q)
  }
  return (
    <form
      role="search"
      className="flex gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        list.search(typed.trim())
      }}
    >
      <div className="grow md:w-[220px]">
        <Input
          id={`${id}-q`}
          size="small"
          enterKeyHint="search"
          aria-label={label}
          placeholder={label}
          autoComplete="off"
          maxLength={maxLength}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value)
          }}
        />
      </div>
      <Button type="submit" size="small" variant="secondary" data-testid={`${id}-find`}>
        {t("list.find")}
      </Button>
    </form>
  )
}

type ListBarProps = ListControls & { id: string; list: List }

/** What of a list is shown, and in which order. */
export const ListBar = ({ id, list, search, choices = [], orders = [] }: ListBarProps) => {
  const { t } = useTranslation("dkShared")
  return (
    <div className="flex flex-col gap-2 px-6 py-4 md:flex-row md:flex-wrap md:items-center">
      {choices.map(({ name, label, options }) => (
        <SelectField
          key={name}
          id={`${id}-${name}`}
          label={label}
          isLabelHidden
          value={list.filter[name] ?? ""}
          options={options}
          onChange={(value) => {
            list.choose(name, value)
          }}
        />
      ))}
      {orders.length > 0 && (
        <SelectField
          id={`${id}-order`}
          label={t("list.order")}
          isLabelHidden
          value={list.order ?? ""}
          options={orders}
          onChange={list.sort}
        />
      )}
      {search && <Search id={id} list={list} search={search} />}
      {list.isFiltered && (
        <Button size="small" variant="transparent" data-testid={`${id}-clear`} onClick={list.clear}>
          {t("list.clear")}
        </Button>
      )}
    </div>
  )
}
