import { Alert, Button, Container } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { Component } from "react"
import type { ComponentType, ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useLocation } from "react-router-dom"

const isOurs = (key: unknown): boolean => typeof key === "string" && key.startsWith("dk-")

/** Stands where something could not be shown: what that means, and a new attempt with what the server says now. */
const Failed = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTranslation("dkShared")
  const queries = useQueryClient()
  return (
    <Container className="px-6 py-4" data-testid="dk-failed">
      <Alert variant="error">
        <p className="font-medium">{t("failed.title")}</p>
        <p>{t("failed.text")}</p>
        <Button
          className="mt-2"
          size="small"
          variant="secondary"
          data-testid="dk-failed-retry"
          onClick={() => {
            queries.removeQueries({ predicate: ({ queryKey: [key] }) => isOurs(key) })
            onRetry()
          }}
        >
          {t("retry")}
        </Button>
      </Alert>
    </Container>
  )
}

type BoundaryProps = { path: string; children: ReactNode }

class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError = () => ({ hasFailed: true })

  override componentDidUpdate({ path }: BoundaryProps): void {
    if (this.state.hasFailed && path !== this.props.path) this.retry()
  }

  retry = (): void => {
    this.setState({ hasFailed: false })
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <Failed onRetry={this.retry} /> : this.props.children
  }
}

/** A page or a widget whose own error stays in its place: the dashboard around it goes on. */
export const guarded = <Props extends object>(Content: ComponentType<Props>) => {
  const Guarded = (props: Props) => (
    <Boundary path={useLocation().pathname}>
      <Content {...props} />
    </Boundary>
  )
  return Guarded
}
